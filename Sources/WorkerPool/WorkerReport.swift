import JobModel

/// What a worker tells its pool's owner.
public enum WorkerReport: Sendable {
  case progress(JobID, AttemptToken, JobProgress)
  /// Every chunk is to be acknowledged.
  case log(JobID, AttemptToken, LogChunk)
  /// The attempt is over; the worker is idle again.
  case finished(JobID, AttemptToken, Result<JobOutput, JobError>)
}
