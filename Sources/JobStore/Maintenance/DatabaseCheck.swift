import JobModel
import SQLite

/// What is true of a database between any two transactions, beyond what its constraints can say.
enum DatabaseCheck {
  private struct Rule {
    /// What a row of `query` is, for people.
    var contradiction: String
    var query: String
  }

  /// Sentences about what is wrong; none when all is well.
  ///
  /// - Parameter boot: the daemon that runs, if one does: jobs may be processed by no other.
  static func problems(in connection: Connection, boot: BootID?) throws(SQLiteError) -> [String] {
    var problems: [String] = []
    let integrity = try connection.prepare(
      "integrity check", "PRAGMA integrity_check(\(VerifyReport.maximumProblems))")
    while try integrity.step() {
      let line = integrity.text(0)
      if line != "ok" { problems.append("damage: \(line)") }
    }
    integrity.finalize()
    // In a damaged file the rest would find only what follows from it.
    guard problems.isEmpty else { return problems }
    for rule in rules {
      let count = try connection.integer(rule.contradiction, "SELECT count(*) FROM (\(rule.query))")
      if count > 0 { problems.append("\(rule.contradiction): \(count)") }
    }
    if let boot {
      let others = try connection.prepare(
        "attempts of others", "SELECT count(*) FROM jobs WHERE status = 'processing' AND boot <> ?1")
      others.bind(1, boot)
      if try others.step(), others.int(0) > 0 {
        problems.append("jobs processed by a daemon that is gone: \(others.int(0))")
      }
      others.finalize()
    }
    return problems
  }

  private static let rules = [
    Rule(contradiction: "rows without their parent", query: "SELECT * FROM pragma_foreign_key_check"),
    Rule(
      contradiction: "kept counts that are wrong",
      query: """
        SELECT 1 FROM (SELECT type, status, count(*) AS found FROM jobs GROUP BY type, status) AS real
        FULL JOIN queue_counts AS kept USING (type, status) WHERE coalesce(found, 0) <> coalesce(kept.count, 0)
        """),
    Rule(
      contradiction: "ready jobs whose lane is busy",
      query: """
        SELECT 1 FROM jobs WHERE gate = 'ready' AND exclusive_key IN
          (SELECT exclusive_key FROM jobs WHERE status = 'processing')
        """),
    Rule(
      contradiction: "parked jobs in a free lane with nothing before them",
      query: """
        SELECT 1 FROM jobs AS parked WHERE gate = 'parked'
          AND NOT EXISTS (SELECT 1 FROM jobs WHERE exclusive_key = parked.exclusive_key AND status = 'processing')
          AND NOT EXISTS (
            SELECT 1 FROM jobs AS head WHERE head.exclusive_key = parked.exclusive_key AND head.gate = 'ready'
              AND head.type = parked.type AND head.priority = parked.priority
              AND (head.turn, head.seq) < (parked.turn, parked.seq))
        """),
    Rule(
      contradiction: "jobs that wait for others and name none",
      query: """
        SELECT 1 FROM jobs WHERE gate = 'blocked' AND NOT EXISTS (SELECT 1 FROM dependencies WHERE child = jobs.seq)
        """),
    Rule(
      contradiction: "jobs that do not wait for those they depend on",
      query: """
        SELECT 1 FROM dependencies CROSS JOIN jobs ON seq = child WHERE gate IS NOT NULL AND gate <> 'blocked'
        """),
  ]
}
