import JobModel

/// Times of a schedule that have come, or a new next time for it.
public struct FireRequest: Sendable {
  public var schedule: ScheduleID
  /// What its next time was when this was planned; if it is another one by now, nothing is done.
  public var expectedNext: Timestamp?
  /// One job for each time, in ascending order, each with its `fire`. A time that has a job already gets no second one.
  public var jobs: [NewJob]
  /// What its next time is from now on.
  public var next: Timestamp?

  public init(schedule: ScheduleID, expectedNext: Timestamp?, jobs: [NewJob], next: Timestamp?) {
    self.schedule = schedule
    self.expectedNext = expectedNext
    self.jobs = jobs
    self.next = next
  }
}
