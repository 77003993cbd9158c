import JobModel

/// A change someone asks the store for. Commands are values: they cross to the store thread and are applied in order,
/// many in one transaction.
public enum StoreCommand: Sendable {
  /// Adds a job, or finds the one that its keys name.
  case createJob(NewJob)
  /// Asks for a refresh of a project: joins the one that waits, queues one behind the one that runs, or adds one.
  case refreshProject(RefreshRequest)
  /// Adds a project, or finds the one with the same source. The limit counts for the user, and only what is added.
  case createProject(NewProject, userID: String, limit: RateLimit?)
  /// Changes a project's settings.
  case updateProject(ProjectChange)
  /// Cancels a pending job at once; asks a processing one to stop.
  case cancelJob(JobID)
  /// Puts a failed job back; `force` also beyond its `maxRetries`.
  case retryJob(JobID, force: Bool)
  /// Starts up to `limit` attempts, the most urgent first.
  case claim(ClaimRequest)
  /// Notes how far an attempt has come. Ignored, not refused, once the attempt is over.
  case progress(JobID, AttemptToken, JobProgress)
  /// Adds to a job's log. Ignored, not refused, once the attempt is over.
  case log(JobID, AttemptToken, LogAppend)
  /// Ends an attempt well, and stores what it found.
  case complete(JobID, AttemptToken, JobOutput)
  /// Ends an attempt badly. With terms, an error that may pass and a retry left, the job is tried again later.
  case fail(JobID, AttemptToken, JobError, RetryTerms?)
  /// Ends an attempt because the job was asked to stop.
  case finishCancelled(JobID, AttemptToken)
  /// Gives an attempt back unharmed (shutdown): the job is pending again and no retry is spent.
  case release(JobID, AttemptToken)
  /// Ends an attempt whose worker is gone. The job is tried again, or set aside if that happens to it too often.
  case abandon(JobID, AttemptToken, CrashTerms)
  /// Abandons every attempt that some dead daemon had started. Runs once, before the socket opens.
  case recover(CrashTerms)
  /// Adds a schedule.
  case createSchedule(NewSchedule)
  /// Removes a schedule; the jobs that it has made stay.
  case deleteSchedule(ScheduleID)
  /// Makes the jobs of a schedule whose time has come, and sets its next time.
  case fireSchedule(FireRequest)
  /// Starts no more attempts of that type, or none at all (nil), until it is resumed.
  case pauseQueue(type: String?)
  /// Undoes `pauseQueue` of the same.
  case resumeQueue(type: String?)
  /// Deletes some ended jobs, with all that belongs to them.
  case cleanUp(CleanupStep)
  /// Deletes some of the oldest events: those from before the time, and those beyond the number that is kept. Nil does
  /// not restrict.
  case cleanUpEvents(before: Timestamp?, keep: Int?, limit: Int)
  /// Gives the room in the log back, when nobody else has anything to write.
  case shrinkLog
}

/// Whose refresh, and on which terms.
public struct RefreshRequest: Sendable {
  /// What to refresh.
  public enum Target: Sendable {
    case project(ProjectID)
    /// Finds or adds the project with this source.
    case source(NewProject)
  }

  public var target: Target
  /// The job to add if none can be joined. Its `projectID` and `exclusiveKey` are filled in by the store.
  public var job: NewJob

  public init(target: Target, job: NewJob) {
    self.target = target
    self.job = job
  }
}
