import SQLite

/// The writer's statements about schedules.
struct ScheduleStatements {
  let insert: Statement
  let delete: Statement
  let byID: Statement
  let setNext: Statement
  let jobOfFire: Statement

  init(_ prepare: (_ name: String, _ sql: String) throws(SQLiteError) -> Statement) throws(SQLiteError) {
    insert = try prepare(
      "insert schedule",
      """
      INSERT INTO schedules (id, name, cron, timezone, type, project_id, user_id, priority, payload, missed, created_at,
        next_run_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """)
    delete = try prepare("delete schedule", "DELETE FROM schedules WHERE id = ?1")
    byID = try prepare("schedule", "SELECT \(ScheduleRow.columns) FROM schedules WHERE id = ?1")
    setNext = try prepare(
      "set next run of schedule",
      "UPDATE schedules SET next_run_at = ?2, last_fire_at = ?3, last_job_id = ?4 WHERE id = ?1")
    jobOfFire = try prepare("job of fire", "SELECT 1 FROM jobs WHERE schedule_id = ?1 AND fire_time = ?2")
  }
}
