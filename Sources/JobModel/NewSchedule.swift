/// A schedule someone asks for.
public struct NewSchedule: Hashable, Sendable {
  public var name: String?
  /// The expression, checked by whoever asks.
  public var cron: String
  /// The zone, checked by whoever asks.
  public var timezone: String
  public var type: String
  public var projectID: ProjectID?
  public var userID: String
  public var priority: JobPriority
  /// JSON object text.
  public var payload: String
  public var missed: MissedRuns
  /// From where intervals count.
  public var createdAt: Timestamp
  /// Its first time.
  public var nextRunAt: Timestamp

  public init(
    name: String? = nil, cron: String, timezone: String = "UTC", type: String, projectID: ProjectID? = nil,
    userID: String, priority: JobPriority = .normal, payload: String = "{}", missed: MissedRuns = .once,
    createdAt: Timestamp, nextRunAt: Timestamp
  ) {
    self.name = name
    self.cron = cron
    self.timezone = timezone
    self.type = type
    self.projectID = projectID
    self.userID = userID
    self.priority = priority
    self.payload = payload
    self.missed = missed
    self.createdAt = createdAt
    self.nextRunAt = nextRunAt
  }
}

extension Schedule {
  /// The schedule that somebody has asked for, with its id.
  public init(_ new: NewSchedule, id: ScheduleID) {
    self.init(
      id: id, name: new.name, cron: new.cron, timezone: new.timezone, type: new.type, projectID: new.projectID,
      userID: new.userID, priority: new.priority, payload: new.payload, missed: new.missed, createdAt: new.createdAt,
      nextRunAt: new.nextRunAt)
  }
}
