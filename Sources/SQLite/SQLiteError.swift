import CSQLite

/// SQLite refused.
public struct SQLiteError: Error, Sendable, Hashable, CustomStringConvertible {
  /// SQLite's extended result code, such as 2067 (`SQLITE_CONSTRAINT_UNIQUE`).
  public var extendedCode: Int32
  /// SQLite's own words.
  public var message: String
  /// What was being done: the name of a statement, or a step such as `open`.
  public var operation: String
  /// The database file.
  public var path: String

  public init(extendedCode: Int32, message: String, operation: String, path: String) {
    self.extendedCode = extendedCode
    self.message = message
    self.operation = operation
    self.path = path
  }

  /// The primary result code, such as 19 (`SQLITE_CONSTRAINT`).
  public var code: Int32 { extendedCode & 0xFF }

  /// No room on the disk, for the database or for the index of its log, or `max_page_count` reached.
  public var isFull: Bool { code == SQLITE_FULL || extendedCode == Self.noRoomForIndex }

  /// `SQLITE_IOERR_SHMSIZE`, whose definition is an expression that Swift does not import.
  private static let noRoomForIndex: Int32 = 10 | 19 << 8

  /// Ended because somebody asked for it (`Connection.interrupter`).
  public var isInterrupted: Bool { code == SQLITE_INTERRUPT }

  public var isConstraint: Bool { code == SQLITE_CONSTRAINT }

  /// Another process holds a lock.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }

  /// The file is damaged or no database at all.
  public var isCorrupt: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }

  /// Opening, reading or writing the files failed.
  public var isIO: Bool {
    switch code {
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_NOLFS: true
    default: false
    }
  }

  public var description: String { "\(operation): \(message) (SQLite \(extendedCode), \(path))" }
}
