import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import SQLite
import Testing

extension EdgeCaseTests {
  @Test("46: a line of exactly the limit is read, a longer one is refused once and skipped")
  func case46() throws {
    let limit = 65_536
    try converse(configuration: "[limits]\nline_bytes = \(limit)\n") { client in
      func ping(_ length: Int) -> String {
        let text = request("1", "ping")
        return text.dropLast() + String(repeating: " ", count: length - text.utf8.count) + "}"
      }
      let tooLarge =
        #"{"jsonrpc":"2.0","id":null,"error":{"code":-32001,"message":"<string>","#
        + #""data":{"kind":"messageTooLarge","limit":\#(limit),"<others>":"<any>"}}}"#
      try client.send(ping(limit))
      try client.expect(pong("1"))
      try client.send(ping(limit) + "\r")
      try client.expect(pong("1"))
      for length in [limit + 1, 10 * limit] {
        try client.send(ping(length))
        try client.expect(tooLarge)
        try client.expectAlive()
      }
    }
  }

  @Test("46: a line may come in single bytes, and three requests in one piece")
  func case46InPieces() throws {
    try converse { client in
      for byte in Array((request("1", "ping") + "\n").utf8) { try client.send(bytes: [byte]) }
      try client.expect(pong("1"))
      try client.send(bytes: Array((1...3).map { request("\($0)", "ping") + "\n" }.joined().utf8))
      for id in 1...3 { try client.expect(pong("\(id)")) }
    }
  }

