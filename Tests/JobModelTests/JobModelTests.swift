import JobModel
import Testing

@Suite struct JobModelTests {
  @Test func `a job takes no step but the legal ones`() {
    let legal: Set<[JobStatus]> = [
      [.pending, .processing], [.pending, .failed], [.pending, .cancelled],
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

  @Test func `a delay doubles with each retry up to its cap, and jitter takes a share of it`() {
    let policy = RetryPolicy(baseSeconds: 2, capSeconds: 60)
    #expect((0...6).map { policy.delay(beforeRetry: $0, jitter: 1) } == [2, 4, 8, 16, 32, 60, 60])
    #expect(policy.delay(beforeRetry: 2, jitter: 0.25) == 2)
    #expect(policy.delay(beforeRetry: 3, jitter: 0) == 0)
    #expect(policy.delay(beforeRetry: .max, jitter: 1) == 60)
    #expect(policy.delay(beforeRetry: -1, jitter: 7) == 2)
  }

  @Test func `waiting makes a job more urgent step by step, but never more than high`() {
    #expect(JobPriority.low.aged(waited: 299, ageingSeconds: 300) == .low)
    #expect(JobPriority.low.aged(waited: 300, ageingSeconds: 300) == .normal)
    #expect(JobPriority.low.aged(waited: 1e300, ageingSeconds: 300) == .high)
    #expect(JobPriority.high.aged(waited: 900, ageingSeconds: 300) == .high)
    #expect(JobPriority.normal.aged(waited: -50, ageingSeconds: 300) == .normal)
    #expect(JobPriority.normal.aged(waited: 1e9, ageingSeconds: 0) == .normal)
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
