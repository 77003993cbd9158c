import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// Clients that do not read, or ask for more than there is room for, are a burden on nobody but themselves.
@Suite struct BackpressureTests {
  @Test func aClientThatDoesNotReadGetsItsAnswersOnceItDoes() throws {
    let daemon = try Daemon()
    let slow = try daemon.connect()
    let quick = try daemon.connect()
    let padding = String(repeating: "x", count: 2000)
    for _ in 0..<100 {
      _ = try quick.call(
        "createJob", ["type": "noop", "delay_seconds": 3600, "payload": ["padding": .string(padding)]])
    }
    // 200 answers of a quarter of a megabyte each: far beyond what the daemon keeps for one client.
    let asked = 200
    var lines = ""
    for number in 0..<asked {
      lines += #"{"jsonrpc":"2.0","id":\#(number),"method":"listJobs","params":{"limit":100}}"# + "\n"
    }
    try slow.send(bytes: Array(lines.utf8))
    // The others are served meanwhile.
    for _ in 0..<20 { try quick.expectAlive() }
    let resident = try residentKilobytes(daemon.pid)
    #expect(resident < 200_000, "\(resident) KiB for one client that does not read")
    for number in 0..<asked {
      let reply = try JSON.parse(try slow.expectLine())
      #expect(reply["id"]?.intValue == Int64(number))
      #expect(reply["result"]?["jobs"]?.arrayValue?.count == 100)
    }
    try slow.expectAlive()
  }