  @Test("47: a last request without its newline is answered before the connection ends")
  func case47() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    try client.send(bytes: Array(request("1", "ping").utf8))
    try client.halfClose()
    try client.expect(pong("1"))
    try client.expectEnd()
    try daemon.connect().expectAlive()
  }

  @Test("48: half a message at the end is a parse error before the connection ends")
  func case48() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    try client.send(bytes: Array(#"{"jsonrpc":"2.0","id":1,"meth"#.utf8))
    try client.halfClose()
    try client.expect(parseError)
    try client.expectEnd()
    try daemon.connect().expectAlive()
  }

  @Test("49: a client that has said all gets every answer it is owed, slow ones too, and then the end")
  func case49() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    for id in 1...50 { try client.send(request("\(id)", "createJob", #"{"type":"noop"}"#)) }
    try client.send(request("51", "createJob", #"{"type":"noop","delay_seconds":3600}"#))
    var answered: Set<Int64> = []
    var delayed = ""
    for _ in 1...51 {
      let reply = try client.expect(
        #"{"jsonrpc":"2.0","id":"<number>","result":{"job_id":"<uuid>","<others>":"<any>"}}"#)
      let id = try #require(reply["id"]?.intValue)
      answered.insert(id)
      if id == 51 { delayed = try #require(reply["result"]?["job_id"]?.stringValue) }
    }
    #expect(answered == Set(1...51))

    try client.send(request(#""wait""#, "waitJob", #"{"job_id":"\#(delayed)","timeout_seconds":3600}"#))
    try client.halfClose()
    let other = try daemon.connect()
    #expect(try other.call("cancelJob", ["job_id": .string(delayed)])["status"] == "cancelled")
    try client.expect(
      #"{"jsonrpc":"2.0","id":"wait","result":{"job":{"id":"\#(delayed)","status":"cancelled","<others>":"<any>"},"timed_out":false}}"#
    )
    try client.expectEnd()
  }

  @Test("49: many requests and the end in one piece are all answered")
  func case49Burst() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let count = 500
    try client.send(
      bytes: Array((1...count).map { request("\($0)", "createJob", #"{"type":"noop"}"#) + "\n" }.joined().utf8))
    try client.halfClose()
    var answered: Set<Int64> = []
    for _ in 1...count {
      let reply = try client.expect(
        #"{"jsonrpc":"2.0","id":"<number>","result":{"outcome":"created","<others>":"<any>"}}"#)
      answered.insert(try #require(reply["id"]?.intValue))
    }
    #expect(answered.count == count)
    try client.expectEnd()
  }

  @Test("50: a client that vanishes with answers owed harms neither the daemon nor its jobs")
  func case50() throws {
    let daemon = try Daemon()
    let observer = try daemon.connect()
    var vanishing: Conversation? = try daemon.connect()
    let created = try #require(
      try vanishing?.call("createJob", ["type": "noop", "delay_seconds": 3600])["job_id"]?.stringValue)
    try vanishing?.send(request("1", "waitJob", #"{"job_id":"\#(created)","timeout_seconds":3600}"#))
    try vanishing?.send(
      bytes: Array((1...2000).map { request("\($0)", "listJobs") + "\n" }.joined().utf8.prefix(60_000)))
    vanishing = nil
    try observer.expectAlive()
    #expect(try observer.call("getJobStatus", ["job_id": .string(created)])["status"] == "pending")
    #expect(try observer.call("cancelJob", ["job_id": .string(created)])["status"] == "cancelled")
    #expect(try daemon.terminate() == .exited(0))
  }

  @Test("51: a client that says nothing and ends is let go")
  func case51() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    try client.halfClose()
    try client.expectEnd()
    try daemon.connect().expectAlive()
  }

  @Test("52: two waits under one id are both answered, and a cancellation takes the older")
  func case52() throws {
    try converse { client in
      func delayedJob() throws -> String {
        try #require(try client.call("createJob", ["type": "noop", "delay_seconds": 3600])["job_id"]?.stringValue)
      }
      let (first, second) = (try delayedJob(), try delayedJob())
      for job in [first, second] {
        try client.send(request("7", "waitJob", #"{"job_id":"\#(job)","timeout_seconds":3600}"#))
      }
      try client.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"#)
      try client.expect(error(-32800, id: "7", "requestCancelled"))
      try client.expectAlive()
      try client.send(request("8", "cancelJob", #"{"job_id":"\#(second)"}"#))
      var ids: Set<String> = []
      for _ in 0..<2 {
        let reply = try client.expect(#"{"jsonrpc":"2.0","id":"<number>","result":{"<others>":"<any>"}}"#)
        ids.insert(try #require(reply["id"]?.description))
      }
      #expect(ids == ["7", "8"])
      #expect(try client.call("getJobStatus", ["job_id": .string(first)])["status"] == "pending")
    }
  }

  @Test("52: a wait is found by its id however the id is escaped")
  func case52Escaped() throws {
    try converse { client in
      let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600])["job_id"]
      let id = #""w\u00e9\/""#
      try client.send(request(id, "waitJob", #"{"job_id":\#(try #require(job)),"timeout_seconds":3600}"#))
      try client.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"#)
      #expect(try client.expectLine().hasPrefix(#"{"jsonrpc":"2.0","id":\#(id),"error":{"code":-32800,"#))
    }
  }

  @Test("53: an unknown protocol message is ignored as a notification and refused as a request")
  func case53() throws {
    try converse { client in
      try client.send(#"{"jsonrpc":"2.0","method":"$/unknown","params":{}}"#)
      try client.send(request("1", "$/unknown"))
      try client.expect(error(-32601, id: "1", "methodNotFound"))
    }
  }

  @Test("54: a request during the shutdown is refused, and what is under way still ends")
  func case54() throws {
    let stage = try SlowGitStage()
    let daemon = stage.daemon
    let client = try daemon.connect()
    try client.send(request("1", "refreshProject", #"{"path":"\#(stage.repository.path)"}"#))
    try client.expect(#"{"jsonrpc":"2.0","id":1,"result":{"outcome":"created","<others>":"<any>"}}"#)
    try stage.gate.waitForArrival()
    daemon.signal(SIGTERM)
    try daemon.waitForLog(containing: "draining")
    try client.send(request("2", "ping"))
    try client.expect(error(-32004, id: "2", "shuttingDown"))
    daemon.signal(SIGTERM)
    #expect(try daemon.waitForExit() == .exited(0))
    try client.expectEnd()
  }

  @Test("55: a fault of the daemon is answered without its details, which are in the log")
  func case55() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    // A rule that the daemon knows nothing of makes every new job look like a bug of its own.
    let database = try SQLite.Connection(path: daemon.statePath + "/gantry.db", mode: .readWrite)
    try database.execute(
      "forbid jobs",
      "CREATE TRIGGER no_jobs BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'secret details'); END")
    try database.close()
    try client.send(request("1", "createJob", #"{"type":"noop"}"#))
    let reply = try client.expect(
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"<string>","#
        + #""data":{"kind":"internalError","trace_id":"<uuid:trace>"}}}"#)
    #expect(!reply.description.contains("secret details"))
    let trace = try #require(client.captures["trace"]?.stringValue)
    try daemon.waitForLog(containing: "trace_id=\(trace)")
    #expect(daemon.log.contains("secret details"))
    try client.expectAlive()
  }
}
