import JobModel
import SQLite

/// How a schedule lies in its row.
enum ScheduleRow {
  /// The columns that `Schedule.init(row:)` reads, in its order.
  static let columns = """
    id, name, cron, timezone, type, project_id, user_id, priority, payload, missed, created_at, next_run_at, \
    last_fire_at, last_job_id
    """
}

extension Schedule {
  init(row: Statement) throws(StoreError) {
    guard let id = row.id(0), let priority = JobPriority(rawValue: row.int(7)),
      let missed = MissedRuns(rawValue: row.text(9))
    else { throw .unknownValues(table: "schedules") }
    self.init(
      id: id, name: row.optionalText(1), cron: row.text(2), timezone: row.text(3), type: row.text(4),
      projectID: row.id(5), userID: row.text(6), priority: priority, payload: row.text(8), missed: missed,
      createdAt: row.time(10), nextRunAt: row.optionalTime(11), lastFireAt: row.optionalTime(12), lastJobID: row.id(13))
  }
}

extension SQLiteReader {
  public mutating func schedule(_ id: ScheduleID) throws(StoreError) -> Schedule? {
    statements.schedule.bind(1, id)
    return try first(statements.schedule) { row throws(StoreError) in try Schedule(row: row) }
  }

  public mutating func schedules(after cursor: ScheduleID?, limit: Int) throws(StoreError) -> [Schedule] {
    statements.schedules.bind(1, cursor ?? ScheduleID(high: 0, low: 0))
    statements.schedules.bind(2, limit)
    return try all(statements.schedules) { row throws(StoreError) in try Schedule(row: row) }
  }
}
