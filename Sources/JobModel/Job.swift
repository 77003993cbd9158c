/// A unit of work as the store keeps it. `payload` and `result` are JSON text that was validated when it came in.
public struct Job: Hashable, Sendable {
  public var id: JobID
  /// Name of the handler, such as `refresh`.
  public var type: String
  public var projectID: ProjectID?
  /// The peer that asked for it: its numeric uid as text.
  public var userID: String
  public var status: JobStatus
  public var priority: JobPriority
  /// JSON object text.
  public var payload: String
  public var createdAt: Timestamp
  /// Not claimed before this instant.
  public var runAt: Timestamp
  /// Start of the newest attempt.
  public var startedAt: Timestamp?
  public var completedAt: Timestamp?
  /// JSON object text, once completed.
  public var result: String?
  /// Why it failed; of a pending job, why its last attempt did.
  public var error: JobError?
  /// Times that the job was put back after a failure.
  public var retryCount: Int
  public var maxRetries: Int
  /// Attempts started so far, those cut short by a crash or a shutdown included.
  public var attempt: Int
  public var progress: JobProgress
  public var cancelRequested: Bool
  /// Seconds that one attempt may take; nil for as long as it needs.
  public var timeoutSeconds: Double?
  /// The job fails if it has not started by then.
  public var expiresAt: Timestamp?
  /// Attempts that ended because whoever ran them was gone.
  public var crashCount: Int
  /// Who runs the present attempt, when that is a worker on the socket.
  public var worker: String?

  public init(
    id: JobID, type: String, projectID: ProjectID? = nil, userID: String, status: JobStatus = .pending,
    priority: JobPriority = .normal, payload: String = "{}", createdAt: Timestamp, runAt: Timestamp,
    startedAt: Timestamp? = nil, completedAt: Timestamp? = nil, result: String? = nil, error: JobError? = nil,
    retryCount: Int = 0, maxRetries: Int = Job.defaultMaxRetries, attempt: Int = 0, progress: JobProgress = .none,
    cancelRequested: Bool = false, timeoutSeconds: Double? = nil, expiresAt: Timestamp? = nil, crashCount: Int = 0,
    worker: String? = nil
  ) {
    self.id = id
    self.type = type
    self.projectID = projectID
    self.userID = userID
    self.status = status
    self.priority = priority
    self.payload = payload
    self.createdAt = createdAt
    self.runAt = runAt
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.result = result
    self.error = error
    self.retryCount = retryCount
    self.maxRetries = maxRetries
    self.attempt = attempt
    self.progress = progress
    self.cancelRequested = cancelRequested
    self.timeoutSeconds = timeoutSeconds
    self.expiresAt = expiresAt
    self.crashCount = crashCount
    self.worker = worker
  }

  /// Retries that a job may have unless its creator says otherwise.
  public static let defaultMaxRetries = 3
}
