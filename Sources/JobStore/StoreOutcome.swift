import JobModel

/// What became of a command, once it is on disk.
public enum StoreOutcome: Sendable {
  case jobCreated(JobID, JobStatus, CreateOutcome)
  case refresh(JobID, Project, JobStatus, RefreshOutcome)
  case project(Project, created: Bool)
  /// `requested`: the job is processing and was asked to stop.
  case cancelled(JobID, JobStatus, requested: Bool)
  case retried(JobID, retryCount: Int)
  /// The attempts started, most urgent first; may be empty.
  case claimed([ClaimedJob])
  /// The command had nothing to say beyond having been done.
  case done
  /// The attempt has failed; the job is tried again at that time, if it is.
  case failed(retryAt: Timestamp?)
  /// How much was deleted, and where the next step goes on; nil when nothing is left to do.
  case cleaned(deleted: Int, next: CleanupCursor?)
  /// What is paused now, in order; the empty name stands for everything.
  case paused([String])
  case schedule(Schedule)
  /// The jobs made or joined, in the order of their times, and the schedule as it is now. None, and a next time that
  /// was not asked for: it had been fired before.
  case fired([JobID], Schedule)
  /// Jobs put back by `recover`, and those that it set aside.
  case recovered([JobID], setAside: [JobID])
}

/// How `createJob` met its job.
public enum CreateOutcome: String, Sendable {
  case created
  /// The idempotency key was used before; this is the job it made.
  case existing
  /// A live job has the same unique key.
  case joined
}

/// How `refreshProject` met its job.
public enum RefreshOutcome: String, Sendable {
  case created
  /// A refresh was waiting; it covers this request too.
  case joined
  /// A refresh is running and may have read the repository already; this one runs behind it.
  case queuedBehind = "queued_behind"
}

/// One attempt, and what only its holder knows.
public struct ClaimedJob: Sendable {
  public var job: Job
  public var project: Project?
  public var token: AttemptToken
  /// Where the last refresh of the project ended reading its history, see `HistoryUpdate.mark`.
  public var history: String?

  public init(job: Job, project: Project?, token: AttemptToken, history: String? = nil) {
    self.job = job
    self.project = project
    self.token = token
    self.history = history
  }
}
