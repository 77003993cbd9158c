import JobModel
import SQLite

/// The queue in one SQLite file: WAL, one writing connection, every batch one `BEGIN IMMEDIATE … COMMIT`.
public struct SQLiteStore: JobStoring {
  /// What a commit waits for.
  public enum Durability: Sendable {
    /// fsync (`synchronous=FULL`): survives power loss.
    case full
    /// The kernel's cache (`synchronous=NORMAL`): survives a crash of the daemon, not of the machine.
    case normal
  }

  let connection: Connection
  let statements: WriterStatements
  var ids: UUIDv7Generator
  /// What the batch under way has gathered.
  var batch = BatchState()
  /// A commit has failed and its rows may still be in the log.
  private var hasFailedCommit = false

  /// Opens or makes the database and brings it to the newest schema.
  ///
  /// - Parameter alive: called now and then while that goes on, which takes long for a large database of an old version.
  /// - Throws: `newerVersion` and `notOurs` for files that were left untouched; `io`, `full` and `corrupt` otherwise.
  public static func open(
    path: String, durability: Durability = .full, alive: (@Sendable () -> Void)? = nil
  ) throws(StoreError) -> SQLiteStore {
    let path = try DatabaseFile.resolve(path)
    try DatabaseFile.createIfMissing(path)
    let connection = try stored { () throws(SQLiteError) in try Connection(path: path, mode: .readWrite) }
    connection.setProgress(alive)
    defer { connection.setProgress(nil) }
    do throws(Migrator.Refusal) {
      try Schema.migrator.migrate(connection)
    } catch {
      connection.leaveFilesAsFound()
      throw refusal(error, path: path)
    }
    let statements = try stored { () throws(SQLiteError) in
      try configure(connection, durability)
      return try WriterStatements(connection)
    }
    // Ids go on behind the newest one on disk, so that they grow with age also when the clock was set back meanwhile.
    let newest = try first(statements.newestID) { row throws(StoreError) in row.id(0) } ?? nil
    return SQLiteStore(
      connection: connection, statements: statements, ids: newest.map(UUIDv7Generator.init(after:)) ?? UUIDv7Generator()
    )
  }

  private static func configure(_ connection: Connection, _ durability: Durability) throws(SQLiteError) {
    // The log can be refused: it needs shared memory, which network file systems lack. Its promises go with it.
    guard try connection.text("journal mode", "PRAGMA journal_mode = WAL") == "wal" else {
      throw SQLiteError(
        extendedCode: 10, message: "the file system does not allow a write-ahead log; use a local disk",
        operation: "journal mode", path: connection.path)
    }
    try connection.execute(
      "settings",
      """
      PRAGMA synchronous = \(durability == .full ? "FULL" : "NORMAL");
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY;
      -- 32 MiB: the upper levels of all indexes stay in memory at a million jobs.
      PRAGMA cache_size = -32768;
      -- A commit that finds 16 MiB of log also copies it into the database.
      PRAGMA wal_autocheckpoint = 4000;
      PRAGMA journal_size_limit = 67108864;
      """)
  }

  static func refusal(_ refusal: Migrator.Refusal, path: String) -> StoreError {
    switch refusal {
    case .newerVersion(let found, let known):
      StoreError(
        .newerVersion,
        "The database '\(path)' has schema version \(found); this gantryd knows \(known). It was not touched. "
          + "Run the newer gantryd, or choose another directory with --state.")
    case .foreign(let owner):
      StoreError(
        .notOurs,
        "'\(path)' is a database of another program (application_id \(owner)). It was not touched. "
          + "Choose another directory with --state.")
    case .failed(let error): StoreError(error)
    }
  }

  private init(connection: Connection, statements: WriterStatements, ids: UUIDv7Generator) {
    self.connection = connection
    self.statements = statements
    self.ids = ids
  }

