/// One attempt at a job, as its history shows it.
public struct AttemptRecord: Hashable, Sendable {
  /// How an attempt ended.
  public enum Outcome: String, Sendable, CaseIterable {
    /// It has not ended.
    case running
    case completed
    case failed
    /// It took longer than it may.
    case timedOut = "timed_out"
    case cancelled
    /// Whoever ran it was gone: the daemon was killed, or the worker's connection closed or its lease ended.
    case crashed
    /// The daemon was told to end; it counts for nothing.
    case interrupted
  }

  /// Counts from 1.
  public var attempt: Int
  public var startedAt: Timestamp
  public var endedAt: Timestamp?
  public var outcome: Outcome
  /// The worker on the socket that ran it; nil for the daemon itself.
  public var worker: String?
  public var error: JobError?
  /// When the job was to be tried again after it, if it was.
  public var retryAt: Timestamp?

  public init(
    attempt: Int, startedAt: Timestamp, endedAt: Timestamp? = nil, outcome: Outcome, worker: String? = nil,
    error: JobError? = nil, retryAt: Timestamp? = nil
  ) {
    self.attempt = attempt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
    self.worker = worker
    self.error = error
    self.retryAt = retryAt
  }
}

extension Job {
  /// The attempt that runs, or that completed the job: the history has only those that did not.
  public var unrecordedAttempt: AttemptRecord? {
    guard let startedAt, status == .processing || status == .completed else { return nil }
    return AttemptRecord(
      attempt: attempt, startedAt: startedAt, endedAt: completedAt,
      outcome: status == .completed ? .completed : .running,
      worker: worker)
  }
}
