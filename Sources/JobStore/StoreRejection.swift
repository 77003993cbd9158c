import JobModel

/// Why a command was refused. A refused command changed nothing; the rest of its batch went ahead.
public enum StoreRejection: Error, Sendable, Equatable {
  case jobNotFound(JobID)
  case projectNotFound(ProjectID)
  case scheduleNotFound(ScheduleID)
  /// The job's status does not allow it.
  case invalidState(JobID, current: JobStatus, allowed: [JobStatus])
  /// `retryJob` without `force` on a job that has used up its retries.
  case retriesExhausted(JobID, retryCount: Int, maxRetries: Int)
  /// The idempotency key belongs to a job of another type or project.
  case idempotencyConflict(JobID)
  /// The job cannot come back: another live job has its unique key.
  case duplicateJob(JobID, live: JobID)
  /// A report from an attempt that is over: another attempt runs, or the job has ended.
  case staleAttempt(JobID)
  /// The user has done that often enough for now.
  case rateLimited(RateLimit, retryAt: Timestamp)
  /// A job named in `dependsOn` is not there.
  case dependencyNotFound(JobID)
  /// A job named in `dependsOn` has failed or was cancelled already.
  case dependencyFailed(JobID, JobStatus)
  /// The disk or the database refused; see the text. Nothing of the command was kept.
  case storageUnavailable(String)
  /// The store could not do it for a reason that is a bug of ours; trying again will not help.
  case internalError(String)
}
