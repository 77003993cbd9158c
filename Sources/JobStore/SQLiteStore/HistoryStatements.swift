import JobModel
import SQLite

/// The writer's statements about progress over time.
struct HistoryStatements {
  let mark: Statement
  let storeMark: Statement
  let newest: Statement
  let insertSnapshot: Statement
  let insertTick: Statement
  let dropCommits: Statement
  let dropTicks: Statement
  let trimSnapshots: Statement
  let trimTicks: Statement

  init(_ prepare: (_ name: String, _ sql: String) throws(SQLiteError) -> Statement) throws(SQLiteError) {
    mark = try prepare("history mark", "SELECT mark FROM progress_histories WHERE project_id = ?1")
    storeMark = try prepare(
      "store history mark",
      """
      INSERT INTO progress_histories (project_id, mark, report) VALUES (?1, ?2, ?3)
      ON CONFLICT (project_id) DO UPDATE SET mark = excluded.mark, report = excluded.report
      """)
    newest = try prepare(
      "newest snapshot",
      """
      SELECT \(HistoryQueries.snapshotColumns) FROM progress_snapshots WHERE project_id = ?1
      ORDER BY at DESC, seq DESC LIMIT 1
      """)
    insertSnapshot = try prepare(
      "insert snapshot",
      """
      INSERT INTO progress_snapshots (project_id, at, origin, commit_oid, author, email, authored_at, committed_at,
        plan_path, tasks_count, tasks_done, open_markers_count, percentage)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """)
    insertTick = try prepare(
      "insert tick",
      """
      INSERT INTO task_ticks (project_id, at, is_tick, is_new_task, commit_oid, author, email, authored_at,
        committed_at, text, section, line)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """)
    dropCommits = try prepare(
      "drop snapshots of commits", "DELETE FROM progress_snapshots WHERE project_id = ?1 AND origin = 'commit'")
    dropTicks = try prepare("drop ticks", "DELETE FROM task_ticks WHERE project_id = ?1")
    trimSnapshots = try prepare("trim snapshots", Self.trim("progress_snapshots"))
    trimTicks = try prepare("trim ticks", Self.trim("task_ticks"))
  }

  /// Removes all of a project's rows but the newest ?2.
  private static func trim(_ table: String) -> String {
    """
    DELETE FROM \(table) WHERE seq IN (
      SELECT seq FROM \(table) WHERE project_id = ?1 ORDER BY at DESC, seq DESC LIMIT -1 OFFSET ?2)
    """
  }
}

/// The reader's statements about progress over time.
struct HistoryQueries {
  /// Columns of `ProgressSnapshot.init(row:)`.
  static let snapshotColumns = """
    at, origin, commit_oid, author, email, authored_at, committed_at, plan_path, tasks_count, tasks_done,
    open_markers_count, percentage, seq
    """

  let report: Statement
  let snapshots: Statement
  let snapshotBefore: Statement
  let ticks: Statement

  var all: [Statement] { [report, snapshots, snapshotBefore, ticks] }

  init(_ connection: Connection) throws(SQLiteError) {
    report = try connection.prepare("history report", "SELECT report FROM progress_histories WHERE project_id = ?1")
    snapshots = try connection.prepare(
      "snapshots",
      """
      SELECT \(Self.snapshotColumns) FROM progress_snapshots WHERE project_id = ?1 AND (at, seq) > (?2, ?3)
      ORDER BY at, seq LIMIT ?4
      """)
    snapshotBefore = try connection.prepare(
      "snapshot before",
      """
      SELECT \(Self.snapshotColumns) FROM progress_snapshots WHERE project_id = ?1 AND at <= ?2
      ORDER BY at DESC, seq DESC LIMIT 1
      """)
    ticks = try connection.prepare(
      "ticks",
      """
      SELECT at, is_tick, is_new_task, commit_oid, author, email, authored_at, committed_at, text, section, line, seq
      FROM task_ticks WHERE project_id = ?1 AND (at, seq) < (?2, ?3) AND at >= ?4 ORDER BY at DESC, seq DESC LIMIT ?5
      """)
  }
}

extension ProgressSnapshot {
  /// A row of `HistoryQueries.snapshotColumns`.
  init(row: Statement) throws(StoreError) {
    guard let origin = Origin(rawValue: row.text(1)) else { throw .unknownValues(table: "progress_snapshots") }
    let commit = row.optionalText(2).map { oid in
      CommitInfo(
        oid: oid, author: row.text(3), email: row.text(4), authoredAt: row.time(5), committedAt: row.time(6))
    }
    self.init(
      at: row.time(0), origin: origin, commit: commit, planPath: row.text(7), tasksCount: row.int(8),
      tasksDone: row.int(9), openMarkersCount: row.int(10), percentage: row.isNull(11) ? nil : row.double(11))
  }
}
