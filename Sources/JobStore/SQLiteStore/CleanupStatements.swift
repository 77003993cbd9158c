import SQLite

/// The writer's statements for forgetting.
struct CleanupStatements {
  let countOfStatus: Statement
  let endedJobs: Statement
  let dropLog: Statement
  let deleteJob: Statement
  let oldestEvents: Statement
  let deleteEvents: Statement
  let truncateLog: Statement

  init(_ prepare: (String, String) throws(SQLiteError) -> Statement) throws(SQLiteError) {
    // A row for each type.
    countOfStatus = try prepare(
      "count of status", "SELECT coalesce(sum(count), 0) FROM queue_counts WHERE status = ?1")
    endedJobs = try prepare(
      "ended jobs",
      """
      SELECT seq, type, completed_at,
        EXISTS (SELECT 1 FROM settling WHERE parent = jobs.seq)
        OR EXISTS (
          SELECT 1 FROM dependencies CROSS JOIN jobs AS waiting ON waiting.seq = child
          WHERE parent = jobs.seq AND waiting.gate IS NOT NULL)
      FROM jobs INDEXED BY jobs_by_end
      WHERE status = ?1 AND completed_at IS NOT NULL AND (completed_at, seq) > (?2, ?3)
      ORDER BY completed_at, seq LIMIT ?4
      """)
    dropLog = try prepare(
      "drop log",
      """
      DELETE FROM job_logs WHERE job = ?1 AND start IN (SELECT start FROM job_logs WHERE job = ?1 LIMIT ?2)
      """)
    deleteJob = try prepare("delete job", "DELETE FROM jobs WHERE seq = ?1")
    oldestEvents = try prepare(
      "oldest events", "SELECT seq, count, at FROM events WHERE seq < ?1 ORDER BY seq LIMIT ?2")
    deleteEvents = try prepare("delete events", "DELETE FROM events WHERE seq <= ?1")
    truncateLog = try prepare("truncate log", "PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
