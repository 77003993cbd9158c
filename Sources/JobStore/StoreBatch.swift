import JobModel

/// What one transaction did.
public struct StoreBatch: Sendable {
  /// One result for each command, in order.
  public var outcomes: [Result<StoreOutcome, StoreRejection>]
  /// Every change of a job's status, in order.
  public var changes: [JobChange]
  /// Everything that happened, in order.
  public var events: [StoreEvent]
  /// Jobs became ready to be claimed, whether or not their status changed and whether or not a claim of the same batch
  /// took them.
  public var hasReadyJobs: Bool
  /// When the store has to be asked again for something to happen: a job's time comes, or it has waited too long, or
  /// more is left than one transaction may do.
  public var nextRunAt: Timestamp?

  public init(
    outcomes: [Result<StoreOutcome, StoreRejection>] = [], changes: [JobChange] = [], events: [StoreEvent] = [],
    hasReadyJobs: Bool = false, nextRunAt: Timestamp? = nil
  ) {
    self.outcomes = outcomes
    self.changes = changes
    self.events = events
    self.hasReadyJobs = hasReadyJobs
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
