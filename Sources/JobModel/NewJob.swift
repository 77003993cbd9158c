/// A job someone asks for.
public struct NewJob: Hashable, Sendable {
  public var type: String
  public var projectID: ProjectID?
  public var userID: String
  public var priority: JobPriority
  /// JSON object text.
  public var payload: String
  public var maxRetries: Int
  /// Earliest start; nil means at once.
  public var runAt: Timestamp?
  /// The same user and key always give the same job.
  public var idempotencyKey: String?
  /// At most one job that is pending or processing has this key; asking again joins it.
  public var uniqueKey: String?
  /// At most one job with this key is processing at any time; the others wait their turn.
  public var exclusiveKey: String?
  /// Seconds that one attempt may take.
  public var timeoutSeconds: Double?
  /// Seconds from `runAt` within which the job must have started, or it fails.
  public var queueTimeoutSeconds: Double?
  /// Jobs that must have completed before this one starts. They exist already, so no cycle can form.
  public var dependsOn: [JobID]
  /// What its user may ask for; counted only when the job is added, not when one that is there is joined.
  public var rateLimit: RateLimit?
  /// The schedule that asks for it, and for which of its times; that pair is never used twice.
  public var fire: ScheduledFire?

  /// Of a job whose type says it all.
  public static let emptyPayload = "{}"

  public init(
    type: String, projectID: ProjectID? = nil, userID: String, priority: JobPriority = .normal,
    payload: String = emptyPayload,
    maxRetries: Int = Job.defaultMaxRetries, runAt: Timestamp? = nil, idempotencyKey: String? = nil,
    uniqueKey: String? = nil, exclusiveKey: String? = nil, timeoutSeconds: Double? = nil,
    queueTimeoutSeconds: Double? = nil, dependsOn: [JobID] = [], rateLimit: RateLimit? = nil,
    fire: ScheduledFire? = nil
  ) {
    self.type = type
    self.projectID = projectID
    self.userID = userID
    self.priority = priority
    self.payload = payload
    self.maxRetries = maxRetries
    self.runAt = runAt
    self.idempotencyKey = idempotencyKey
    self.uniqueKey = uniqueKey
    self.exclusiveKey = exclusiveKey
    self.timeoutSeconds = timeoutSeconds
    self.queueTimeoutSeconds = queueTimeoutSeconds
    self.dependsOn = dependsOn
    self.rateLimit = rateLimit
    self.fire = fire
  }
}
