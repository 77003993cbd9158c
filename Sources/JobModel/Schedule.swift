/// Makes jobs again and again, at the times that an expression names.
public struct Schedule: Hashable, Sendable {
  public var id: ScheduleID
  /// What people call it; any number of schedules may share a name.
  public var name: String?
  /// The expression, as `CronExpression` reads it.
  public var cron: String
  /// The zone whose clocks it goes by, as `TimeZoneRules` names it.
  public var timezone: String
  public var type: String
  public var projectID: ProjectID?
  /// Who made it; its jobs are theirs.
  public var userID: String
  public var priority: JobPriority
  /// JSON object text; the payload of each of its jobs.
  public var payload: String
  public var missed: MissedRuns
  /// Intervals count from here.
  public var createdAt: Timestamp
  /// The next time; nil once there is none.
  public var nextRunAt: Timestamp?
  /// The newest of its times that has a job, and that job.
  public var lastFireAt: Timestamp?
  public var lastJobID: JobID?

  public init(
    id: ScheduleID, name: String? = nil, cron: String, timezone: String = "UTC", type: String,
    projectID: ProjectID? = nil, userID: String, priority: JobPriority = .normal, payload: String = "{}",
    missed: MissedRuns = .once, createdAt: Timestamp, nextRunAt: Timestamp?, lastFireAt: Timestamp? = nil,
    lastJobID: JobID? = nil
  ) {
    self.id = id
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
    self.lastFireAt = lastFireAt
    self.lastJobID = lastJobID
  }
}