  public mutating func apply(_ commands: [StoreCommand], now: Timestamp) throws(StoreError) -> StoreBatch {
    batch = BatchState()
    batch.now = now
    discardFailedCommit()
    if commands.count == 1, case .shrinkLog = commands[0] { return try shrinkLog() }
    var isCommitting = false
    do throws(StoreError) {
      try run(statements.begin)
      try settle(now: now)
      try expire(now: now)
      try openGates(now: now)
      var outcomes: [Result<StoreOutcome, StoreRejection>] = []
      outcomes.reserveCapacity(commands.count)
      for command in commands {
        outcomes.append(try perform(command, now: now))
        if batch.hasSettling { try settle(now: now) }
      }
      try writeCounts()
      try writeTurns()
      try writeEvents()
      let next = try nextWake(now: now)
      isCommitting = true
      try run(statements.commit)
      hasFailedCommit = false
      return StoreBatch(
        outcomes: outcomes, changes: batch.changes, events: batch.events, hasReadyJobs: batch.hasReadied,
        nextRunAt: next)
    } catch {
      connection.rollBack()
      guard isCommitting else { throw error }
      hasFailedCommit = true
      discardFailedCommit()
      throw hasFailedCommit ? error.inDoubt : error
    }
  }

  /// Takes a failed commit out of the log before its commands are refused.
  ///
  /// Going on after a failed fsync is safe here, although the kernel then takes the pages for written: every commit
  /// before was synced by itself, the frames of the failed one are written anew by the next (dirty pages, so its fsync
  /// tells the truth), and a checkpoint that could not sync the database copies the same pages again. What is not safe is
  /// to leave the frames in the log: see `Connection.discardFailedCommit`.
  private mutating func discardFailedCommit() {
    guard hasFailedCommit else { return }
    do throws(SQLiteError) {
      try connection.discardFailedCommit()
      hasFailedCommit = false
    } catch {
      // The disk takes nothing at all. Tried again before the next transaction, which also overwrites it if it succeeds.
    }
  }

  /// Runs one command. A refusal is found before anything is written, so the batch can go on.
  private mutating func perform(
    _ command: StoreCommand, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch command {
    case .createJob(let job): return try createJob(job, now: now)
    case .refreshProject(let request): return try refreshProject(request, now: now)
    case .createProject(let project, let user, let limit):
      return try createProject(project, userID: user, limit: limit, now: now)
    case .updateProject(let change): return try updateProject(change, now: now)
    case .cancelJob(let id): return try cancelJob(id, now: now)
    case .retryJob(let id, let force): return try retryJob(id, force: force, now: now)
    case .claim(let request): return .success(.claimed(try claim(request, now: now)))
    case .progress(let id, let token, let progress):
      try write(progress, of: id, token)
      return .success(.done)
    case .log(let id, let token, let text):
      try append(text, toLogOf: id, token)
      return .success(.done)
    case .complete(let id, let token, let output): return try complete(id, token, output, now: now)
    case .fail(let id, let token, let error, let terms): return try fail(id, token, error, terms, now: now)
    case .finishCancelled(let id, let token): return try finishCancelled(id, token, now: now)
    case .release(let id, let token): return try release(id, token, now: now)
    case .abandon(let id, let token, let terms): return try abandon(id, token, terms, now: now)
    case .recover(let terms): return .success(try recover(terms, now: now))
    case .cleanUp(let step): return .success(try cleanUp(step, now: now))
    case .cleanUpEvents(let before, let keep, let limit):
      return .success(try cleanUpEvents(before: before, keep: keep, limit: limit))
    case .shrinkLog: return .success(.done)
    case .createSchedule(let schedule): return try createSchedule(schedule, now: now)
    case .deleteSchedule(let id): return try deleteSchedule(id)
    case .fireSchedule(let request): return try fireSchedule(request, now: now)
    case .pauseQueue(let type): return .success(try pause(type ?? "", true, now: now))
    case .resumeQueue(let type): return .success(try pause(type ?? "", false, now: now))
    }
  }

  public mutating func close() throws(StoreError) {
    try stored { () throws(SQLiteError) in
      // Leaves a database file that is complete by itself, for whoever copies it.
      try connection.execute("final checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)")
      statements.finalize()
      try connection.close()
    }
  }

  /// One update for each status and type that the batch touched, not one for each job.
  private func writeCounts() throws(StoreError) {
    for (key, delta) in batch.counts where delta != 0 {
      statements.addToCount.bind(1, key.type)
      statements.addToCount.bind(2, key.status.rawValue)
      statements.addToCount.bind(3, delta)
      try run(statements.addToCount)
    }
  }

  // MARK: Helpers

  func run(_ statement: Statement) throws(StoreError) {
    try stored { () throws(SQLiteError) in try statement.run() }
  }

  func project(_ id: ProjectID) throws(StoreError) -> Project? {
    statements.project.bind(1, id)
    return try first(statements.project) { row throws(StoreError) in try Project(row: row) }
  }
}
