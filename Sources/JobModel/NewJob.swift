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

  public init(
    type: String, projectID: ProjectID? = nil, userID: String, priority: JobPriority = .normal, payload: String = "{}",
    maxRetries: Int = Job.defaultMaxRetries, runAt: Timestamp? = nil, idempotencyKey: String? = nil,
    uniqueKey: String? = nil, exclusiveKey: String? = nil
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
  }
}
