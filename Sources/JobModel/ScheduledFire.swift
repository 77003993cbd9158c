/// One time at which a schedule is due.
public struct ScheduledFire: Hashable, Sendable {
  public var schedule: ScheduleID
  public var time: Timestamp

  public init(schedule: ScheduleID, time: Timestamp) {
    self.schedule = schedule
    self.time = time
  }
}
