import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// Subscriptions whose clients are slow, come and go, or lose their daemon.
@Suite("Streams of events")
struct EventStreamTests {
  private static let burst = 100

  @Test("Who subscribes, leaves and resumes under load sees every event exactly once")
  func storm() throws {
    for seed in UInt64(1)...3 {
      var random = SplitMix64(seed: seed)
      let daemon = try Daemon(configuration: #"durability = "normal""#)
      let writers = try (0..<3).map { _ in try daemon.connect() }
      var subscriber = try daemon.connect()
      var seen: [Int64] = []
      var since: Int64 = 0
      _ = try subscriber.call("subscribe", ["events": ["job."], "since_seq": 0])
      for round in 0..<12 {
        for writer in writers {
          let count = Int(random.next() % 60)
          for number in 0..<count { try writer.send(request("\(number)", "createJob", #"{"type":"noop"}"#)) }
          for _ in 0..<count { _ = try writer.expect(#"{"jsonrpc":"2.0","id":"<number>","result":"<any>"}"#) }
        }
        // Some of what is there, then away in the middle of it.
        for _ in 0..<(random.next() % 50) where try since < Self.newest(writers[0]) {
          since = try Self.seq(EventTests.nextEvent(subscriber))
          seen.append(since)
        }
        if random.next() % 2 == 0 {
          subscriber = try daemon.connect()
          let answer = try subscriber.call("subscribe", .object(["events": ["job."], "since_seq": JSON(since)]))
          #expect(answer["gap"] == .null, "seed \(seed), round \(round)")
        }
      }
      try Self.waitUntilIdle(writers[0])
      let newest = try Self.newest(writers[0])
      while since < newest {
        since = try Self.seq(EventTests.nextEvent(subscriber))
        seen.append(since)
      }
      // Nothing but jobs happens here, so that the numbers have no holes.
      #expect(seen == Array(1...newest), "seed \(seed)")
    }
  }

  @Test("A subscriber that stops reading costs little memory, holds up nobody and misses nothing")
  func stalledReader() throws {
    let daemon = try Daemon(configuration: #"durability = "normal""#)
    let stalled = try daemon.connect(patience: 60)
    let client = try daemon.connect(patience: 60)
    _ = try stalled.call("subscribe", ["events": ["job.created"]])
    // Jobs that only wait: one event each, about 300 bytes on the wire.
    let batches = 200
    func createBatch() throws {
      let members = (0..<Self.burst).map { request("\($0)", "createJob", #"{"type":"noop","delay_seconds":3600}"#) }
      try client.send("[" + members.joined(separator: ",") + "]")
      _ = try client.expectLine()
    }
    for _ in 0..<20 { try createBatch() }
    let before = try Self.residentKibibytes(daemon.pid)
    for _ in 20..<batches { try createBatch() }
    try client.expectAlive()
    let after = try Self.residentKibibytes(daemon.pid)
    // Five mebibytes of events went by. The caches of the database may grow meanwhile; a buffer of events must not.
    #expect(after - before < 48 << 10, "VmRSS grew from \(before) to \(after) KiB")
    for seq in 1...Int64(batches * Self.burst) {
      guard try Self.seq(EventTests.nextEvent(stalled)) == seq else {
        Issue.record("event \(seq) is missing")
        return
      }
    }
    try stalled.expectAlive()
  }

  @Test("A subscriber behind by more than it may leave unread still gets its answers")
  func answersPassStalledEvents() throws {
    let daemon = try Daemon(configuration: #"durability = "normal""#)
    let stalled = try daemon.connect()
    let client = try daemon.connect()
    _ = try stalled.call("subscribe", ["events": ["job.created"]])
    for _ in 0..<30 {
      let members = (0..<Self.burst).map { request("\($0)", "createJob", #"{"type":"noop","delay_seconds":3600}"#) }
      try client.send("[" + members.joined(separator: ",") + "]")
      _ = try client.expectLine()
    }
    try stalled.send(request("\"p\"", "ping"))
    var answers = 0
    var events = 0
    while answers == 0 || events < 30 * Self.burst {
      let line = try JSON.parse(stalled.expectLine())
      if line["id"] == "p" { answers += 1 } else { events += 1 }
    }
    #expect(answers == 1)
    #expect(events == 30 * Self.burst)
  }

  @Test("After a crash of the daemon, since_seq goes on where the events ended")
  func crash() throws {
    let daemon = try Daemon()
    var client = try daemon.connect()
    _ = try client.call("subscribe", ["events": ["job."]])
    try client.send(request("1", "createJob", #"{"type":"noop","delay_seconds":3600}"#))
    _ = try client.expect(#"{"jsonrpc":"2.0","id":1,"result":"<any>"}"#)
    let last = try Self.seq(EventTests.nextEvent(client))
    let other = try daemon.connect()
    _ = try other.call("createJob", ["type": "noop", "delay_seconds": 3600])
    try daemon.kill()
    try daemon.start()
    client = try daemon.connect()
    let answer = try client.call("subscribe", .object(["events": ["job."], "since_seq": JSON(last)]))
    #expect(answer["gap"] == .null)
    #expect(try Self.seq(EventTests.nextEvent(client)) == last + 1)
    try client.expectAlive()
  }

  @Test("A client that has shut down its side is told events until it is gone")
  func halfClosed() throws {
    let daemon = try Daemon(configuration: "log_level = \"debug\"\n")
    var listener: Conversation? = try daemon.connect()
    let client = try daemon.connect()
    try listener?.send(request("1", "subscribe", #"{"events":["job.created"]}"#))
    try listener?.halfClose()
    try listener?.expect(#"{"jsonrpc":"2.0","id":1,"result":"<any>"}"#)
    for _ in 0..<2 {
      let id = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
      let event = try listener.map { try EventTests.nextEvent($0) }
      #expect(event?["data"]?["job_id"] == id)
    }
    // That it has gone is noticed, though nothing happens that would be told to it.
    listener = nil
    try daemon.waitForLog(containing: "connection closed")
    try client.expectAlive()
  }

  @Test("When the daemon goes down, events that are on their way arrive, then the connection ends")
  func shutdown() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let listener = try daemon.connect()
    _ = try listener.call("subscribe", ["events": ["job.created"]])
    try listener.halfClose()
    let subscriber = try daemon.connect()
    _ = try subscriber.call("subscribe", ["events": ["job.created"]])
    let id = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    let status = try daemon.terminate()
    #expect(status == .exited(0))
    for one in [listener, subscriber] {
      #expect(try EventTests.nextEvent(one)["data"]?["job_id"] == id)
      try one.expectEnd()
    }
  }

  @Test("Events beyond what the configuration keeps are a gap for who resumes before them, and for nobody else")
  func retention() throws {
    let daemon = try Daemon(configuration: "[retention]\nevent_count = 3\n")
    var client = try daemon.connect()
    for _ in 0..<10 { _ = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]) }
    #expect(try daemon.terminate() == .exited(0))
    try daemon.start()
    client = try daemon.connect()
    // The daemon cleans up by itself soon after its start. The first one may have done so too, in the midst of the jobs.
    // Each look has a connection of its own: what is taken away behind its answer would come as an event.
    let deadline = Deadline.after(seconds: 60)
    var gap = JSON.null
    while gap["oldest_seq"] != 8, !deadline.hasPassed {
      gap = try daemon.connect().call("subscribe", ["events": ["schedule."], "since_seq": 1]).member("gap")
    }
    #expect(gap == ["requested_seq": 1, "oldest_seq": 8])
    for (since, first) in [(0, 8), (1, 8), (7, 8), (8, 9)] {
      let answer = try client.call("subscribe", .object(["events": ["job."], "since_seq": JSON(since)]))
      #expect(try answer.member("gap").isNull == (since != 1))
      for seq in first...10 { #expect(try EventTests.nextEvent(client)["seq"] == JSON(seq)) }
      _ = try client.call("unsubscribe", .object(["subscription_id": answer.member("subscription_id")]))
    }
    try client.expectAlive()
  }

  // MARK: Helpers

  private static func seq(_ event: JSON) throws -> Int64 {
    try #require(event["seq"]?.intValue)
  }

  private static func newest(_ client: Conversation) throws -> Int64 {
    let answer = try client.call("subscribe", ["events": ["schedule."]])
    _ = try client.call("unsubscribe", .object(["subscription_id": answer.member("subscription_id")]))
    return try #require(answer["seq"]?.intValue)
  }

  /// Waits for the job that is last in the queue.
  private static func waitUntilIdle(_ client: Conversation) throws {
    let id = try client.call("createJob", ["type": "noop", "priority": "low"]).member("job_id")
    _ = try client.call("waitJob", .object(["job_id": id]))
    while true {
      let counts = try client.call("queueStatus")
      if counts["pending"] == 0, counts["processing"] == 0 { return }
    }
  }

  private static func residentKibibytes(_ pid: Int32) throws -> Int {
    let file = try #require(fopen("/proc/\(pid)/status", "r"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmRSS:") { return try #require(Int(text.filter(\.isNumber))) }
    }
    throw TestFailure("no VmRSS for process \(pid)")
  }
}