  @Test func aClientThatNeverReadsIsCutOff() throws {
    let daemon = try Daemon(
      configuration: "[limits]\nstall_seconds = 1\noutgoing_bytes = 65536\n", arguments: ["--log-level", "debug"])
    let client = try daemon.connect()
    _ = try client.call(
      "createJob",
      ["type": "noop", "delay_seconds": 3600, "payload": ["x": .string(String(repeating: "x", count: 50_000))]])
    var lines = ""
    for number in 0..<400 { lines += #"{"jsonrpc":"2.0","id":\#(number),"method":"listJobs"}"# + "\n" }
    try client.send(bytes: Array(lines.utf8))
    try daemon.waitForLog(containing: "client takes no answers; connection closed")
    try daemon.connect().expectAlive()
  }

  @Test func oneConnectionTooManyIsToldSoAndClosed() throws {
    let daemon = try Daemon(configuration: "[limits]\nconnections = 3\n")
    var clients = try (0..<3).map { _ in try daemon.connect() }
    for client in clients { try client.expectAlive() }
    let refused = try daemon.connect()
    try refused.expect(
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32006,"message":"<any>","data":{"kind":"tooManyConnections","limit":3}}}"#
    )
    try refused.expectEnd()
    for client in clients { try client.expectAlive() }
    try clients[0].halfClose()
    try clients.removeFirst().expectEnd()
    try daemon.connect().expectAlive()
  }

  @Test func aClientThatGoesAwayWhileItWaitsGivesUpItsPlace() throws {
    let daemon = try Daemon(configuration: "[limits]\nconnections = 3\nin_flight = 1\n")
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    let wait = #"{"jsonrpc":"2.0","id":"w","method":"waitJob","params":{"job_id":\#(job),"timeout_seconds":3600}}"#
    for number in 2...9 {
      let waiting = try daemon.connect()
      try waiting.send(wait)
      // The wait has been read once this is answered.
      try client.expectAlive()
      // One that reads on is noticed when it goes. The others are not read any more: one place in flight is all they
      // have. They are noticed when their place is wanted.
      if number % 2 == 0 { try waiting.halfClose() }
    }
    let other = try daemon.connect()
    try other.expectAlive()
    try client.expectAlive()
  }

  @Test func aPageOfLargeJobsEndsEarly() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let padding = String(repeating: "x", count: 900_000)
    for _ in 0..<12 {
      _ = try client.call("createJob", ["type": "noop", "delay_seconds": 3600, "payload": ["x": .string(padding)]])
    }
    var seen: [String] = []
    var cursor: JSON = .null
    repeat {
      let page = try client.call("listJobs", cursor == .null ? ["limit": 20] : ["limit": 20, "cursor": cursor])
      seen += page["jobs"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
      cursor = page["next_cursor"] ?? .null
    } while cursor != .null
    #expect(Set(seen).count == 12)
    #expect(seen == seen.sorted(by: >))
  }

  @Test func answersThatAreKeptForPollingClientsHaveALimit() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let padding = String(repeating: "x", count: 900_000)
    let jobs = try (0..<100).map { _ in
      try client.call("createJob", ["type": "noop", "delay_seconds": 3600, "payload": ["x": .string(padding)]])
        .member("job_id")
    }
    let before = try residentKilobytes(daemon.pid)
    for job in jobs { _ = try client.call("getJobStatus", ["job_id": job]) }
    let after = try residentKilobytes(daemon.pid)
    #expect(after - before < 40_000, "\(before) KiB before, \(after) KiB after")
  }

  @Test func moreRequestsThanMayBeInFlightWaitTheirTurn() throws {
    let daemon = try Daemon(configuration: "[limits]\nin_flight = 2\n")
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    for id in ["a", "b", "c"] {
      try client.send(#"{"jsonrpc":"2.0","id":"\#(id)","method":"waitJob","params":{"job_id":\#(job)}}"#)
    }
    // Both places are taken by waits; the third wait and the ping behind it start when the job has ended.
    let other = try daemon.connect()
    _ = try other.call("cancelJob", ["job_id": job])
    try client.send(#"{"jsonrpc":"2.0","id":"d","method":"ping"}"#)
    var ids: [String] = []
    for _ in 0..<4 { ids.append(try JSON.parse(try client.expectLine())["id"]?.stringValue ?? "") }
    // Answers come in the order of completion; the ping was the last to start.
    #expect(ids.sorted() == ["a", "b", "c", "d"])
    #expect(ids.last == "d")
  }

  @Test func aLogThatNobodyReadsStopsNobody() throws {
    let directory = try TemporaryDirectory()
    // The pipe of the log is opened and never read: a few hundred lines at this level fill it.
    let fifo = directory.appending("log")
    #expect(mkfifo(fifo, 0o600) == 0)
    let reader = open(fifo, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let socket = directory.appending("s")
    let gantryd = try Programs.path("gantryd")
    let process = try InteractiveProcess(
      ChildCommand(
        "/bin/sh",
        [
          "-c",
          "exec '\(gantryd)' --socket '\(socket)' --state '\(directory.appending("state"))' --log-level trace 2>'\(fifo)'",
        ], environment: ["HOME": directory.path, "PATH": "/usr/bin:/bin"]))
    // Read as far as the line that says it is ready, and no further.
    var log = ""
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !log.contains(" ready ") {
      var news = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      try #require(poll(&news, 1, 20_000) > 0, "gantryd did not become ready: \(log)")
      let count = read(reader, &chunk, chunk.count)
      if count > 0 { log += String(decoding: chunk[..<count], as: UTF8.self) }
    }
    let client = try Conversation(socket: socket)
    for _ in 0..<3000 { try client.expectAlive() }
    withExtendedLifetime(process) {}
  }

  @Test func aCancellationIsHeardWhenAllPlacesAreTaken() throws {
    let daemon = try Daemon(configuration: "[limits]\nin_flight = 2\n")
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    for id in ["a", "b", "c"] {
      try client.send(#"{"jsonrpc":"2.0","id":"\#(id)","method":"waitJob","params":{"job_id":\#(job)}}"#)
    }
    try client.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a"}}"#)
    let reply = try JSON.parse(try client.expectLine())
    #expect(reply["id"] == "a")
    #expect(reply["error"]?["data"]?["kind"] == "requestCancelled")
  }

  @Test func aHalfClosedClientGetsWhatItIsOwedAndThenTheEnd() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let other = try daemon.connect()
    let job = try other.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    try client.send(#"{"jsonrpc":"2.0","id":"w","method":"waitJob","params":{"job_id":\#(job)}}"#)
    try client.halfClose()
    try other.expectAlive()
    _ = try other.call("cancelJob", ["job_id": job])
    let reply = try JSON.parse(try client.expectLine())
    #expect(reply["id"] == "w")
    #expect(reply["result"]?["job"]?["status"] == "cancelled")
    try client.expectEnd()
  }

  private func residentKilobytes(_ pid: Int32) throws -> Int {
    let file = try #require(fopen("/proc/\(pid)/status", "re"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmRSS:") { return Int(text.split(whereSeparator: { $0 == " " || $0 == "\t" })[1]) ?? 0 }
    }
    Issue.record("no VmRSS for process \(pid)")
    return 0
  }
}
