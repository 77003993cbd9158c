import CSQLite

/// One connection to a database, for one thread at a time.
///
/// While a connection is open the process must not open and close the file in any other way: POSIX drops all locks of a
/// process on a file when any of its descriptors is closed, and SQLite's would go with them (sqlite.org/howtocorrupt).
public final class Connection {
  public enum Mode: Sendable {
    case readWrite
    /// Reads only; the database must be there.
    case readOnly
  }

  /// How long a statement waits for another process's lock unless told otherwise.
  public static let busyMilliseconds: Int32 = 5000

  public let path: String
  private let handle: OpaquePointer
  private var isOpen = true
  private var progress: ProgressReceiver?

  /// Opens the file, making it when writing and there is none. Symbolic links are refused.
  ///
  /// - Parameter busyMilliseconds: how long a statement waits for another process's lock.
  public init(path: String, mode: Mode, busyMilliseconds: Int32 = Connection.busyMilliseconds) throws(SQLiteError) {
    // One thread uses a connection, so SQLite's own mutexes are left out (NOMUTEX, sqlite.org/threadsafe).
    let flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
      | (mode == .readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw SQLiteError(extendedCode: code, message: message, operation: "open", path: path)
    }
    handle = opened
    self.path = path
    sqlite3_busy_timeout(handle, busyMilliseconds)
    // A partial index makes the planner look at bound values, and it would compile a statement anew each time they
    // change (a third of the cost of a claim). Our plans are fixed; tests hold them.
    gantry_sqlite_stable_plans(handle)
  }

  deinit {
    if isOpen { sqlite3_close_v2(handle) }
  }

  /// Compiles a statement. `name` stands for it in errors.
  public func prepare(_ name: String, _ sql: String) throws(SQLiteError) -> Statement {
    var compiled: OpaquePointer?
    var sql = sql
    let code = sql.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v3(handle, $0.baseAddress, Int32($0.count), UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
      }
    }
    guard code == SQLITE_OK, let compiled else { throw error(code, name) }
    return Statement(name: name, handle: compiled, connection: self)
  }

  /// Runs statements that have no parameters and whose rows do not matter.
  public func execute(_ name: String, _ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, name) }
  }

  /// The one number that a pragma or query gives.
  public func integer(_ name: String, _ sql: String) throws(SQLiteError) -> Int64 {
    let statement = try prepare(name, sql)
    defer { statement.reset() }
    return try statement.step() ? statement.int64(0) : 0
  }

  /// The one text that a pragma or query gives.
  public func text(_ name: String, _ sql: String) throws(SQLiteError) -> String {
    let statement = try prepare(name, sql)
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : ""
  }

  /// Rows that the last statement changed.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Row id of the row inserted last.
  public var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// True inside BEGIN … COMMIT; some errors roll back by themselves.
  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Undoes the open transaction, if there is one; for use while another error is on its way to the caller.
  public func rollBack() {
    guard isInTransaction else { return }
    do throws(SQLiteError) {
      try execute("rollback", "ROLLBACK")
    } catch {
      // ROLLBACK fails only when SQLite has already rolled back by itself; the first error is the one that matters.
    }
  }

  /// Takes what a failed commit has left in the write-ahead log out of it, so that it cannot come back when the process
  /// dies before the next commit. Does nothing when there is nothing.
  public func discardFailedCommit() throws(SQLiteError) {
    try execute("lock the log", "BEGIN IMMEDIATE")
    defer { rollBack() }
    let code = gantry_sqlite_cut_log(handle)
    guard code == SQLITE_OK else {
      throw SQLiteError(
        extendedCode: code, message: String(cString: sqlite3_errstr(code)), operation: "cut the log", path: path)
    }
  }

  /// Keeps closing from writing to the files of a database that is not ours to touch: by default the last connection to
  /// a database with a log copies the log back and removes it.
  public func leaveFilesAsFound() {
    _ = gantry_sqlite_no_checkpoint_on_close(handle)
  }

  /// Rows changed since the connection was opened, those of cascades included.
  public var totalChanges: Int { Int(sqlite3_total_changes64(handle)) }

  /// Steps of SQLite's virtual machine that the living statements took: a measure of work that no other load disturbs.
  public var virtualMachineSteps: Int {
    var steps = 0
    var next = sqlite3_next_stmt(handle, nil)
    while let statement = next {
      steps += Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0))
      next = sqlite3_next_stmt(handle, statement)
    }
    return steps
  }

  /// How SQLite means to run a statement, one line for each table (`EXPLAIN QUERY PLAN`).
  public func queryPlan(of statement: Statement) throws(SQLiteError) -> [String] {
    let plan = try prepare("plan of \(statement.name)", "EXPLAIN QUERY PLAN " + statement.sql)
    var lines: [String] = []
    while try plan.step() { lines.append(plan.text(3)) }
    return lines
  }

  /// Texts of the statements that were stepped and not reset. Empty between calls; one that is not holds a snapshot.
  public var busyStatements: [String] {
    var busy: [String] = []
    var next = sqlite3_next_stmt(handle, nil)
    while let statement = next {
      if sqlite3_stmt_busy(statement) != 0, let text = sqlite3_sql(statement) { busy.append(String(cString: text)) }
      next = sqlite3_next_stmt(handle, statement)
    }
    return busy
  }

  /// How long a statement waits for a lock from now on.
  public func setBusyTimeout(milliseconds: Int32) {
    sqlite3_busy_timeout(handle, milliseconds)
  }

  /// Ends what the connection executes at the moment, with an error that `isInterrupted`. From any thread, but never once
  /// the connection is closed.
  public var interrupter: @Sendable () -> Void {
    nonisolated(unsafe) let handle = self.handle
    return { sqlite3_interrupt(handle) }
  }

  /// Has `alive` called again and again while a statement works; nil ends that.
  ///
  /// - Parameter steps: of SQLite's virtual machine between two calls; a million take about a tenth of a second.
  public func setProgress(everySteps steps: Int32 = 1_000_000, _ alive: (() -> Void)?) {
    let receiver = alive.map(ProgressReceiver.init)
    if let receiver {
      sqlite3_progress_handler(
        handle, steps,
        { context in
          if let context { Unmanaged<ProgressReceiver>.fromOpaque(context).takeUnretainedValue().alive() }
          return 0
        }, Unmanaged.passUnretained(receiver).toOpaque())
    } else {
      sqlite3_progress_handler(handle, 0, nil, nil)
    }
    progress = receiver
  }

  /// Closes for good. Every statement must have been finalized.
  public func close() throws(SQLiteError) {
    guard isOpen else { return }
    assert(busyStatements.isEmpty, "still running at close: \(busyStatements)")
    let code = sqlite3_close(handle)
    guard code == SQLITE_OK else { throw error(code, "close") }
    isOpen = false
  }

  func error(_ code: Int32, _ operation: String) -> SQLiteError {
    SQLiteError(
      extendedCode: code, message: String(cString: sqlite3_errmsg(handle)), operation: operation, path: path)
  }
}

/// What SQLite's C callback can hold on to.
private final class ProgressReceiver {
  let alive: () -> Void

  init(_ alive: @escaping () -> Void) { self.alive = alive }
}

/// A connection and its statements belong to the thread that uses them.
@available(*, unavailable)
extension Connection: Sendable {}
