import JobModel
import Testing

@Suite struct JobModelTests {
  @Test func `a job takes no step but the legal ones`() {
    let legal: Set<[JobStatus]> = [
      [.pending, .processing], [.pending, .cancelled],
      [.processing, .completed], [.processing, .failed], [.processing, .cancelled], [.processing, .pending],
      [.failed, .pending],
    ]
    for from in JobStatus.allCases {
      for to in JobStatus.allCases {
        #expect(from.canBecome(to) == legal.contains([from, to]), "\(from) to \(to)")
      }
    }
  }

  @Test func `three statuses are final`() {
    #expect(JobStatus.allCases.filter(\.isFinal) == [.completed, .failed, .cancelled])
  }

  @Test func `priorities have an order and names`() {
    #expect(JobPriority.low < .normal)
    #expect(JobPriority.normal < .high)
    for priority in JobPriority.allCases { #expect(JobPriority(name: priority.name) == priority) }
    #expect(JobPriority(name: "urgent") == nil)
    #expect(JobPriority(name: "High") == nil)
  }

  @Test(arguments: [(-0.5, 0), (1.5, 1), (0.25, 0.25), (.nan, 0), (.infinity, 0)] as [(Double, Double)])
  func `a fraction is always between 0 and 1`(_ given: Double, _ kept: Double) {
    #expect(JobProgress(fraction: given, stage: "x").fraction == kept)
  }

  @Test func `the system's clock is not before the year this was written`() {
    #expect(SystemWallClock().now() > Timestamp(milliseconds: 1_767_225_600_000))
  }
}
