import GantryTestSupport
import JobModel
import SQLite
import Testing

@testable import JobStore

/// What everyday commands cost does not depend on how much has been done before. Counted in steps of SQLite's virtual
/// machine, which no other load on the machine disturbs.
@Suite struct FlatCostTests {
  private struct Costs: Equatable {
    var create = 0
    var claim = 0
    var complete = 0
    var cancel = 0
    var getJob = 0
    var queueCounts = 0
    var list = 0
    var cleanup = 0
  }

  @Test func `commands and reads cost the same with a thousand and with 200,000 finished jobs`() throws {
    let few = try costs(finished: 1_000)
    let many = try costs(finished: 200_000)
    #expect(few == many)
    #expect(few.create > 0 && few.claim > 0 && few.complete > 0 && few.getJob > 0 && few.queueCounts > 0)
  }

  private func costs(finished: Int) throws -> Costs {
    let directory = try TemporaryDirectory()
    let path = directory.appending("queue.db")
    let store = try SQLiteStore.open(path: path, durability: .normal)
    try fill(store.connection, finished)
    let reader = try SQLiteReader.open(path: path)
    var bench = StoreBench(store: store, reader: reader)
    bench.clock.advance(bySeconds: 86_400)
    // The first of each kind may find nothing to go on from.
    try live(&bench)
    var costs = Costs()
    func steps(_ connection: Connection, _ body: () throws -> Void) rethrows -> Int {
      let before = connection.virtualMachineSteps
      try body()
      return connection.virtualMachineSteps - before
    }
    var job = JobID(high: 0, low: 0)
    costs.create = try steps(store.connection) { job = try bench.noop() }
    var claimed: ClaimedJob?
    costs.claim = try steps(store.connection) { claimed = try bench.claimOne() }
    let attempt = try #require(claimed)
    costs.complete = try steps(store.connection) { try bench.complete(attempt) }
    let waiting = try bench.noop()
    costs.cancel = try steps(store.connection) { try bench.apply(.cancelJob(waiting)) }
    costs.getJob = try steps(reader.connection) { _ = try bench.job(job) }
    costs.queueCounts = try steps(reader.connection) { _ = try bench.reader.queueCounts() }
    _ = try bench.reader.jobs(JobFilter(status: .completed), after: nil, limit: 20)
    costs.list = try steps(reader.connection) {
      _ = try bench.reader.jobs(JobFilter(status: .completed), after: nil, limit: 20)
    }
    costs.cleanup = try steps(store.connection) {
      try bench.apply(.cleanUp(CleanupStep(status: .completed, endedBefore: nil, keep: finished - 50)))
    }
    try DatabaseInvariants.check(path, now: bench.now)
    return costs
  }

  private func live(_ bench: inout StoreBench) throws {
    _ = try bench.noop()
    try bench.complete(try bench.claimOne())
    try bench.apply(.cancelJob(try bench.noop()))
  }

  /// Jobs that have ended, a second apart; through SQL, since through the store it would take a minute.
  private func fill(_ connection: Connection, _ count: Int) throws {
    try connection.execute(
      "fill",
      """
      BEGIN;
      INSERT INTO jobs (id, type, user_id, status, priority, created_at, run_at, started_at, completed_at, max_retries,
        attempt, payload, result)
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(count))
      SELECT CAST(printf('%016d', n) AS BLOB), 'noop', '0', 'completed', 1, 1767000000000 + n, 1767000000000 + n,
        1767000000000 + n, 1767000000000 + n, 3, 1, '{}', '{}' FROM numbers;
      INSERT INTO queue_counts (type, status, count) VALUES ('noop', 'completed', \(count));
      COMMIT;
      """)
  }
}
