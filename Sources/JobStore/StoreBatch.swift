import JobModel

/// What one transaction did.
public struct StoreBatch: Sendable {
  /// One result for each command, in order.
  public var outcomes: [Result<StoreOutcome, StoreRejection>]
  /// Every change of a job's status, in order.
  public var changes: [JobChange]
  /// When the earliest job that waits for its time may run, if one does.
  public var nextRunAt: Timestamp?

  public init(
    outcomes: [Result<StoreOutcome, StoreRejection>] = [], changes: [JobChange] = [], nextRunAt: Timestamp? = nil
  ) {
    self.outcomes = outcomes
    self.changes = changes
    self.nextRunAt = nextRunAt
  }
}

/// A job has a new status.
public struct JobChange: Sendable, Equatable {
  public var jobID: JobID
  public var status: JobStatus

  public init(jobID: JobID, status: JobStatus) {
    self.jobID = jobID
    self.status = status
  }
}
