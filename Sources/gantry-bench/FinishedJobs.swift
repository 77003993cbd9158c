import Glibc
import JobModel
import JobStore

/// Fills a state directory with jobs that have ended, through the store itself: what a daemon that ran for a long time
/// has.
struct FinishedJobs {
  let count: Int
  /// Ids of some of them, spread evenly.
  private(set) var sample: [String] = []

  private static let batch = 500
  private static let sampled = 10_000

  init(count: Int) { self.count = count }

  mutating func fill(state: String, announce: (String) -> Void) throws {
    guard mkdir(state, 0o700) == 0 || errno == EEXIST else {
      throw BenchError("\(state) cannot be made: \(String(cString: strerror(errno)))")
    }
    var store = try SQLiteStore.open(path: state + "/gantry.db", durability: .normal)
    var clock = Clock()
    let boot = clock.id()
    let user = String(getuid())
    let stride = max(1, count / Self.sampled)
    var done = 0
    while done < count {
      let size = min(Self.batch, count - done)
      let created = try store.apply(
        (0..<size).map { _ in .createJob(NewJob(type: "noop", userID: user)) }, now: clock.next())
      var ids: [JobID] = []
      for case .success(.jobCreated(let id, _, _)) in created.outcomes { ids.append(id) }
      // One in twenty is cancelled, the others complete.
      let cancelled = ids.indices.filter { $0.isMultiple(of: 20) }.map { StoreCommand.cancelJob(ids[$0]) }
      let started = try store.apply(
        cancelled + [.claim(ClaimRequest(boot: boot, limit: size, types: ["noop"]))], now: clock.next())
      guard case .success(.claimed(let jobs))? = started.outcomes.last else {
        throw BenchError("a claim was refused: \(String(describing: started.outcomes.last))")
      }
      _ = try store.apply(
        jobs.map { .complete($0.job.id, $0.token, JobOutput(result: #"{"status":"success"}"#)) }, now: clock.next())
      for index in ids.indices where (done + index).isMultiple(of: stride) { sample.append(ids[index].description) }
      done += size
      if done.isMultiple(of: 100_000) { announce("\(done) finished jobs") }
    }
    try store.close()
  }

  /// A clock of our own: jobs in the past, in order.
  private struct Clock {
    private var now = SystemWallClock().now().advanced(bySeconds: -86_400)
    private var ids = UUIDv7Generator()

    mutating func next() -> Timestamp {
      now = now.advanced(bySeconds: 0.01)
      return now
    }

    mutating func id() -> UUIDv7 { ids.next(now: now) }
  }
}
