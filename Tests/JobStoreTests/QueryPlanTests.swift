import GantryTestSupport
import JobModel
import SQLite
import Testing

@testable import JobStore

/// The cost of every statement must not grow with the number of jobs: each finds its rows by an index and sorts nothing.
@Suite struct QueryPlanTests {
  private let directory: TemporaryDirectory
  private let store: SQLiteStore
  private var reader: SQLiteReader

  init() throws {
    directory = try TemporaryDirectory()
    let path = directory.appending("queue.db")
    store = try SQLiteStore.open(path: path)
    reader = try SQLiteReader.open(path: path)
  }

  /// Tables of a few rows, read whole; the one row of a subquery over two indexes; and indexes and tables stopped at their
  /// first entry.
  private static let scans: Set<String> = [
    "SCAN queue_counts", "SCAN paused", "SCAN settling", "SCAN events", "SCAN (subquery-2)", "SCAN (subquery-1)",
    "SCAN jobs USING INDEX jobs_scheduled",
  ]

  private func expectIndexes(_ statements: [Statement], of connection: Connection) throws {
    for statement in statements {
      for line in try connection.queryPlan(of: statement) {
        #expect(!line.hasPrefix("SCAN") || Self.scans.contains(line), "\(statement.name): \(line)")
        #expect(!line.contains("TEMP B-TREE"), "\(statement.name): \(line)")
      }
    }
  }

  @Test func `the writer searches and never scans or sorts`() throws {
    #expect(store.statements.all.count > 30)
    try expectIndexes(store.statements.all, of: store.connection)
  }

  @Test func `the reader searches and never scans or sorts`() throws {
    try expectIndexes(reader.statements.all, of: reader.connection)
  }

  @Test(arguments: [
    ("claim candidates", "jobs_ready"), ("next run_at", "jobs_scheduled"), ("due jobs", "jobs_scheduled"),
    ("start attempt", "INTEGER PRIMARY KEY"), ("complete", "sqlite_autoindex_jobs_1"), ("head of lane", "jobs_lane"),
    ("next parked type", "jobs_lane"), ("expired jobs", "jobs_expiring"), ("next expiry", "jobs_expiring"),
    ("running of type", "jobs_running"), ("dependents", "dependencies_by_parent"),
    ("limiting use", "rate_uses_by_user"), ("park lane", "jobs_lane"), ("waiting in lane", "jobs_lane"),
    ("running in lane", "jobs_exclusive"), ("live job by unique key", "jobs_unique"),
    ("job by idempotency key", "jobs_idempotency"), ("processing jobs", "jobs_by_status"),
  ])
  func `hot statements use the index that was made for them`(_ name: String, _ index: String) throws {
    let statement = try #require(store.statements.all.first { $0.name == name })
    let plan = try store.connection.queryPlan(of: statement)
    #expect(plan.contains { $0.contains(index) }, "\(plan)")
  }

  @Test func `every list walks one index from its new end`() throws {
    for project in [nil, ProjectID(high: 1, low: 1)] {
      for user in [nil, "0"] {
        for type in [nil, "noop"] {
          for status in [nil, JobStatus.completed, .pending] {
            for hasCursor in [false, true] {
              let filter = JobFilter(projectID: project, userID: user, type: type, status: status)
              let list = JobList(filter, hasCursor: hasCursor)
              let statement = try reader.connection.prepare("list", list.sql)
              let plan = try reader.connection.queryPlan(of: statement)
              #expect(plan.count == 1)
              // Without a filter the table itself is the index, walked from its end and stopped by LIMIT.
              let line = plan.first ?? ""
              #expect(line.hasPrefix("SEARCH") || (line == "SCAN jobs" && list.driver == .age && !hasCursor), "\(plan)")
            }
          }
        }
      }
    }
  }

  @Test func `no statement is left in the middle by anything the store or the reader does`() throws {
    var bench = StoreBench(store: store, reader: reader)
    let project = try bench.refresh(.source(StoreBench.newProject("/srv/a"))).project
    let claimed = try bench.claimOne()
    let plan = ProjectUpdate.Document(brief: "{}", summary: "{}", items: ["{}", "{}", "{}"])
    try bench.complete(claimed, ProjectUpdate(projectID: project.id, head: nil, branch: nil, plan: plan))
    try bench.apply([.claim(ClaimRequest(boot: bench.boot, limit: 5, types: ["noop"])), .recover(.standard)])
    _ = try bench.reader.jobs(JobFilter(), after: claimed.job.id, limit: 1)
    _ = try bench.reader.document(.plan, of: project.id, offset: 0, limit: 1)
    _ = try bench.reader.queueCounts()
    _ = try bench.reader.version()
    #expect(store.connection.busyStatements.isEmpty)
    #expect(reader.connection.busyStatements.isEmpty)
    #expect(!reader.connection.isInTransaction)
  }
}
