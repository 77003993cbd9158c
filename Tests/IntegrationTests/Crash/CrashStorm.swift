import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import SQLite
import Testing

/// A daemon under load that is killed again and again, and a book of what it has said.
///
/// The load is random and follows from a seed, and so is the moment of each kill: it comes after a random number of
/// answers, while further requests are on their way. What was acknowledged is held against the database after each
/// kill, while no daemon runs, and against the answers of the next daemon.
final class CrashStorm {
  let daemon: Daemon
  var random: SplitMix64
  private let repository: GitRepository
  private var ledger = Ledger()
  /// Numbers the requests of all rounds.
  private var nextNumber = 0
  private var instance = ""

  /// Connections that make the load.
  private static let connections = 3

  init(seed: UInt64, faults: Faults? = nil) throws {
    random = SplitMix64(seed: seed)
    // Every kill is a crash for the jobs that run; here they must all come to their end.
    daemon = try Daemon(
      configuration:
        "[queue]\nmax_crashes = 100\nretry_cap_seconds = 0.1\nretry_base_seconds = 0.1\n[rate_limits.refresh]\ncount = 0\n",
      environment: faults?.environment ?? [:])
    repository = try GitRepository(in: daemon.directory)
    try repository.write("PLAN.md", "# Plan\n\n- [x] one\n- [ ] two\n")
    _ = try repository.commit()
  }

  var databasePath: String { daemon.statePath + "/gantry.db" }

  // MARK: A round

  /// Loads the daemon until `answers` have come, kills it, and checks what is left.
  ///
  /// - Parameters:
  ///   - hearsAll: the kill waits until everything is answered.
  ///   - before: called with each answer's number, before it is read.
  ///   - afterKill: called when the daemon is dead, before its database is looked at.
  func round(
    answers: Int, hearsAll: Bool = false, before: (Int) throws -> Void = { _ in }, afterKill: () throws -> Void = {}
  ) throws {
    try load(answers: answers, hearsAll: hearsAll, before: before)
    try daemon.kill()
    try afterKill()
    try check()
    try daemon.start()
  }

  private func load(answers: Int, hearsAll: Bool, before: (Int) throws -> Void) throws {
    let hello = try daemon.connect().call("hello")
    instance = try hello.member("instance_id").stringValue ?? ""
    var lines: [Line] = []
    for _ in 0..<Self.connections { lines.append(Line(try daemon.connect())) }
    for answer in 0..<answers {
      try before(answer)
      let index = random.pick(0..<lines.count)
      // Always more asked than answered: the kill comes in the middle of the stream.
      while lines[index].asked.count < 1 + random.pick(0..<12) { try ask(&lines[index]) }
      try hear(&lines[index])
    }
    guard hearsAll else { return }
    for index in lines.indices {
      // A wait may have no end while the disk is ill.
      while lines[index].asked.contains(where: { !$0.value.isWait }) { try hear(&lines[index]) }
    }
  }

  private struct Line {
    let conversation: Conversation
    /// Requests without an answer so far.
    var asked: [Int: Request] = [:]

    init(_ conversation: Conversation) { self.conversation = conversation }
  }

  private func ask(_ line: inout Line) throws {
    nextNumber += 1
    let request = ledger.randomRequest(number: nextNumber, repository: repository.path, &random)
    line.asked[nextNumber] = request
    try line.conversation.send(
      #"{"jsonrpc":"2.0","id":\#(nextNumber),"method":"\#(request.method)","params":\#(request.params)}"#)
  }

  private func hear(_ line: inout Line) throws {
    let reply = try JSON.parse(try line.conversation.expectLine())
    guard let number = reply["id"]?.intValue, let request = line.asked.removeValue(forKey: Int(number)) else {
      throw TestFailure("an answer to nothing that was asked: \(reply)")
    }
    try ledger.note(reply, to: request, number: Int(number))
  }

  // MARK: Checks

  /// Holds the database of the dead daemon against the ledger.
  private func check() throws {
    try DatabaseInvariants.check(databasePath, now: SystemTime.now)
    let connection = try Connection(path: databasePath, mode: .readOnly)
    connection.leaveFilesAsFound()
    try ledger.compare(with: connection, boot: instance)
  }

  /// Lets everything come to an end and checks a last time, the end in good order included.
  func finish() throws {
    let client = try daemon.connect()
    for job in ledger.jobsThatEnd {
      let end = try client.call("waitJob", ["job_id": .string(job), "timeout_seconds": 60])
      guard end["timed_out"] == false else { throw TestFailure("job \(job) does not end: \(end)") }
    }
    for job in ledger.jobsThatWait {
      let status = try client.call("getJobStatus", ["job_id": .string(job)])
      guard status["status"] == "pending" else { throw TestFailure("job \(job) does not wait: \(status)") }
    }
    let status = try daemon.terminate()
    guard status == .exited(0) else { throw TestFailure("gantryd \(status):\n\(daemon.log)") }
    guard access(databasePath + "-wal", F_OK) != 0 else { throw TestFailure("the log is left behind") }
    try check()
  }

  /// How many jobs were acknowledged in all.
  var acknowledged: Int { ledger.count }
  /// Requests that were refused for want of a working disk.
  var refused: Int { ledger.refusedCount }
}
