import JobModel
import SQLite

/// Reads from a connection of its own, which cannot write.
public struct SQLiteReader: JobReading {
  let connection: Connection
  let statements: Statements
  let logs: LogStatements
  /// One for each combination of filters that was asked for.
  private(set) var lists: [JobList: Statement] = [:]

  struct Statements {
    let begin: Statement
    let end: Statement
    let version: Statement
    let job: Statement
    let position: Statement
    let counts: Statement
    let oldestPending: Statement
    let countsByType: Statement
    let paused: Statement
    let attempts: Statement
    let openDependencies: Statement
    let eventRow: Statement
    let eventsFrom: Statement
    let oldestEvents: Statement
    let newestEvents: Statement
    let project: Statement
    let projectBySource: Statement
    let projects: Statement
    let summary: Statement
    let items: Statement
    let monitoring: MonitoringStatements
    let schedule: Statement
    let schedules: Statement
    let skills: SkillQueries
    let history: HistoryQueries

    var all: [Statement] {
      [
        begin, end, version, job, position, counts, oldestPending, countsByType, paused, attempts, openDependencies,
        eventsFrom, eventRow, oldestEvents, newestEvents, project, projectBySource, projects, summary, items,
        schedule, schedules,
      ] + monitoring.all + skills.all + history.all
    }
  }

  /// Opens a database that a `SQLiteStore` has made.
  public static func open(path: String) throws(StoreError) -> SQLiteReader {
    let path = try DatabaseFile.resolve(path)
    let connection = try stored { () throws(SQLiteError) in try Connection(path: path, mode: .readOnly) }
    do throws(Migrator.Refusal) {
      guard try Schema.migrator.isCurrent(connection) else {
        throw .failed(
          SQLiteError(
            extendedCode: 21, message: "the store must be opened first", operation: "open for reading", path: path))
      }
    } catch {
      throw SQLiteStore.refusal(error, path: path)
    }
    return try stored { () throws(SQLiteError) in
      // 16 MiB of pages; the log is never copied back by a reader.
      try connection.execute(
        "settings", "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384")
      return try SQLiteReader(connection)
    }
  }

