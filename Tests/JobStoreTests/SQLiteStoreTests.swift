import GantryTestSupport
import Glibc
import JobModel
import SQLite
import Testing

@testable import JobStore

/// What only a store with a file can do, or do wrong.
@Suite struct SQLiteStoreTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.appending("queue.db")
  }

  private func bench() throws -> StoreBench {
    StoreBench(store: try SQLiteStore.open(path: path), reader: try SQLiteReader.open(path: path))
  }

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  // MARK: Opening

  @Test func `the files are readable by their owner only`() throws {
    var bench = try bench()
    _ = try bench.noop()
    for suffix in ["", "-wal", "-shm"] { #expect(mode(path + suffix) == 0o600, "\(suffix)") }
  }

  @Test func `a state directory behind a symbolic link is fine, a database behind one is not`() throws {
    let real = try directory.makeDirectory("real")
    #expect(symlink(real, directory.appending("link")) == 0)
    var store = try SQLiteStore.open(path: directory.appending("link/queue.db"))
    try store.close()
    #expect(mode(real + "/queue.db") == 0o600)
    #expect(symlink(real + "/queue.db", path) == 0)
    let error = #expect(throws: StoreError.self) { try SQLiteStore.open(path: path) }
    #expect(error?.code == .io)
  }

  @Test func `a directory that is not there is named`() throws {
    let error = #expect(throws: StoreError.self) { try SQLiteStore.open(path: "\(directory.path)/gone/queue.db") }
    #expect(error?.code == .io)
    #expect(error?.underlying == ENOENT)
    #expect(error?.message.contains("\(directory.path)/gone") == true)
  }

  @Test(arguments: [
    ("PRAGMA user_version = 99", StoreError.Code.newerVersion), ("PRAGMA application_id = 4711", .notOurs),
  ])
  func `a database that is not for us is refused, and not a byte of it changes`(
    _ sign: String, _ code: StoreError.Code
  ) throws {
    var store = try SQLiteStore.open(path: path)
    _ = try store.apply([.createJob(NewJob(type: "noop", userID: "0"))], now: Timestamp(milliseconds: 0))
    try store.close()
    let other = try Connection(path: path, mode: .readWrite)
    try other.execute("sign", sign)
    try other.close()
    let before = try contents(path)
    let error = #expect(throws: StoreError.self) { try SQLiteStore.open(path: path) }
    #expect(error?.code == code)
    #expect(error?.message.contains(path) == true)
    #expect(try contents(path) == before)
  }

  @Test func `a file that is no database is refused and kept`() throws {
    let text = String(repeating: "dear diary, this is not a queue\n", count: 100)
    try directory.write("queue.db", text)
    let error = #expect(throws: StoreError.self) { try SQLiteStore.open(path: path) }
    #expect(error?.code == .corrupt)
    #expect(try contents(path) == Array(text.utf8))
  }

  // MARK: Surviving

  @Test func `everything is there after a good end`() throws {
    var first = try bench()
    let done = try first.noop(.high)
    let claimed = try first.claimOne()
    let project = try first.project()
    let update = ProjectUpdate(
      projectID: project.id, head: "abc", branch: nil, plan: .init(brief: "{}", summary: "{}", items: ["{}"]))
    try first.complete(claimed, update)
    let waiting = try first.noop()
    let doneBefore = try first.job(done)
    first.reader.close()
    try first.store.close()

    var second = try bench()
    #expect(try second.job(done) == doneBefore)
    #expect(try second.reader.queueCounts().total == 2)
    #expect(try second.reader.document(.plan, of: project.id, offset: 0, limit: 5)?.items == ["{}"])
    #expect(try second.claim().map(\.job.id) == [waiting])
  }

  @Test func `everything answered is there after an end without a close`() throws {
    // The first store stays as a dead process leaves it: log not copied back, nothing closed.
    var dead = try bench()
    let running = try dead.noop()
    _ = try dead.claimOne()
    let waiting = try dead.noop()

    var next = try bench()
    guard case .recovered(let ids, _) = try next.apply(.recover(.standard)) else {
      Issue.record("recover answered something else")
      return
    }
    #expect(ids == [running])
    #expect(try next.claim().map(\.job.id) == [running, waiting])
    try DatabaseInvariants.check(path, now: next.now)
    _ = dead
  }

  @Test func `ids go on growing after a restart under a clock that was set back`() throws {
    var first = try bench()
    first.clock.advance(bySeconds: 3600)
    let old = try first.noop()
    try first.store.close()
    var second = try bench()
    #expect(try old < second.noop())
  }

  @Test func `jobs keep their times and turns across a restart`() throws {
    var first = try bench()
    let at = first.now.advanced(bySeconds: 30)
    let later = try first.create(NewJob(type: "noop", userID: "0", runAt: at)).id
    try first.store.close()
    var second = try bench()
    #expect(try second.claim().isEmpty)
    #expect(second.nextRunAt == at)
    second.clock.advance(bySeconds: 30)
    #expect(try second.claim().map(\.job.id) == [later])
  }

  // MARK: A disk without room

  @Test func `a full disk refuses with its name, loses nothing, is read meanwhile, and takes jobs again`() throws {
    var bench = try bench()
    let store = try #require(bench.store as? SQLiteStore)
    var acknowledged: [JobID] = []
    let first = try bench.noop()
    acknowledged.append(first)
    try store.limitPages(to: 60)
    let payload = #"{"x":""# + String(repeating: "y", count: 4000) + #""}"#
    let error = #expect(throws: StoreError.self) {
      while acknowledged.count < 1000 {
        acknowledged.append(try bench.create(NewJob(type: "noop", userID: "0", payload: payload)).id)
      }
    }
    #expect(error?.code == .full)
    #expect(error?.message.contains(path) == true)
    #expect(acknowledged.count > 1)
    for id in acknowledged { #expect(try bench.reader.job(id)?.status == .pending) }
    #expect(try bench.reader.queueCounts().pending == acknowledged.count)
    try DatabaseInvariants.check(path, now: bench.now)

    try store.limitPages(to: 10_000)
    acknowledged.append(try bench.noop())
    #expect(try bench.reader.queueCounts().pending == acknowledged.count)
  }

  @Test func `a batch that does not fit is undone as a whole`() throws {
    var bench = try bench()
    let store = try #require(bench.store as? SQLiteStore)
    let kept = try bench.noop()
    try store.limitPages(to: 60)
    let payload = #"{"x":""# + String(repeating: "y", count: 100_000) + #""}"#
    let error = #expect(throws: StoreError.self) {
      try bench.apply([
        .createJob(NewJob(type: "noop", userID: "0")), .cancelJob(kept),
        .createJob(NewJob(type: "noop", userID: "0", payload: payload)),
        .createJob(NewJob(type: "noop", userID: "0", payload: payload)),
      ])
    }
    #expect(error?.code == .full)
    #expect(try bench.job(kept).status == .pending)
    #expect(try bench.reader.queueCounts().total == 1)
    try DatabaseInvariants.check(path, now: bench.now)
    try bench.apply(.cancelJob(kept))
    #expect(try bench.reader.queueCounts().cancelled == 1)
    try DatabaseInvariants.check(path, now: bench.now)
  }

  // MARK: Constraints

  @Test(arguments: [
    "UPDATE jobs SET status = 'processing'",
    "UPDATE jobs SET status = 'completed', gate = NULL",
    "UPDATE jobs SET status = 'failed', gate = NULL, completed_at = 1",
    "UPDATE jobs SET gate = NULL",
    "UPDATE jobs SET gate = 'parked'",
    "UPDATE jobs SET status = 'lost'",
    "UPDATE jobs SET payload = '[]'",
    "UPDATE jobs SET priority = 3",
    "UPDATE jobs SET progress_fraction = 1.5",
    "UPDATE jobs SET project_id = zeroblob(16)",
    "UPDATE jobs SET id = x'00'",
    "UPDATE queue_counts SET count = -1",
  ])
  func `the tables refuse what must not be, whoever writes it`(_ sql: String) throws {
    var bench = try bench()
    _ = try bench.noop()
    let other = try Connection(path: path, mode: .readWrite)
    try other.execute("foreign keys", "PRAGMA foreign_keys = ON")
    let error = #expect(throws: SQLiteError.self) { try other.execute("tamper", sql) }
    #expect(error?.isConstraint == true)
  }

  @Test func `two waiting refreshes of one project are refused by the table itself`() throws {
    var bench = try bench()
    let refresh = try bench.refresh(.source(StoreBench.newProject("/srv/a"))).id
    let other = try Connection(path: path, mode: .readWrite)
    let error = #expect(throws: SQLiteError.self) {
      try other.execute(
        "second refresh",
        """
        INSERT INTO jobs (id, type, project_id, user_id, status, priority, created_at, run_at, gate, max_retries, payload)
        SELECT randomblob(16), type, project_id, user_id, status, priority, created_at, run_at, gate, max_retries, payload
        FROM jobs
        """)
    }
    #expect(error?.isConstraint == true)
    #expect(try bench.job(refresh).status == .pending)
  }

  @Test func `what hangs on a project goes with it`() throws {
    var bench = try bench()
    let refresh = try bench.refresh(.source(StoreBench.newProject("/srv/a")))
    let plan = ProjectUpdate.Document(brief: "{}", summary: "{}", items: ["{}", "{}"])
    try bench.complete(
      try bench.claimOne(), ProjectUpdate(projectID: refresh.project.id, head: nil, branch: nil, plan: plan))
    let other = try Connection(path: path, mode: .readWrite)
    try other.execute("delete", "PRAGMA foreign_keys = ON; DELETE FROM projects")
    for table in ["jobs", "project_documents", "project_document_items"] {
      #expect(try other.integer(table, "SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
  }

  @Test func `a document without change writes no item`() throws {
    var bench = try bench()
    let project = try bench.project()
    let plan = ProjectUpdate.Document(brief: "{}", summary: "{}", items: (0..<50).map { #"{"n":\#($0)}"# })
    var sizes: [Int] = []
    for _ in 0..<3 {
      _ = try bench.refresh(.project(project.id))
      let claimed = try bench.claimOne()
      let before = try #require(bench.store as? SQLiteStore).connection.totalChanges
      try bench.complete(claimed, ProjectUpdate(projectID: project.id, head: nil, branch: nil, plan: plan))
      sizes.append(try #require(bench.store as? SQLiteStore).connection.totalChanges - before)
    }
    #expect(sizes[0] >= 50)
    #expect(sizes[1] < 10)
    #expect(sizes[2] < 10)
  }

  // MARK: Scale

  @Test func `a claim does not walk over what it cannot take`() throws {
    var bench = try bench()
    let count = 20_000
    let busy = NewJob(type: "noop", userID: "0", priority: .high, exclusiveKey: "busy")
    let later = NewJob(type: "noop", userID: "0", priority: .high, runAt: bench.now.advanced(bySeconds: 1e6))
    try bench.apply([StoreCommand](repeating: .createJob(busy), count: count))
    try bench.apply([StoreCommand](repeating: .createJob(later), count: count))
    let store = try #require(bench.store as? SQLiteStore)
    #expect(try bench.claim().count == 1)
    let mine = try bench.noop(.low)
    let before = store.connection.virtualMachineSteps
    #expect(try bench.claim().map(\.job.id) == [mine])
    // A walk over 40,000 rows would take some 400,000 steps.
    #expect(store.connection.virtualMachineSteps - before < 5000)
  }

  @Test func `jobs due in a great crowd come in over several transactions`() throws {
    var bench = try bench()
    let later = NewJob(type: "noop", userID: "0", runAt: bench.now.advanced(bySeconds: 60))
    try bench.apply([StoreCommand](repeating: .createJob(later), count: 2500))
    bench.clock.advance(bySeconds: 60)
    var claimed = try bench.claim(3000).count
    #expect(claimed == 1000)
    // The store says that there is more to do at once.
    #expect(bench.nextRunAt.map { $0 <= bench.now } == true)
    claimed += try bench.claim(3000).count
    claimed += try bench.claim(3000).count
    #expect(claimed == 2500)
    #expect(bench.nextRunAt == nil)
  }

  private func contents(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    #expect(descriptor >= 0)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}

extension SQLiteStore {
  /// Stands in for the size of a disk.
  fileprivate func limitPages(to count: Int) throws {
    try connection.execute("page limit", "PRAGMA max_page_count = \(count)")
  }
}
