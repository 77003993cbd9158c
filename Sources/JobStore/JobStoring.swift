import JobModel

/// The queue on disk, as the store thread drives it. Not for sharing: one thread owns a writer.
///
/// Nothing above this protocol knows SQL, or may assume that this writer is the only one.
public protocol JobStoring {
  /// Applies the commands in order as one transaction. When it returns, all of it is durable; when it throws,
  /// nothing of it happened.
  mutating func apply(_ commands: [StoreCommand], now: Timestamp) throws(StoreError) -> StoreBatch

  /// Gives up the database in good order (a checkpoint, then close). The store must not be used after it.
  mutating func close() throws(StoreError)
}

/// Reads, as the loop thread makes them. A reader sees every transaction committed before `beginSnapshot`.
public protocol JobReading {
  /// Pins one state of the queue for the reads that follow; many reads in one snapshot cost one lock.
  mutating func beginSnapshot() throws(StoreError)
  /// Lets go of it. Without a snapshot each read sees the newest state.
  mutating func endSnapshot()
  /// A number that is another one after any writer has committed: what was read under the same number still holds.
  mutating func version() throws(StoreError) -> Int64
  /// Gives up the connection. The reader must not be used after it.
  mutating func close()

  mutating func job(_ id: JobID) throws(StoreError) -> Job?
  /// Newest first.
  mutating func jobs(_ filter: JobFilter, after cursor: JobID?, limit: Int) throws(StoreError) -> [Job]
  /// Kept counts: cost does not depend on how many jobs there are.
  mutating func queueCounts() throws(StoreError) -> QueueCounts
  /// The same by type, in order of the types' names.
  mutating func countsByType() throws(StoreError) -> [TypeCount]
  /// What is paused, in order; the empty name stands for everything.
  mutating func paused() throws(StoreError) -> [String]
  /// The attempts at a job, oldest first, the one that runs or that completed it last. Old ones of a job with very many
  /// are forgotten.
  mutating func attempts(of id: JobID) throws(StoreError) -> [AttemptRecord]
  /// The jobs that a pending job waits for, at most `limit`.
  mutating func openDependencies(of id: JobID, limit: Int) throws(StoreError) -> [JobID]
  /// What a pending job waits for; nil for a job that is not pending, or not there.
  mutating func wait(of id: JobID) throws(StoreError) -> JobWait?
  /// How many jobs of these types could start and go before a pending job, ageing left aside; counted up to `limit`.
  mutating func jobsAhead(of id: JobID, types: [String], limit: Int) throws(StoreError) -> Int
  /// Of the jobs that could start, the first of each of these types and each priority.
  mutating func readyHeads(types: [String]) throws(StoreError) -> [Job]
  /// Of the pending jobs whose time has not come, the one whose time comes first.
  mutating func nextScheduled() throws(StoreError) -> Job?
  /// What a refresh that has read a plan found before and left behind; nil for any other job.
  mutating func refreshFigures(of id: JobID) throws(StoreError) -> RefreshFigures?
  /// Up to `limit` events behind number `seq`, oldest first; those that are no longer kept are left out.
  mutating func events(after seq: Int64, limit: Int) throws(StoreError) -> [StoreEvent]
  /// Numbers of the oldest event kept and of the newest there was; nil when nothing has happened yet.
  mutating func eventRange() throws(StoreError) -> ClosedRange<Int64>?
  /// Up to `limit` bytes of a job's log from `offset` on, or from the oldest byte kept behind it; empty at its end.
  mutating func log(of id: JobID, from offset: Int, limit: Int) throws(StoreError) -> LogPage

  mutating func schedule(_ id: ScheduleID) throws(StoreError) -> Schedule?
  /// Oldest first.
  mutating func schedules(after cursor: ScheduleID?, limit: Int) throws(StoreError) -> [Schedule]

  mutating func project(_ id: ProjectID) throws(StoreError) -> Project?
  mutating func project(source: String) throws(StoreError) -> Project?
  /// Oldest first.
  mutating func projects(after cursor: ProjectID?, limit: Int) throws(StoreError) -> [Project]
  /// Summary and one page of the items of a project's plan or skills; nil before the first refresh.
  mutating func document(
    _ kind: DocumentKind, of project: ProjectID, offset: Int, limit: Int
  ) throws(StoreError) -> DocumentPage?
  /// The skills that the last look for them saw, in the order of the document's items from that item on.
  mutating func skills(of project: ProjectID, from ordinal: Int, limit: Int) throws(StoreError) -> [SkillRecord]
  /// The skills that an earlier look saw and the last one did not, last seen first.
  mutating func formerSkills(of project: ProjectID, limit: Int) throws(StoreError) -> [SkillRecord]
  /// The skills of the projects that a user had refreshed, former ones among them, by category and name.
  mutating func skills(
    ofUser userID: String, after position: PersonSkill.Position?, limit: Int
  ) throws(StoreError) -> [PersonSkill]

  /// How far the history of a project's plan reaches, a JSON object text; nil before its first refresh.
  mutating func historyReport(of project: ProjectID) throws(StoreError) -> String?
  /// States of a project's plan behind a position, oldest first.
  mutating func snapshots(
    of project: ProjectID, after position: HistoryPosition, limit: Int
  ) throws(StoreError) -> [HistoryRow<ProgressSnapshot>]
  /// The state of a project's plan at a time: the last one that is not later.
  mutating func snapshot(of project: ProjectID, at time: Timestamp) throws(StoreError) -> ProgressSnapshot?
  /// Ticks, and ticks taken back, before a position and not before a time, newest first.
  mutating func ticks(
    of project: ProjectID, before position: HistoryPosition, since: Timestamp, limit: Int
  ) throws(StoreError) -> [HistoryRow<TickEvent>]
}

/// Which jobs to list; nil members do not restrict.
public struct JobFilter: Sendable, Hashable {
  public var projectID: ProjectID?
  public var userID: String?
  public var type: String?
  public var status: JobStatus?

  public init(
    projectID: ProjectID? = nil, userID: String? = nil, type: String? = nil, status: JobStatus? = nil
  ) {
    self.projectID = projectID
    self.userID = userID
    self.type = type
    self.status = status
  }
}

/// Jobs by status.
public struct QueueCounts: Sendable, Hashable {
  public var pending: Int
  public var processing: Int
  public var completed: Int
  public var failed: Int
  public var cancelled: Int
  /// Creation of the oldest pending job.
  public var oldestPending: Timestamp?

  public init(
    pending: Int = 0, processing: Int = 0, completed: Int = 0, failed: Int = 0, cancelled: Int = 0,
    oldestPending: Timestamp? = nil
  ) {
    self.pending = pending
    self.processing = processing
    self.completed = completed
    self.failed = failed
    self.cancelled = cancelled
    self.oldestPending = oldestPending
  }

  public var total: Int { pending + processing + completed + failed + cancelled }
}

/// Jobs of one type in one status.
public struct TypeCount: Sendable, Hashable {
  public var type: String
  public var status: JobStatus
  public var count: Int

  public init(type: String, status: JobStatus, count: Int) {
    self.type = type
    self.status = status
    self.count = count
  }
}

/// The two documents that a refresh leaves with its project.
public enum DocumentKind: String, Sendable, CaseIterable {
  case plan, skills
}

/// One page of a stored document; all texts are JSON objects.
public struct DocumentPage: Sendable, Hashable {
  public var summary: String
  public var items: [String]
  /// Offset of the next page; nil at the end.
  public var nextOffset: Int?

  public init(summary: String, items: [String], nextOffset: Int?) {
    self.summary = summary
    self.items = items
    self.nextOffset = nextOffset
  }
}
