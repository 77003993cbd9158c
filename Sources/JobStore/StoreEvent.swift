import JobModel

/// Something that has happened, on disk, and its place in the order of all that happens.
public struct StoreEvent: Hashable, Sendable {
  /// Counts from 1 without gaps, over restarts too.
  public var seq: Int64
  public var time: Timestamp
  public var kind: Kind
  /// The job it is about.
  public var jobID: JobID?
  /// The type of that job, or the type that was paused or resumed.
  public var type: String?
  public var projectID: ProjectID?
  public var userID: String?
  /// The status that the job now has.
  public var status: JobStatus?
  /// The attempt that it is about, 0 before the first.
  public var attempt: Int
  /// More about it, as JSON object text.
  public var detail: String?

  /// What has happened; the raw values are stored, and never change their meaning.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case jobCreated = 1
    case jobStarted = 2
    case jobCompleted = 3
    case jobFailed = 4
    case jobCancelled = 5
    /// An attempt failed, and there will be another.
    case jobRetrying = 6
    /// An attempt was cut short, or the job was retried by hand; it is pending again.
    case jobRequeued = 7
    case jobProgress = 8
    case jobCancelRequested = 9
    case projectCreated = 20
    case projectUpdated = 21
    case projectDeleted = 22
    case queuePaused = 30
    case queueResumed = 31
    case scheduleCreated = 40
    case scheduleFired = 41
    case scheduleDeleted = 42

    /// The name on the wire.
    public var name: String {
      switch self {
      case .jobCreated: "job.created"
      case .jobStarted: "job.started"
      case .jobCompleted: "job.completed"
      case .jobFailed: "job.failed"
      case .jobCancelled: "job.cancelled"
      case .jobRetrying: "job.retrying"
      case .jobRequeued: "job.requeued"
      case .jobProgress: "job.progress"
      case .jobCancelRequested: "job.cancel_requested"
      case .projectCreated: "project.created"
      case .projectUpdated: "project.updated"
      case .projectDeleted: "project.deleted"
      case .queuePaused: "queue.paused"
      case .queueResumed: "queue.resumed"
      case .scheduleCreated: "schedule.created"
      case .scheduleFired: "schedule.fired"
      case .scheduleDeleted: "schedule.deleted"
      }
    }
  }

  public init(
    seq: Int64, time: Timestamp, kind: Kind, jobID: JobID? = nil, type: String? = nil, projectID: ProjectID? = nil,
    userID: String? = nil, status: JobStatus? = nil, attempt: Int = 0, detail: String? = nil
  ) {
    self.seq = seq
    self.time = time
    self.kind = kind
    self.jobID = jobID
    self.type = type
    self.projectID = projectID
    self.userID = userID
    self.status = status
    self.attempt = attempt
    self.detail = detail
  }
}
