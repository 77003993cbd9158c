/// Brings a database to the newest schema, one version after the other, and never back.
///
/// The version is `user_version`; the owner is `application_id`. A database of a newer program or of another one is
/// refused before anything is written.
public struct Migrator: Sendable {
  /// Why a database is not for us.
  public enum Refusal: Error, Sendable, Hashable {
    case newerVersion(found: Int, known: Int)
    case foreign(applicationID: Int64)
    case failed(SQLiteError)
  }

  private let applicationID: Int32
  private let steps: [String]

  /// - Parameters:
  ///   - applicationID: the four bytes that mark a database as ours.
  ///   - steps: SQL scripts; the n-th brings version n to version n + 1.
  public init(applicationID: Int32, steps: [String]) {
    self.applicationID = applicationID
    self.steps = steps
  }

  /// Checks and migrates; each step is a transaction of its own together with its version number.
  public func migrate(_ connection: Connection) throws(Refusal) {
    for step in try version(connection)..<steps.count { try run(step, on: connection) }
  }

  /// Checks, without writing, whether `migrate` would have nothing to do.
  public func isCurrent(_ connection: Connection) throws(Refusal) -> Bool {
    try version(connection) == steps.count
  }

  private func version(_ connection: Connection) throws(Refusal) -> Int {
    let owner = try number(connection, "application_id", "PRAGMA application_id")
    let version = Int(try number(connection, "user_version", "PRAGMA user_version"))
    let tables = try number(connection, "table count", "SELECT count(*) FROM sqlite_schema")
    // A database without tables may be one that was made and never got its first step.
    guard owner == Int64(applicationID) || (owner == 0 && version == 0 && tables == 0) else {
      throw .foreign(applicationID: owner)
    }
    guard version <= steps.count else { throw .newerVersion(found: version, known: steps.count) }
    return version
  }

  private func run(_ step: Int, on connection: Connection) throws(Refusal) {
    do throws(SQLiteError) {
      try connection.execute(
        "migration \(step + 1)",
        """
        BEGIN IMMEDIATE;
        \(steps[step])
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(step + 1);
        COMMIT;
        """)
    } catch {
      if connection.isInTransaction { connection.rollBack() }
      throw .failed(error)
    }
  }

  private func number(_ connection: Connection, _ name: String, _ sql: String) throws(Refusal) -> Int64 {
    do throws(SQLiteError) {
      return try connection.integer(name, sql)
    } catch {
      throw .failed(error)
    }
  }
}
