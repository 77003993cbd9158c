import Glibc
import JobModel
import SQLite

/// Backup and verification of a `SQLiteStore`'s database, while the store is open or not.
///
/// Everything goes through SQLite: to open and close the file in another way would drop the locks that the store's own
/// connections hold on it (sqlite.org/howtocorrupt, 2.2). A copy is no database of anybody's until it has its name.
public struct SQLiteMaintenance: StoreMaintaining {
  private let path: String

  /// - Parameter path: the database, made by a `SQLiteStore`.
  public init(path: String) throws(StoreError) {
    self.path = try DatabaseFile.resolve(path)
  }

  public func backUp(to path: String, cancellation: Cancellation) throws(MaintenanceError) -> BackupReport {
    let copy = try BackupFile(path: path)
    var isDone = false
    defer { if !isDone { copy.remove() } }
    try read(self.path, cancellation) { connection throws(SQLiteError) in
      let statement = try connection.prepare("backup", "VACUUM INTO ?1")
      defer { statement.finalize() }
      statement.bind(1, copy.temporaryPath)
      try statement.run()
    }
    let report = try check(copy.temporaryPath, boot: nil, cancellation)
    guard report.problems.isEmpty else { throw .badCopy(report.problems) }
    try copy.publish()
    isDone = true
    return BackupReport(bytes: report.bytes, jobs: report.jobs)
  }

  public func verify(boot: BootID?, cancellation: Cancellation) throws(MaintenanceError) -> VerifyReport {
    try check(path, boot: boot, cancellation)
  }

  public func countEnded(_ steps: [CleanupStep], cancellation: Cancellation) throws(MaintenanceError) -> Int {
    try read(path, cancellation) { connection throws(SQLiteError) in
      let statement = try connection.prepare(
        "count ended", "SELECT count(*) FROM jobs WHERE status = ?1 AND completed_at < ?2")
      defer { statement.finalize() }
      var count = 0
      for step in steps {
        statement.bind(1, step.status.rawValue)
        statement.bind(2, step.endedBefore ?? .distantPast)
        if try statement.step() { count += statement.int(0) }
        statement.reset()
      }
      return count
    }
  }

  /// - Parameter boot: nil in a copy, whose jobs may be processed by anybody.
  private func check(
    _ path: String, boot: BootID?, _ cancellation: Cancellation
  ) throws(MaintenanceError) -> VerifyReport {
    try read(path, cancellation) { connection throws(SQLiteError) in
      // One state of the queue for all of it.
      try connection.execute("begin", "BEGIN")
      defer { connection.rollBack() }
      return VerifyReport(
        problems: try DatabaseCheck.problems(in: connection, boot: boot),
        jobs: Int(try connection.integer("jobs", "SELECT count(*) FROM jobs")),
        bytes: try connection.integer("pages", "PRAGMA page_count")
          * connection.integer("page size", "PRAGMA page_size"))
    }
  }

  /// Runs `body` with a connection of its own, which closes behind it.
  private func read<T>(
    _ path: String, _ cancellation: Cancellation, _ body: (Connection) throws(SQLiteError) -> T
  ) throws(MaintenanceError) -> T {
    do throws(SQLiteError) {
      let connection = try Connection(path: path, mode: .readOnly)
      let result = try cancellation.interrupting(connection.interrupter) { () throws(SQLiteError) -> T? in
        // Cancelled before there was anything to interrupt.
        cancellation.isCancelled ? nil : try body(connection)
      }
      try connection.close()
      guard let result, !cancellation.isCancelled else { throw SQLiteError.interrupted }
      return result
    } catch {
      throw error.isInterrupted || cancellation.isCancelled ? .cancelled : .store(StoreError(error))
    }
  }
}

extension SQLiteError {
  fileprivate static var interrupted: SQLiteError {
    SQLiteError(extendedCode: 9, message: "cancelled", operation: "maintenance", path: "")
  }
}
