import JobStore
import SQLite

/// The rate at which SQLite itself takes rows like ours: the same table and indexes, prepared statement, WAL, full
/// fsync for each transaction, nothing around it. What the daemon adds shows beside it.
struct RawInserts {
  let directory: String
  /// Rows for each batch size.
  let rows: Int

  func measure(batch: Int) throws -> Measurement {
    let path = "\(directory)/raw-\(batch).db"
    // Made and closed by the store itself, so that the schema is the real one.
    var store = try SQLiteStore.open(path: path)
    try store.close()
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute(
      "settings", "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
    let begin = try connection.prepare("begin", "BEGIN IMMEDIATE")
    let commit = try connection.prepare("commit", "COMMIT")
    let insert = try connection.prepare(
      "insert",
      """
      INSERT INTO jobs (id, type, user_id, status, priority, created_at, run_at, gate, max_retries, payload)
      VALUES (?1, 'noop', '0', 'pending', 1, ?2, ?3, 'scheduled', 3, '{}')
      """)
    // A batch of one is bound by fsync: fewer rows tell as much.
    let count = batch == 1 ? rows / 20 : rows
    let start = LoadGenerator.now()
    var done = 0
    while done < count {
      try begin.run()
      for _ in 0..<batch {
        insert.bind(1, high: UInt64(done), low: 0x8000_0000_0000_0000 | UInt64(done))
        insert.bind(2, done)
        insert.bind(3, 1_000_000_000 + done)
        try insert.run()
        done += 1
      }
      try commit.run()
    }
    let elapsed = LoadGenerator.now() - start
    for statement in [begin, commit, insert] { statement.finalize() }
    try connection.close()
    return Measurement("raw insert", window: batch, count: done, nanoseconds: elapsed)
  }

  func removeFiles() {
    for batch in Benchmarks.rawBatches { DaemonUnderTest.removeDatabase("\(directory)/raw-\(batch).db") }
  }
}
