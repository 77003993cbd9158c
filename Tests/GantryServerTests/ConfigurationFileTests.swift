import Logging
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
    #expect(file.logLevel == .debug)
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

  @Test func everyKeyOfTheQueueIsRead() throws {
    let file = try ConfigurationFile(
      text: """
        [queue]
        max_retries = 4
        retry_base_seconds = 0.5
        retry_cap_seconds = 60
        max_crashes = 2
        ageing_seconds = 10
        reserved_workers = 2
        kill_grace_seconds = 1.5
        lease_seconds = 20
        timeout_seconds = 90
        [rate_limits.refresh]
        count = 0
        window_seconds = 10
        [rate_limits.create_project]
        count = 7
        [retention]
        completed_days = 1
        failed_days = 2.5
        cancelled_days = 0
        completed_count = 3
        failed_count = 4
        cancelled_count = 5
        event_days = 6
        event_count = 7
        log_bytes = 8192
        """, path: "test.toml")
    var queue = ServerConfiguration.Queue()
    (queue.maxRetries, queue.retryBaseSeconds, queue.retryCapSeconds, queue.maxCrashes) = (4, 0.5, 60, 2)
    (queue.ageingSeconds, queue.reservedWorkers, queue.killGraceSeconds) = (10, 2, 1.5)
    (queue.leaseSeconds, queue.timeoutSeconds) = (20, 90)
    #expect(file.queue == queue)
    #expect(!file.rateLimits.refresh.isLimited)
    #expect(file.rateLimits.refresh.windowSeconds == 10)
    #expect(file.rateLimits.createProject == ServerConfiguration.RateLimit(count: 7, windowSeconds: 3600))
    var retention = ServerConfiguration.Retention()
    (retention.completedDays, retention.failedDays, retention.cancelledDays) = (1, 2.5, 0)
    (retention.completedCount, retention.failedCount, retention.cancelledCount) = (3, 4, 5)
    (retention.eventDays, retention.eventCount, retention.logBytes) = (6, 7, 8192)
    #expect(file.retention == retention)
  }

  @Test func everyKeyOfAJobTypeIsRead() throws {
    let file = try ConfigurationFile(
      text: """
        [job_types.thumbnail]
        command = ["/usr/bin/thing", "arg"]
        environment = ["PATH", "_x1"]
        working_directory = "/srv"
        timeout_seconds = 60
        concurrency = 2
        max_retries = 1
        retry_base_seconds = 3
        retry_cap_seconds = 30
        one_per_project = true
        [job_types."by.hand"]
        external = true
        [job_types.refresh]
        timeout_seconds = 0.5
        """, path: "test.toml")
    var thumbnail = ServerConfiguration.JobTypeSettings(name: "thumbnail")
    thumbnail.command = ["/usr/bin/thing", "arg"]
    thumbnail.environment = ["PATH", "_x1"]
    thumbnail.workingDirectory = "/srv"
    (thumbnail.timeoutSeconds, thumbnail.concurrency, thumbnail.maxRetries) = (60, 2, 1)
    (thumbnail.retryBaseSeconds, thumbnail.retryCapSeconds, thumbnail.onePerProject) = (3, 30, true)
    #expect(file.jobTypes["thumbnail"] == thumbnail)
    #expect(file.jobTypes["by.hand"]?.external == true)
    #expect(file.jobTypes["refresh"]?.timeoutSeconds == 0.5)
    #expect(file.jobTypes.count == 3)
  }

  @Test(arguments: [
    ("queue.max_retries = 26", "test.toml:1: queue.max_retries: is 26, and must be from 0 to 25"),
    ("queue.lease_seconds = nan", "test.toml:1: queue.lease_seconds: is nan, and must be from 1 to 86400"),
    ("queue.lease_seconds = inf", "test.toml:1: queue.lease_seconds: is inf"),
    ("queue.lease_seconds = \"1\"", "test.toml:1: queue.lease_seconds: must be a number from 1 to 86400"),
    ("queue.retry_base_seconds = 700", "test.toml:1: queue.retry_base_seconds: retry_base_seconds is 700, and must"),
    ("retention.log_bytes = 3", "test.toml:1: retention.log_bytes: is 3"),
    ("rate_limits.create = {}", "test.toml:1: rate_limits.create: no such key"),
    ("job_types.a = {}", "test.toml:1: job_types.a: needs a command"),
    ("job_types.A = {external = true}", "test.toml:1: job_types.A: a job type's name is a lower-case letter"),
    ("job_types.a = {command = []}", "test.toml:1: job_types.a.command: must hold at least the program"),
    ("job_types.a = {command = \"ls\"}", "test.toml:1: job_types.a.command: must be an array of strings"),
    ("job_types.a = {command = [1]}", "test.toml:1: job_types.a.command: must be an array of strings, and"),
    ("job_types.a = {command = [\"ls\"]}", "test.toml:1: job_types.a.command: starts with \"ls\""),
    ("job_types.a = {command = [\"/x\"], external = true}", "test.toml:1: job_types.a.command: an external type"),
    ("job_types.noop = {external = false}", "test.toml:1: job_types.noop.external: 'noop' is built in"),
    (
      "job_types.a = {external = true, retry_cap_seconds = 1}",
      "test.toml:1: job_types.a.retry_cap_seconds: retry_base_seconds is 2"
    ),
    ("job_types.a = {external = 1}", "test.toml:1: job_types.a.external: must be true or false"),
    (
      "job_types.a = {command = [\"/x\"], environment = [\"A=B\"]}",
      "test.toml:1: job_types.a.environment: 'A=B' is no variable's name"
    ),
    (
      "job_types.a = {command = [\"/x\"], working_directory = \"x\"}",
      "test.toml:1: job_types.a.working_directory: is \"x\", and must be an absolute path"
    ),
  ])
  func aMistakeInTheQueuesSettingsIsNamed(text: String, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(text: text, path: "test.toml") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func allMistakesAreFoundAtOnce() {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationFile(text: "workers = 0\nwrkers = 3\n[limits]\nbatch = 0\n", path: "test.toml")
    }
    #expect(error?.problems.map(\.line) == [1, 2, 4])
    #expect(error?.problems.map(\.key) == ["workers", "wrkers", "limits.batch"])
  }

  @Test func theReserveLeavesAWorkerForEverythingElse() {
    var settings = ServerConfiguration(socketPath: "/s", stateDirectory: "/d")
    #expect(settings.reservedWorkers == 1)
    settings.workers = 1
    #expect(settings.reservedWorkers == 0)
  }

  @Test func anEmptyFileChangesNothing() throws {
    let file = try ConfigurationFile(text: "", path: "test.toml")
    #expect(file.workers == nil)
    #expect(file.limits == ServerConfiguration.Limits())
    #expect(file.queue == ServerConfiguration.Queue())
    #expect(file.rateLimits == ServerConfiguration.RateLimits())
    #expect(file.retention == ServerConfiguration.Retention())
    #expect(file.jobTypes.isEmpty)
  }

  @Test(arguments: [
    ("wrkers = 3", "test.toml:1: wrkers: no such key"),
    ("workers = 0", "test.toml:1: workers: is 0, and must be from 1 to 256"),
    ("workers = \"3\"", "test.toml:1: workers: must be a whole number"),
    ("socket = 3", "test.toml:1: socket: must be a string"),
    ("socket = \"\"", "test.toml:1: socket: must not be empty"),
    ("durability = \"some\"", "test.toml:1: durability: is \"some\", and must be one of \"full\", \"normal\""),
    ("[git]\npath = \"git\"", "test.toml:2: git.path: is \"git\", and must be an absolute path"),
    ("limits = 3", "test.toml:1: limits: must be a table"),
    ("[limits]\nbatches = 3", "test.toml:2: limits.batches: no such key"),
    ("[limits]\nbatch = 0", "test.toml:2: limits.batch: is 0"),
    ("workers = ", "test.toml:1: not valid TOML"),
  ])
  func aMistakeIsNamedWithFileLineAndKey(text: String, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(text: text, path: "test.toml") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "no error")")
  }

  @Test(arguments: [
    ("wrkers = 3", "1: wrkers: no such key; there are: "),
    ("max_crashes = 3\n[queue]", "1: max_crashes: no such key; it belongs to [queue]; here there are: "),
    (
      "[queue]\nworkers = 3", "2: queue.workers: no such key; it belongs to the beginning of the file; here there are: "
    ),
    ("[git]\npath = /usr/bin/git", "; text needs quotes: path = \"/usr/bin/git\""),
    ("log_level = info # quiet", "; text needs quotes: log_level = \"info\""),
  ])
  func aMistakeIsToldWithWhatWouldBeRight(text: String, message: String) {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(text: text, path: "test.toml") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "no error")")
  }

  @Test(arguments: ["workers = ", "= 3", "x = [1", "s = \"a", ""])
  func whatIsNoBareWordGetsNoHint(text: String) {
    #expect(BareWord.hint(text, line: 1) == "")
    #expect(BareWord.hint(text, line: 9) == "")
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
