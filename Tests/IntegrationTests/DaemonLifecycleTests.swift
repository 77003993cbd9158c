import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

@Suite("The life of the daemon")
struct DaemonLifecycleTests {
  @Test("The socket is open to its owner only")
  func socketMode() throws {
    let daemon = try Daemon()
    var status = stat()
    #expect(lstat(daemon.socketPath, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFSOCK)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(stat(daemon.statePath + "/gantry.db", &status) == 0)
    #expect(status.st_mode & 0o077 == 0)
  }

  @Test("A wrong option is a usage error, and a wrong configuration says where it is wrong")
  func wrongOptions() throws {
    #expect(try run(["--no-such-option"]).status == .exited(2))
    let stage = try TemporaryDirectory()
    let file = try stage.write("gantry.toml", "[limits]\nline_byte = 5\n")
    let output = try run(["--socket", stage.appending("s"), "--state", stage.appending("state"), "--config", file])
    #expect(!output.status.isSuccess)
    #expect(output.errors.contains(file))
    #expect(output.errors.contains("line_byte"))
  }

  @Test("One connection too many is told why and closed; the others go on")
  func tooManyConnections() throws {
    let daemon = try Daemon(configuration: "[limits]\nconnections = 2\n")
    let first = try daemon.connect()
    let second = try daemon.connect()
    try first.expectAlive()
    try second.expectAlive()
    let third = try daemon.connect()
    try third.expect(error(-32006, "tooManyConnections"))
    try third.expectEnd()
    try first.expectAlive()
    try second.halfClose()
    try second.expectEnd()
    try daemon.connect().expectAlive()
  }

  @Test("Requests beyond those allowed in flight wait for their turn, and none is lost")
  func inFlight() throws {
    let daemon = try Daemon(configuration: "[limits]\nin_flight = 2\n")
    let client = try daemon.connect()
    let other = try daemon.connect()
    let job = try #require(try other.call("createJob", ["type": "noop", "delay_seconds": 3600])["job_id"]?.stringValue)
    let wait = #"{"job_id":"\#(job)","timeout_seconds":3600}"#
    try client.send(request("1", "waitJob", wait))
    try client.send(request("2", "waitJob", wait))
    for id in 3...100 { try client.send(request("\(id)", "ping")) }
    try other.expectAlive()
    _ = try other.call("cancelJob", ["job_id": .string(job)])
    var answered: [Int64] = []
    for _ in 1...100 {
      answered.append(
        try #require(try client.expect(#"{"jsonrpc":"2.0","id":"<number>","result":"<any>"}"#)["id"]?.intValue))
    }
    // The first wait to end makes room, and the pings may overtake the other one.
    #expect(answered.first == 1 || answered.first == 2)
    #expect(answered.filter { $0 > 2 } == Array(3...100))
    #expect(Set(answered) == Set(1...100))
  }

  @Test("A client that reads nothing holds up nobody else")
  func slowReader() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let payload =
      #"{"type":"noop","delay_seconds":3600,"payload":{"text":"\#(String(repeating: "x", count: 20_000))"}}"#
    for id in 1...50 {
      try client.send(request("\(id)", "createJob", payload))
      try client.expect(#"{"jsonrpc":"2.0","id":\#(id),"result":{"outcome":"created","<others>":"<any>"}}"#)
    }
    let slow = try daemon.connect()
    let lines = (1...40).map { request("\($0)", "listJobs", #"{"limit":50}"#) + "\n" }
    try slow.send(bytes: Array(lines.joined().utf8))
    try client.expectAlive()
    for id in 1...40 {
      try slow.expect(#"{"jsonrpc":"2.0","id":\#(id),"result":{"jobs":"<any>","next_cursor":null}}"#)
    }
  }

  @Test("The daemon ends once, whoever is still connected")
  func endsOnce() throws {
    let daemon = try Daemon()
    let clients = try (0..<3).map { _ in try daemon.connect() }
    for client in clients { try client.expectAlive() }
    #expect(try daemon.terminate() == .exited(0))
    for client in clients { try client.expectEnd() }
    #expect(daemon.log.split(separator: "\n").count { $0.hasSuffix("notice stopped") } == 1)
  }

  @Test("A client that takes no answers cannot keep the daemon from ending")
  func endsDespiteAStalledClient() throws {
    let daemon = try Daemon(configuration: "[limits]\nstall_seconds = 1\n")
    let client = try daemon.connect()
    let payload =
      #"{"type":"noop","delay_seconds":3600,"payload":{"text":"\#(String(repeating: "x", count: 20_000))"}}"#
    for id in 1...20 {
      try client.send(request("\(id)", "createJob", payload))
      try client.expect(#"{"jsonrpc":"2.0","id":\#(id),"result":{"outcome":"created","<others>":"<any>"}}"#)
    }
    let stalled = try daemon.connect()
    for id in 1...2 { try stalled.send(request("\(id)", "listJobs", #"{"limit":20}"#)) }
    try client.expectAlive()
    #expect(try daemon.terminate() == .exited(0))
    withExtendedLifetime(stalled) {}
  }

  private func run(_ arguments: [String]) throws -> (status: ChildProcess.ExitStatus, errors: String) {
    let command = ChildCommand(
      try Programs.path("gantryd"), arguments, environment: ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"])
    let output = try command.run(supervision: Supervision(deadline: .after(seconds: 30)))
    return (output.status, String(decoding: output.stderrTail, as: UTF8.self))
  }
}
