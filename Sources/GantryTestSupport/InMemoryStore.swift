import JobModel
import JobStore
import Synchronization

/// A store without a disk: the rules of `JobStoring` written down as plainly as possible, for tests of what stands above
/// the store and as the second opinion in `StoreConformance`.
public struct InMemoryStore: JobStoring {
  private let shared: Shared
  private var ids = UUIDv7Generator()

  public init() {
    shared = Shared()
  }

  /// A reader of this store; may live on another thread.
  public func reader() -> InMemoryReader {
    InMemoryReader(shared)
  }

  public mutating func apply(_ commands: [StoreCommand], now: Timestamp) throws(StoreError) -> StoreBatch {
    var transaction = InMemoryTransaction(state: shared.state.withLock { $0 }, ids: ids, now: now)
    transaction.begin()
    let outcomes = commands.map { transaction.perform($0) }
    ids = transaction.ids
    transaction.state.version += 1
    let first = (transaction.state.events.last?.seq ?? 0) + 1
    for index in transaction.events.indices { transaction.events[index].seq = first + Int64(index) }
    transaction.state.events += transaction.events
    shared.state.withLock { $0 = transaction.state }
    return StoreBatch(
      outcomes: outcomes, changes: transaction.changes, events: transaction.events, hasReadyJobs: true,
      nextRunAt: transaction.nextWake)
  }

  public mutating func close() throws(StoreError) {}

  final class Shared: Sendable {
    let state = Mutex(InMemoryState())
  }
}

/// Reads an `InMemoryStore`; a snapshot is a copy.
public struct InMemoryReader: JobReading {
  private let shared: InMemoryStore.Shared
  private var snapshot: InMemoryState?

  init(_ shared: InMemoryStore.Shared) {
    self.shared = shared
  }

  var state: InMemoryState { snapshot ?? shared.state.withLock { $0 } }

  public mutating func beginSnapshot() throws(StoreError) { snapshot = shared.state.withLock { $0 } }

  public mutating func endSnapshot() { snapshot = nil }

  public mutating func version() throws(StoreError) -> Int64 { state.version }

  public mutating func close() { snapshot = nil }

  public mutating func job(_ id: JobID) throws(StoreError) -> Job? {
    state.entries.first { $0.job.id == id }?.job
  }

  public mutating func jobs(_ filter: JobFilter, after cursor: JobID?, limit: Int) throws(StoreError) -> [Job] {
    let matching = state.entries.reversed().lazy.map(\.job).filter { job in
      cursor.map { job.id < $0 } ?? true && filter.projectID.map { job.projectID == $0 } ?? true
        && filter.userID.map { job.userID == $0 } ?? true && filter.type.map { job.type == $0 } ?? true
        && filter.status.map { job.status == $0 } ?? true
    }
    return Array(matching.prefix(limit))
  }

  public mutating func queueCounts() throws(StoreError) -> QueueCounts {
    let jobs = state.entries.map(\.job)
    func count(_ status: JobStatus) -> Int { jobs.count { $0.status == status } }
    return QueueCounts(
      pending: count(.pending), processing: count(.processing), completed: count(.completed), failed: count(.failed),
      cancelled: count(.cancelled), oldestPending: jobs.first { $0.status == .pending }?.createdAt)
  }

