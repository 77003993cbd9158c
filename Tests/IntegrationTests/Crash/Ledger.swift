import GantryTestSupport
import Glibc
import JSON
import JobModel
import SQLite

/// One request of a storm.
struct Request {
  enum Kind {
    /// Runs at once.
    case now
    /// Stays pending for a day.
    case later
    case keyed(String)
    case unique(String)
    case refresh
    case cancel(String)
    case wait(String)
  }

  var kind: Kind
  var isWait: Bool { if case .wait = kind { true } else { false } }
  var method: String
  var params: String
}

/// What a daemon has said, to hold against what is on disk.
struct Ledger {
  private struct Entry {
    var isCancelled = false
    /// Cancelled at any time, answered or not.
    var mayBeCancelled = false
    var runsAtOnce: Bool
  }

  private struct End: Equatable {
    var attempt: Int64
    var startedAt: Int64
    var completedAt: Int64
  }

  private var jobs: [String: Entry] = [:]
  /// In the order of their acknowledgement.
  private var order: [String] = []
  private var jobOfKey: [String: String] = [:]
  /// Numbers of createJob requests that were refused, which stand in their payload.
  private var refused: Set<Int> = []
  private(set) var refusedCount = 0
  /// Jobs that somebody was told, or the database has said, are completed.
  private var told: Set<String> = []
  private var ends: [String: End] = [:]

  var count: Int { jobs.count }
  var jobsThatEnd: [String] { order.filter { jobs[$0]?.runsAtOnce == true } }
  var jobsThatWait: [String] {
    order.filter { jobs[$0].map { !$0.runsAtOnce && !$0.mayBeCancelled } == true }
  }

  // MARK: Asking

  mutating func randomRequest(number: Int, repository: String, _ random: inout SplitMix64) -> Request {
    let payload = #""payload":{"n":\#(number)}"#
    switch random.pick(0..<20) {
    case 0..<6: return Request(kind: .now, method: "createJob", params: #"{"type":"noop",\#(payload)}"#)
    case 6..<9:
      return Request(kind: .later, method: "createJob", params: #"{"type":"noop","delay_seconds":86400,\#(payload)}"#)
    case 9..<11:
      let key = "k\(random.pick(0..<300))"
      return Request(
        kind: .keyed(key), method: "createJob",
        params: #"{"type":"noop","delay_seconds":86400,"idempotency_key":"\#(key)",\#(payload)}"#)
    case 11..<13:
      let key = "u\(random.pick(0..<50))"
      return Request(
        kind: .unique(key), method: "createJob",
        params: #"{"type":"noop","delay_seconds":86400,"unique_key":"\#(key)",\#(payload)}"#)
    case 13..<15: return Request(kind: .refresh, method: "refreshProject", params: #"{"path":"\#(repository)"}"#)
    case 15..<17:
      guard let job = randomJob(&random, { !$0.runsAtOnce }) else { break }
      jobs[job]?.mayBeCancelled = true
      return Request(kind: .cancel(job), method: "cancelJob", params: #"{"job_id":"\#(job)"}"#)
    default:
      guard let job = randomJob(&random, { $0.runsAtOnce }) else { break }
      return Request(kind: .wait(job), method: "waitJob", params: #"{"job_id":"\#(job)","timeout_seconds":60}"#)
    }
    return Request(kind: .now, method: "createJob", params: #"{"type":"noop",\#(payload)}"#)
  }

  /// One of the latest acknowledged jobs, if one of them fits.
  private func randomJob(_ random: inout SplitMix64, _ fits: (Entry) -> Bool) -> String? {
    let latest = order.suffix(40).filter { jobs[$0].map(fits) == true }
    return latest.randomElement(using: &random)
  }

  // MARK: Hearing

  mutating func note(_ reply: JSON, to request: Request, number: Int) throws(TestFailure) {
    if let error = reply["error"] {
      guard error["data"]?["kind"] == "storageUnavailable" else {
        // A job may be cancelled by one connection while another one asks for the same.
        if case .cancel = request.kind, error["data"]?["kind"] == "invalidState" { return }
        throw TestFailure("\(request.method) \(request.params) was refused: \(reply)")
      }
      refusedCount += 1
      if request.method == "createJob" { refused.insert(number) }
      return
    }
    guard let result = reply["result"] else { throw TestFailure("neither a result nor an error: \(reply)") }
    switch request.kind {
    case .cancel(let job): jobs[job]?.isCancelled = true
    case .wait(let job):
      guard result["job"]?["status"] == "completed" else {
        throw TestFailure("job \(job) has not ended well: \(reply)")
      }
      told.insert(job)
    case .now, .later, .keyed, .unique, .refresh: try add(result, request)
    }
  }

  private mutating func add(_ result: JSON, _ request: Request) throws(TestFailure) {
    guard let job = result["job_id"]?.stringValue else { throw TestFailure("no job_id in \(result)") }
    if case .keyed(let key) = request.kind {
      guard jobOfKey[key, default: job] == job else {
        throw TestFailure("key \(key) gave job \(job) after job \(jobOfKey[key] ?? "")")
      }
      jobOfKey[key] = job
    }
    guard jobs[job] == nil else { return }
    let runsAtOnce =
      switch request.kind {
      case .now, .refresh: true
      default: false
      }
    jobs[job] = Entry(runsAtOnce: runsAtOnce)
    order.append(job)
  }

  // MARK: Comparing

  /// Throws the first thing in the database that contradicts what was said.
  ///
  /// - Parameter boot: the daemon that wrote last; nobody else's attempt may be there.
  mutating func compare(with connection: Connection, boot: String) throws {
    let statement = try connection.prepare(
      "jobs",
      """
      SELECT lower(hex(id)), status, attempt, coalesce(started_at, 0), coalesce(completed_at, 0),
        coalesce(lower(hex(boot)), ''), coalesce(json_extract(payload, '$.n'), 0) FROM jobs
      """)
    let boot = boot.filter { $0 != "-" }
    var found: [String: String] = [:]
    while try statement.step() {
      let id = Self.hyphenated(statement.text(0))
      let status = statement.text(1)
      found[id] = status
      let end = End(attempt: statement.int64(2), startedAt: statement.int64(3), completedAt: statement.int64(4))
      if status == "processing", statement.text(5) != boot {
        throw TestFailure("job \(id) is processed by a daemon that was dead before: \(statement.text(5)), not \(boot)")
      }
      if let before = ends[id], before != end || status != "completed" {
        throw TestFailure("job \(id) was completed and ran again: \(status), \(before), \(end)")
      }
      if status == "completed" { ends[id] = end }
      let number = statement.int(6)
      if refused.contains(number) { throw TestFailure("request \(number) was refused and is there: job \(id)") }
    }
    for (job, entry) in jobs {
      guard let status = found[job] else { throw TestFailure("job \(job) was acknowledged and is gone") }
      if entry.isCancelled, status != "cancelled" { throw TestFailure("job \(job) was cancelled and is \(status)") }
      if status == "cancelled", !entry.mayBeCancelled { throw TestFailure("job \(job) was cancelled by nobody") }
      if status == "failed" { throw TestFailure("job \(job) has failed") }
      if told.contains(job), status != "completed" { throw TestFailure("job \(job) was completed and is \(status)") }
    }
  }

  private static func hyphenated(_ hex: String) -> String {
    var text = ""
    for (index, digit) in hex.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }
}

/// The time of day, for checks that want one.
enum SystemTime {
  static var now: Timestamp { SystemWallClock().now() }
}
