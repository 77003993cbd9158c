import SQLite

/// The writer's statements about logs.
struct LogStatements {
  let lastPiece: Statement
  let insertPiece: Statement
  let setPiece: Statement
  let dropPieces: Statement

  init(_ prepare: (String, String) throws(SQLiteError) -> Statement) throws(SQLiteError) {
    lastPiece = try prepare(
      "last piece of log",
      // The bytes of a short piece only, which is the one that grows.
      """
      SELECT start, length(bytes), CASE WHEN length(bytes) < 4096 THEN bytes END FROM job_logs
      WHERE job = ?1 ORDER BY start DESC LIMIT 1
      """)
    insertPiece = try prepare(
      "insert piece of log", "INSERT INTO job_logs (job, start, bytes) VALUES (?1, ?2, ?3)")
    setPiece = try prepare("set piece of log", "UPDATE job_logs SET bytes = ?3 WHERE job = ?1 AND start = ?2")
    dropPieces = try prepare("drop pieces of log", "DELETE FROM job_logs WHERE job = ?1 AND start < ?2")
  }
}