  public mutating func countsByType() throws(StoreError) -> [TypeCount] {
    var counts: [TypeCount] = []
    for type in Set(state.entries.map(\.job.type)).sorted() {
      for status in JobStatus.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
        let count = state.entries.count { $0.job.type == type && $0.job.status == status }
        if count > 0 { counts.append(TypeCount(type: type, status: status, count: count)) }
      }
    }
    return counts
  }

  public mutating func paused() throws(StoreError) -> [String] { state.paused.sorted() }

  public mutating func attempts(of id: JobID) throws(StoreError) -> [AttemptRecord] {
    guard let entry = state.entries.first(where: { $0.job.id == id }) else { return [] }
    return entry.attempts + (entry.job.unrecordedAttempt.map { [$0] } ?? [])
  }

  public mutating func openDependencies(of id: JobID, limit: Int) throws(StoreError) -> [JobID] {
    let entries = state.entries
    guard let entry = entries.first(where: { $0.job.id == id }) else { return [] }
    return entry.parents.sorted().prefix(limit).map { entries[$0].job.id }
  }

  public mutating func events(after seq: Int64, limit: Int) throws(StoreError) -> [StoreEvent] {
    Array(state.events.lazy.filter { $0.seq > seq }.prefix(limit))
  }

  public mutating func eventRange() throws(StoreError) -> ClosedRange<Int64>? {
    guard let first = state.events.first, let last = state.events.last else { return nil }
    return first.seq...last.seq
  }

  public mutating func log(of id: JobID, from offset: Int, limit: Int) throws(StoreError) -> LogPage {
    state.entries.first { $0.job.id == id }?.log.page(from: offset, limit: limit) ?? LogPage()
  }

  public mutating func project(_ id: ProjectID) throws(StoreError) -> Project? {
    state.projects.first { $0.id == id }
  }

  public mutating func project(source: String) throws(StoreError) -> Project? {
    state.projects.first { $0.source == source }
  }

  public mutating func projects(after cursor: ProjectID?, limit: Int) throws(StoreError) -> [Project] {
    Array(state.projects.lazy.filter { project in cursor.map { project.id > $0 } ?? true }.prefix(limit))
  }

  public mutating func document(
    _ kind: DocumentKind, of project: ProjectID, offset: Int, limit: Int
  ) throws(StoreError) -> DocumentPage? {
    guard let document = state.documents[InMemoryState.DocumentKey(project: project, kind: kind)] else { return nil }
    let items = Array(document.items.dropFirst(offset).prefix(limit))
    let next = offset + items.count
    return DocumentPage(
      summary: document.summary, items: items, nextOffset: next < document.items.count && !items.isEmpty ? next : nil)
  }
}

/// Everything an `InMemoryStore` knows.
struct InMemoryState: Sendable {
  /// What a pending job waits for.
  enum Gate: Sendable {
    /// Its turn, and perhaps its exclusive key.
    case open
    /// Its time.
    case scheduled
    /// Other jobs.
    case blocked
  }

  struct Entry: Sendable {
    var job: Job
    var request: NewJob
    var token: AttemptToken?
    var gate: Gate
    var log = InMemoryLog()
    var turn: Int64 = 0
    /// Places of the jobs that it waits for, or that failed it.
    var parents: [Int]
    /// Attempts that did not complete it.
    var attempts: [AttemptRecord] = []
    /// Grows with age.
    var seq: Int64
  }

  struct Flow: Hashable {
    var projectID: ProjectID?
    var priority: JobPriority
  }

  struct Use {
    var user: String
    var action: String
    var at: Timestamp
  }

  struct DocumentKey: Hashable {
    var project: ProjectID
    var kind: DocumentKind
  }

  /// Counts the transactions.
  var version: Int64 = 0
  /// In order of age.
  var entries: [Entry] = []
  /// In order of age.
  var projects: [Project] = []
  var documents: [DocumentKey: ProjectUpdate.Document] = [:]
  /// The newest turn given to a job of each flow, and the newest that was claimed.
  var turns: [Flow: Int64] = [:]
  var claimedTurn: Int64 = 0
  /// Ended jobs whose children have not been told.
  var settling: Set<Int> = []
  var uses: [Use] = []
  var paused: Set<String> = []
  /// In order of age.
  var schedules: [Schedule] = []
  var events: [StoreEvent] = []
  var refreshFigures: [JobID: RefreshFigures] = [:]
  /// In the order in which they were first seen.
  var skills: [ProjectID: [Skill]] = [:]
  var histories: [ProjectID: History] = [:]
}
