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

  @Test("check-config shows what is in effect, and warns of what is missing")
  func checkOfAGoodFile() throws {
    let stage = try TemporaryDirectory()
    let file = try stage.write(
      "gantry.toml",
      "workers = 1\n[job_types.x]\ncommand = [\"/nonexistent/x\"]\nworking_directory = \"/nonexistent\"\n")
    let output = try check(file)
    #expect(output.status == .exited(0))
    let text = String(decoding: output.output, as: UTF8.self)
    #expect(text.hasPrefix("\(file): ok\n"))
    #expect(text.contains("workers = 1, of them 0"))
    let warnings = String(decoding: output.stderrTail, as: UTF8.self)
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
    #expect(
      String(decoding: output.stderrTail, as: UTF8.self) == """
        \(file):1: workers: is 0, and must be from 1 to 256
        \(file):3: limits.batches: no such key; see the README for those there are

        """)
    #expect(try check(file, "--no-such-option").status == .exited(2))
  }

  private func check(_ file: String, _ more: String...) throws -> ChildOutput {
    try ChildCommand(
      try Programs.path("gantryd"), ["check-config", "--config", file] + more,
      environment: ["HOME": "/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent"]
    ).run()
  }
}
