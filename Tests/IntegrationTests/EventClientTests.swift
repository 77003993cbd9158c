import ChildProcess
import GantryClient
import GantryProtocol
import GantryTestSupport
import JSON
import Testing

/// Events through the clients that people use.
@Suite("Events in the clients")
struct EventClientTests {
  @Test("gantry events --json prints one object a line, and ends well with Ctrl-C")
  func commandLine() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let id = try EventTests.finishedJob(client)
    // The background process of a shell without job control ignores SIGINT unless it sets a handler.
    let run = try shell(
      daemon,
      """
      mkfifo "$1/events"; "$0" --json events --since 0 --type job.completed >"$1/events" & exec 3<"$1/events"
      read -r line <&3; kill -INT $!; wait $!; echo "$?"; printf '%s\\n' "$line"
      """)
    let lines = run.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "0")
    let event = try JSON.parse(String(try #require(lines.last)))
    #expect(event["type"] == "job.completed")
    #expect(event["data"]?["job_id"] == id)
  }

  @Test("gantry events writes for people, and ends when nobody reads")
  func forPeople() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let id = try #require(try EventTests.finishedJob(client).stringValue)
    // The job has three events and the reader takes one: whatever comes then is not read by anybody.
    let run = try shell(
      daemon,
      """
      { "$0" events --since 0; echo "$?" >"$1/status"; } | {
        read -r line; exec <&-; "$0" call createJob type=noop >"$1/created"; printf '%s\\n' "$line"
      }
      cat "$1/status"
      """)
    #expect(run.contains("  job.created           noop \(id)\n"), "\(run)")
    #expect(run.hasSuffix("\n0\n"))
  }

  @Test("A subscription that the daemon refuses is an error of the command")
  func refused() throws {
    let gantry = CommandLine(try Daemon())
    let run = try gantry("events", "--type", "job", "--json")
    #expect(run.status == 2)
    #expect(try run.errorJSON()["data"]?["kind"] == "invalidParams")
    #expect(try gantry("events", "--params", "{}", "--since", "1").status == 2)
    #expect(try gantry("events", "--params", "nothing").status == 2)
  }

  @Test func `the Swift client goes on over a restart of the daemon`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let before = try await gantry.createJob(type: "noop").jobID
    _ = try await gantry.waitForJob(before)
    var events = gantry.subscribe(events: ["job.completed"], sinceSeq: 0).makeAsyncIterator()
    #expect(try await Self.job(events.next()) == before)
    try daemon.kill()
    try daemon.start()
    let again = try await GantryClient.connect(socketPath: daemon.socketPath)
    let after = try await again.createJob(type: "noop").jobID
    #expect(try await Self.job(events.next()) == after)
  }

  @Test func `a cancelled task ends its sequence`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    let task = Task {
      var count = 0
      for try await _ in gantry.subscribe(events: ["job."]) { count += 1 }
      return count
    }
    task.cancel()
    #expect(try await task.value == 0)
  }

  @Test func `a reader that is slow gets every event of many`() async throws {
    let daemon = try Daemon(configuration: #"durability = "normal""#)
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    for _ in 0..<30 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<50 {
          group.addTask { _ = try await gantry.call(CreateJob.self, .init(type: "noop", delaySeconds: 3600)) }
        }
        try await group.waitForAll()
      }
    }
    var seen: [Int64] = []
    for try await case .happened(let event) in gantry.subscribe(sinceSeq: 0) {
      seen.append(event.seq)
      if seen.count == 1500 { break }
    }
    #expect(seen == Array(1...1500))
  }

  @Test func `a gap is told, and the sequence goes on`() async throws {
    let daemon = try Daemon()
    let gantry = try await GantryClient.connect(socketPath: daemon.socketPath)
    _ = try await gantry.call(CreateJob.self, .init(type: "noop", delaySeconds: 3600))
    var events = gantry.subscribe(sinceSeq: 1_000_000).makeAsyncIterator()
    guard case .missed(nextSeq: 1)? = try await events.next() else {
      Issue.record("no gap")
      return
    }
    guard case .happened(let event)? = try await events.next() else {
      Issue.record("no event")
      return
    }
    #expect(event.seq == 1)
  }

  private static func job(_ event: GantryEvent?) throws -> String? {
    guard case .happened(let event)? = event else { return nil }
    return try event.data.parsed()["job_id"]?.stringValue
  }

  /// Runs a script with the path of `gantry` as `$0` and a scratch directory as `$1`; returns what it printed.
  private func shell(_ daemon: Daemon, _ script: String) throws -> String {
    let directory = try TemporaryDirectory()
    let command = ChildCommand(
      "/bin/sh", ["-c", script, try Programs.path("gantry"), directory.path],
      environment: ["GANTRY_SOCKET": daemon.socketPath, "HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "TZ": "UTC"])
    return String(decoding: try command.run().output, as: UTF8.self)
  }
}
