import Testing

@testable import GantryServer

@Suite struct ConfigurationFileTests {
  @Test func everyKeyIsRead() throws {
    let file = try ConfigurationFile(
      text: """
        socket = "/run/x.sock"
        state_directory = "/var/x"
        log_level = "debug"
        workers = 7
        durability = "normal"
        drain_seconds = 3
        [git]
        path = "/opt/git/bin/git"
        timeout_seconds = 30
        [limits]
        line_bytes = 100000
        batch = 5
        in_flight = 6
        connections = 8
        nesting_depth = 9
        list_rows = 10
        outgoing_bytes = 70000
        stall_seconds = 11
        """, path: "test.toml")
    #expect(file.socket == "/run/x.sock")
    #expect(file.stateDirectory == "/var/x")
    #expect(file.logLevel == "debug")
    #expect(file.workers == 7)
    #expect(file.durability == .normal)
    #expect(file.drainSeconds == 3)
    #expect(file.gitPath == "/opt/git/bin/git")
    #expect(file.gitTimeoutSeconds == 30)
    #expect(file.limits.lineBytes == 100_000)
    #expect(file.limits.batch == 5)
    #expect(file.limits.inFlight == 6)
    #expect(file.limits.connections == 8)
    #expect(file.limits.nestingDepth == 9)
    #expect(file.limits.listRows == 10)
    #expect(file.limits.outgoingHighWater == 70_000)
    #expect(file.limits.stallSeconds == 11)
  }

  @Test func anEmptyFileChangesNothing() throws {
    let file = try ConfigurationFile(text: "", path: "test.toml")
    #expect(file.workers == nil)
    #expect(file.limits == ServerConfiguration.Limits())
  }

  @Test(arguments: [
    ("wrkers = 3", "test.toml: wrkers: no such key"),
    ("workers = 0", "test.toml: workers: is 0, and must be from 1 to 256"),
    ("workers = \"3\"", "test.toml: workers: must be a whole number"),
    ("socket = 3", "test.toml: socket: must be a string"),
    ("socket = \"\"", "test.toml: socket: must not be empty"),
    ("durability = \"some\"", "test.toml: durability: must be \"full\" or \"normal\""),
    ("[git]\npath = \"git\"", "test.toml: git.path: must be an absolute path"),
    ("limits = 3", "test.toml: limits: must be a table"),
    ("[limits]\nbatches = 3", "test.toml: limits.batches: no such key"),
    ("[limits]\nbatch = 0", "test.toml: limits.batch: is 0"),
    ("workers = ", "test.toml: not valid TOML"),
  ])
  func aMistakeIsNamedWithFileAndKey(text: String, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(text: text, path: "test.toml") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(path: "/nonexistent/gantry.toml") }
    #expect(error?.description.contains("/nonexistent/gantry.toml") == true)
  }

  @Test func aDeviceIsNotReadForever() {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(path: "/dev/zero") }
    #expect(error?.description.contains("no configuration file") == true)
  }
}
