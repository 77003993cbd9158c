import CSQLite

/// A compiled statement, used again and again. Parameters count from 1, columns from 0, as in SQLite.
public final class Statement {
  public let name: String
  private let handle: OpaquePointer
  /// Keeps the connection until its last statement is gone.
  private let connection: Connection
  private var isFinalized = false

  init(name: String, handle: OpaquePointer, connection: Connection) {
    self.name = name
    self.handle = handle
    self.connection = connection
  }

  deinit { finalize() }

  /// Frees the statement before its time, so that its connection can close.
  public func finalize() {
    guard !isFinalized else { return }
    isFinalized = true
    sqlite3_finalize(handle)
  }

  /// The text it was compiled from.
  public var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }

  // MARK: Parameters

  public func bind(_ index: Int32, _ value: Int64) { check(sqlite3_bind_int64(handle, index, value)) }

  public func bind(_ index: Int32, _ value: Int) { bind(index, Int64(value)) }

  public func bind(_ index: Int32, _ value: Double) { check(sqlite3_bind_double(handle, index, value)) }

  public func bind(_ index: Int32, _ value: Bool) { bind(index, value ? 1 as Int64 : 0) }

  public func bind(_ index: Int32, _ value: String) {
    var value = value
    value.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) {
        // An empty String has no address, and SQLite takes a null pointer for NULL.
        let code = withUnsafePointer(to: 0 as CChar) { [count = $0.count, base = $0.baseAddress] empty in
          sqlite3_bind_text(handle, index, base ?? empty, Int32(count), gantry_sqlite_transient())
        }
        check(code)
      }
    }
  }

  /// Binds 16 bytes: the two words in big-endian order, so that blobs sort as the pair does.
  public func bind(_ index: Int32, high: UInt64, low: UInt64) {
    var words = (high.bigEndian, low.bigEndian)
    check(
      withUnsafeBytes(of: &words) { sqlite3_bind_blob(handle, index, $0.baseAddress, 16, gantry_sqlite_transient()) })
  }

  public func bind(_ index: Int32, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      // A blob without an address would be NULL.
      let code = withUnsafePointer(to: 0 as UInt8) { empty in
        sqlite3_bind_blob(
          handle, index, buffer.baseAddress ?? UnsafeRawPointer(empty), Int32(buffer.count), gantry_sqlite_transient())
      }
      check(code)
    }
  }

  public func bindNull(_ index: Int32) { check(sqlite3_bind_null(handle, index)) }

  public func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  public func bind(_ index: Int32, _ value: String?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  // MARK: Running

  /// Goes to the next row; false at the end.
  public func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = connection.error(code, name)
      reset()
      throw error
    }
  }

  /// Runs a statement that gives no rows, and makes it ready for the next use.
  public func run() throws(SQLiteError) {
    _ = try step()
    reset()
  }

  /// Ends the current run: an unfinished read would hold its snapshot, and the WAL could not be cut back.
  public func reset() {
    sqlite3_reset(handle)
  }

  // MARK: Columns

  public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  public func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  public func int(_ column: Int32) -> Int { Int(int64(column)) }

  public func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  public func bool(_ column: Int32) -> Bool { int64(column) != 0 }

  public func text(_ column: Int32) -> String {
    guard let base = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// The bytes of a blob; empty for NULL.
  public func bytes(_ column: Int32) -> [UInt8] {
    guard let base = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: base, count: Int(sqlite3_column_bytes(handle, column))))
  }

  public func optionalInt64(_ column: Int32) -> Int64? { isNull(column) ? nil : int64(column) }

  public func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Reads what `bind(_:high:low:)` wrote; nil for NULL or a blob of another length.
  public func words(_ column: Int32) -> (high: UInt64, low: UInt64)? {
    guard let base = sqlite3_column_blob(handle, column), sqlite3_column_bytes(handle, column) == 16 else { return nil }
    return (
      UInt64(bigEndian: base.loadUnaligned(as: UInt64.self)),
      UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }

  /// Binding fails only for an index the statement does not have, or for want of memory: a mistake in our own code.
  private func check(_ code: Int32) {
    precondition(code == SQLITE_OK, "bind failed in \(name): \(String(cString: sqlite3_errstr(code)))")
  }
}

@available(*, unavailable)
extension Statement: Sendable {}
