import JobModel
import SQLite

/// What the questions about waiting jobs and past refreshes ask the database.
struct MonitoringStatements {
  let wait: Statement
  let laneHolder: Statement
  let laneHead: Statement
  let place: Statement
  let ahead: Statement
  let readyHead: Statement
  let nextDue: Statement
  let refreshFigures: Statement

  init(_ connection: Connection) throws(SQLiteError) {
    wait = try connection.prepare(
      "wait of a job", "SELECT gate, exclusive_key, type, priority FROM jobs WHERE id = ?1 AND gate IS NOT NULL")
    // Only one job of a lane runs (index jobs_exclusive).
    laneHolder = try connection.prepare(
      "lane holder", "SELECT id FROM jobs WHERE exclusive_key = ?1 AND status = 'processing'")
    laneHead = try connection.prepare(
      "first of a lane",
      """
      SELECT id FROM jobs WHERE exclusive_key = ?1 AND gate = ?2 AND type = ?3 AND priority = ?4
      ORDER BY turn, seq LIMIT 1
      """)
    place = try connection.prepare(
      "place of a job", "SELECT priority, turn, seq FROM jobs WHERE id = ?1 AND gate IS NOT NULL")
    // Those of one type and priority whose turn comes before (?3, ?4), counted up to a limit.
    ahead = try connection.prepare(
      "jobs ahead",
      """
      SELECT count(*) FROM (SELECT 1 FROM jobs INDEXED BY jobs_ready
        WHERE gate = 'ready' AND type = ?1 AND priority = ?2 AND (turn, seq) < (?3, ?4) LIMIT ?5)
      """)
    readyHead = try connection.prepare(
      "first of a type and priority",
      """
      SELECT \(Job.columns) FROM jobs INDEXED BY jobs_ready WHERE gate = 'ready' AND type = ?1 AND priority = ?2
      ORDER BY turn, seq LIMIT 1
      """)
    nextDue = try connection.prepare(
      "first of the scheduled",
      """
      SELECT \(Job.columns) FROM jobs INDEXED BY jobs_scheduled WHERE gate = 'scheduled' ORDER BY run_at, seq LIMIT 1
      """)
    refreshFigures = try connection.prepare(
      "figures of a refresh",
      "SELECT progress_before, progress_after FROM jobs CROSS JOIN refresh_runs ON job = seq WHERE id = ?1")
  }

  var all: [Statement] { [wait, laneHolder, laneHead, place, ahead, readyHead, nextDue, refreshFigures] }
}
