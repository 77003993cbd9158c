import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

@Suite("Checking and reloading the configuration")
struct ConfigurationTests {
  @Test("A reload changes what can change, and says what needs a restart")
  func reload() throws {
    let daemon = try Daemon(configuration: "[limits]\nbatch = 50\n")
    let client = try daemon.connect()
    _ = try daemon.directory.write("gantry.toml", "workers = 9\nlog_level = \"debug\"\n[limits]\nbatch = 1\n")
    daemon.signal(SIGHUP)
    try daemon.waitForLog(containing: "configuration reloaded")
    #expect(daemon.log.contains("workers has changed in the configuration, and needs a restart"))
    try client.send(#"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}]"#)
    #expect(try client.expectLine().contains("\"error\""))
    // The new level reaches every part of the daemon.
    #expect(try daemon.terminate() == .exited(0))
    #expect(daemon.log.contains(" debug "))
  }

  @Test("A broken file is logged with line and key, and changes nothing")
  func brokenReload() throws {
    let daemon = try Daemon(configuration: "[limits]\nbatch = 50\n")
    _ = try daemon.directory.write("gantry.toml", "\n[limits]\nbatch = 1\nbatches = 2\n")
    daemon.signal(SIGHUP)
    try daemon.waitForLog(
      containing: "configuration not reloaded: \(daemon.configurationPath):4: limits.batches: no such")
    let client = try daemon.connect()
    try client.send(#"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}]"#)
    #expect(try !client.expectLine().contains("\"error\""))
    #expect(!daemon.log.contains("configuration reloaded"))
  }

  @Test("Log lines can be JSON, and one about a request names connection and request")
  func jsonLog() throws {
    let daemon = try Daemon(configuration: "log_format = \"json\"\nlog_level = \"debug\"\n")
    let client = try daemon.connect()
    try client.send(#"{"jsonrpc":"2.0","id":"r-1","method":"ping"}"#)
    _ = try client.expectLine()
    #expect(try daemon.terminate() == .exited(0))
    let lines = try daemon.log.split(separator: "\n").map { try JSON.parse(String($0)) }
    let request = try #require(lines.first { $0["request"] == .string("\"r-1\"") || $0["request"] == .string("r-1") })
    #expect(request["method"] == .string("ping"))
    #expect(request["connection"] == .string("1"))
    #expect(request["level"] == .string("debug"))
  }

  @Test("The form of the log lines changes with a reload, and an option wins over the file")
  func logFormatReload() throws {
    let daemon = try Daemon()
    _ = try daemon.directory.write("gantry.toml", "log_format = \"json\"\n")
    daemon.signal(SIGHUP)
    try daemon.waitForLog(containing: #""message":"configuration reloaded""#)
    let told = try Daemon(configuration: "log_format = \"json\"\n", arguments: ["--log-format", "text"])
    #expect(told.log.contains(" notice ready "))
    let failure = #expect(throws: TestFailure.self) { try Daemon(arguments: ["--log-format", "xml"]) }
    #expect(String(describing: failure).contains("'xml' is no log format"))
  }

  @Test("A request that waits long for the disk is logged with its method and id")
  func slowRequest() throws {
    let faults = try Faults()
    let daemon = try Daemon(environment: faults.environment)
    let (client, other) = (try daemon.connect(), try daemon.connect())
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    faults.holdSyncs(of: .log)
    try client.send(#"{"jsonrpc":"2.0","id":"slow-1","method":"createJob","params":{"type":"noop"}}"#)
    // The daemon's own clock tells that more time has gone by than a request should take.
    #expect(try other.call("waitJob", ["job_id": job, "timeout_seconds": 0.6])["timed_out"] == true)
    faults.heal()
    #expect(try client.expectLine().contains("job_id"))
    try daemon.waitForLog(containing: "slow request: it waited for the store")
    let line = try #require(daemon.log.split(separator: "\n").first { $0.contains("slow request") })
    #expect(line.contains("method=createJob"))
    #expect(line.contains("slow-1"))
  }

  @Test("check-config shows what is in effect, and warns of what is missing")
  func checkOfAGoodFile() throws {
    let stage = try TemporaryDirectory()
    let file = try stage.write(
      "gantry.toml",
      "workers = 1\n[job_types.x]\ncommand = [\"/nonexistent/x\"]\nworking_directory = \"/nonexistent\"\n")
    let output = try check(file)
    #expect(output.status == .exited(0))
    let text = String(decoding: output.output, as: UTF8.self)
    #expect(text.contains("workers = 1  # of them 0"))
    #expect(text.contains("[job_types.\"x\"]\ncommand = [\"/nonexistent/x\"]\n"))
    let warnings = String(decoding: output.stderrTail, as: UTF8.self)
    #expect(warnings.hasPrefix("\(file): ok\n"))
    // What is shown is a file, and means the same.
    let again = try check(try stage.write("again.toml", text))
    #expect(again.status == .exited(0))
    #expect(again.output == output.output)
    #expect(warnings.contains("job_types.x.command: '/nonexistent/x' cannot be run: No such file"))
    #expect(warnings.contains("job_types.x.working_directory: '/nonexistent' is no directory"))
  }

  @Test("check-config names every mistake with its line, and exits with 1")
  func checkOfABadFile() throws {
    let stage = try TemporaryDirectory()
    let file = try stage.write("gantry.toml", "workers = 0\n[limits]\nbatches = 1\n")
    let output = try check(file)
    #expect(output.status == .exited(1))
    #expect(output.output.isEmpty)
    let lines = String(decoding: output.stderrTail, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "\(file):1: workers: is 0, and must be from 1 to 256")
    #expect(lines.last?.hasPrefix("\(file):3: limits.batches: no such key; there are: answer_bytes, batch, ") == true)
    #expect(try check(file, "--no-such-option").status == .exited(2))
  }

  private func check(_ file: String, _ more: String...) throws -> ChildOutput {
    try ChildCommand(
      try Programs.path("gantryd"), ["check-config", "--config", file] + more,
      environment: ["HOME": "/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent"]
    ).run()
  }
}