  private init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    logs = try LogStatements(connection)
    statements = Statements(
      begin: try connection.prepare("begin snapshot", "BEGIN"),
      end: try connection.prepare("end snapshot", "COMMIT"),
      // Counts the commits of all other connections, of this process and of others.
      version: try connection.prepare("data version", "PRAGMA data_version"),
      job: try connection.prepare("job by id", "SELECT \(Job.columns) FROM jobs WHERE id = ?1"),
      // The row of a cursor, or the next older one should it be gone.
      position: try connection.prepare(
        "position of cursor", "SELECT seq, id FROM jobs WHERE id <= ?1 ORDER BY id DESC LIMIT 1"),
      counts: try connection.prepare("queue counts", "SELECT status, count FROM queue_counts"),
      oldestPending: try connection.prepare(
        "oldest pending",
        "SELECT created_at FROM jobs WHERE status = 'pending' ORDER BY seq LIMIT 1"),
      countsByType: try connection.prepare(
        "counts by type", "SELECT type, status, count FROM queue_counts ORDER BY type, status"),
      paused: try connection.prepare("paused", "SELECT type FROM paused ORDER BY type"),
      attempts: try connection.prepare(
        "attempts of a job",
        """
        SELECT attempts.attempt, attempts.started_at, ended_at, outcome, attempts.worker, retry_at, attempts.error_kind,
          attempts.error_message, attempts.error_step, attempts.error_exit_code, attempts.error_stderr,
          attempts.error_retryable
        FROM jobs CROSS JOIN attempts ON job = seq WHERE id = ?1 ORDER BY attempts.attempt
        """),
      openDependencies: try connection.prepare(
        "open dependencies",
        """
        SELECT parent.id FROM jobs AS child CROSS JOIN dependencies ON dependencies.child = child.seq
          CROSS JOIN jobs AS parent ON parent.seq = dependencies.parent
        WHERE child.id = ?1 ORDER BY dependencies.parent LIMIT ?2
        """),
      // The row that holds the event of that number, if it is kept: the last that starts at or before it.
      eventRow: try connection.prepare(
        "event row", "SELECT seq, count, at, body FROM events WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1"),
      eventsFrom: try connection.prepare(
        "events from", "SELECT seq, count, at, body FROM events WHERE seq >= ?1 ORDER BY seq LIMIT ?2"),
      oldestEvents: try connection.prepare("oldest events", "SELECT seq FROM events ORDER BY seq LIMIT 1"),
      newestEvents: try connection.prepare(
        "newest events", "SELECT seq + count - 1 FROM events ORDER BY seq DESC LIMIT 1"),
      project: try connection.prepare("project by id", "SELECT \(Project.columns) FROM projects WHERE id = ?1"),
      projectBySource: try connection.prepare(
        "project by source", "SELECT \(Project.columns) FROM projects WHERE source = ?1"),
      projects: try connection.prepare(
        "projects page", "SELECT \(Project.columns) FROM projects WHERE id > ?1 ORDER BY id LIMIT ?2"),
      summary: try connection.prepare(
        "document summary", "SELECT summary FROM project_documents WHERE project_id = ?1 AND kind = ?2"),
      items: try connection.prepare(
        "document items",
        """
        SELECT item FROM project_document_items
        WHERE project_id = ?1 AND kind = ?2 AND ordinal >= ?3 ORDER BY ordinal LIMIT ?4
        """),
      monitoring: try MonitoringStatements(connection),
      schedule: try connection.prepare("schedule by id", "SELECT \(ScheduleRow.columns) FROM schedules WHERE id = ?1"),
      schedules: try connection.prepare(
        "schedules", "SELECT \(ScheduleRow.columns) FROM schedules WHERE id > ?1 ORDER BY id LIMIT ?2"),
      skills: try SkillQueries(connection),
      history: try HistoryQueries(connection))
  }

  public mutating func beginSnapshot() throws(StoreError) {
    try stored { () throws(SQLiteError) in try statements.begin.run() }
  }

  public mutating func endSnapshot() {
    connection.rollBack()
  }

  public mutating func version() throws(StoreError) -> Int64 {
    try first(statements.version) { row throws(StoreError) in row.int64(0) } ?? 0
  }

  public mutating func close() {
    endSnapshot()
    for statement in statements.all + logs.all + lists.values { statement.finalize() }
    do throws(SQLiteError) {
      try connection.close()
    } catch {
      // Nothing of the reader's can be lost, and the process is about to end; only the WAL file would stay behind.
    }
  }

  public mutating func job(_ id: JobID) throws(StoreError) -> Job? {
    statements.job.bind(1, id)
    return try first(statements.job) { row throws(StoreError) in try Job(row: row) }
  }

  public mutating func jobs(_ filter: JobFilter, after cursor: JobID?, limit: Int) throws(StoreError) -> [Job] {
    let query = JobList(filter, hasCursor: cursor != nil)
    let statement: Statement
    if let known = lists[query] {
      statement = known
    } else {
      statement = try stored { () throws(SQLiteError) in try connection.prepare("jobs page", query.sql) }
      lists[query] = statement
    }
    var start: Int64?
    if let cursor {
      statements.position.bind(1, cursor)
      start = try first(statements.position) { row throws(StoreError) in
        row.id(1) == cursor ? row.int64(0) : row.int64(0) + 1
      }
      // Every job there is came after the cursor.
      if start == nil { return [] }
    }
    query.bind(filter, before: start, limit: limit, to: statement)
    return try all(statement) { row throws(StoreError) in try Job(row: row) }
  }

  public mutating func queueCounts() throws(StoreError) -> QueueCounts {
    var counts = QueueCounts()
    let rows = try all(statements.counts) { row throws(StoreError) in (row.text(0), row.int(1)) }
    for (status, count) in rows {
      switch JobStatus(rawValue: status) {
      case .pending: counts.pending += count
      case .processing: counts.processing += count
      case .completed: counts.completed += count
      case .failed: counts.failed += count
      case .cancelled: counts.cancelled += count
      case nil: break
      }
    }
    counts.oldestPending = try first(statements.oldestPending) { row throws(StoreError) in row.time(0) }
    return counts
  }

  public mutating func project(_ id: ProjectID) throws(StoreError) -> Project? {
    statements.project.bind(1, id)
    return try first(statements.project) { row throws(StoreError) in try Project(row: row) }
  }

  public mutating func project(source: String) throws(StoreError) -> Project? {
    statements.projectBySource.bind(1, source)
    return try first(statements.projectBySource) { row throws(StoreError) in try Project(row: row) }
  }

  public mutating func projects(after cursor: ProjectID?, limit: Int) throws(StoreError) -> [Project] {
    statements.projects.bind(1, cursor ?? ProjectID(high: 0, low: 0))
    statements.projects.bind(2, limit)
    return try all(statements.projects) { row throws(StoreError) in try Project(row: row) }
  }

  public mutating func document(
    _ kind: DocumentKind, of project: ProjectID, offset: Int, limit: Int
  ) throws(StoreError) -> DocumentPage? {
    // The summary and its items must be of the same refresh.
    try inOneSnapshot { reader throws(StoreError) in
      let statements = reader.statements
      statements.summary.bind(1, project)
      statements.summary.bind(2, kind.rawValue)
      guard let summary = try first(statements.summary, { row throws(StoreError) in row.text(0) }) else { return nil }
      statements.items.bind(1, project)
      statements.items.bind(2, kind.rawValue)
      statements.items.bind(3, offset)
      statements.items.bind(4, limit + 1)
      let items = try all(statements.items) { row throws(StoreError) in row.text(0) }
      return DocumentPage(
        summary: summary, items: Array(items.prefix(limit)), nextOffset: items.count > limit ? offset + limit : nil)
    }
  }

  /// Runs several reads that must see the same state, in the snapshot there is or in one of their own.
  mutating func inOneSnapshot<T>(
    _ body: (inout SQLiteReader) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    guard !connection.isInTransaction else { return try body(&self) }
    try beginSnapshot()
    defer { endSnapshot() }
    return try body(&self)
  }
}

/// Steps once; the statement is ready for its next use whichever way this ends.
func first<T>(
  _ statement: Statement, _ read: (Statement) throws(StoreError) -> T
) throws(StoreError) -> T? {
  defer { statement.reset() }
  guard try stored({ () throws(SQLiteError) in try statement.step() }) else { return nil }
  return try read(statement)
}

/// Steps to the end.
func all<T>(
  _ statement: Statement, _ read: (Statement) throws(StoreError) -> T
) throws(StoreError) -> [T] {
  defer { statement.reset() }
  var rows: [T] = []
  while try stored({ () throws(SQLiteError) in try statement.step() }) { rows.append(try read(statement)) }
  return rows
}
