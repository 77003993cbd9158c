import JobModel
import SQLite

/// What is true of the tables between any two transactions, beyond what constraints can say.
public enum DatabaseInvariants {
  /// Throws what is wrong with the database at `path`.
  public static func check(_ path: String, now: Timestamp) throws {
    let connection = try Connection(path: path, mode: .readOnly)
    func expectNone(_ what: String, _ query: String) throws {
      let count = try connection.integer(what, "SELECT count(*) FROM (\(query))")
      guard count == 0 else { throw TestFailure("\(what): \(count)") }
    }
    try expectNone(
      "kept counts that are wrong",
      """
      SELECT status FROM queue_counts WHERE count <> (SELECT count(*) FROM jobs WHERE jobs.status = queue_counts.status)
      """)
    try expectNone(
      "ready jobs whose lane is busy",
      """
      SELECT 1 FROM jobs WHERE gate = 'ready' AND exclusive_key IN
        (SELECT exclusive_key FROM jobs WHERE status = 'processing')
      """)
    try expectNone(
      "parked jobs in a free lane with no more urgent ready one of their type",
      """
      SELECT 1 FROM jobs AS parked WHERE gate = 'parked'
        AND NOT EXISTS (
          SELECT 1 FROM jobs WHERE exclusive_key = parked.exclusive_key AND status = 'processing')
        AND NOT EXISTS (
          SELECT 1 FROM jobs AS head WHERE head.exclusive_key = parked.exclusive_key AND head.gate = 'ready'
            AND head.type = parked.type
            AND (head.priority > parked.priority OR (head.priority = parked.priority AND head.seq < parked.seq)))
      """)
    guard try connection.text("integrity", "PRAGMA integrity_check") == "ok" else {
      throw TestFailure("the database is damaged")
    }
    try expectNone("rows without their parent", "SELECT * FROM pragma_foreign_key_check")
  }
}
