import Logging
import Testing

@testable import GantryServer

@Suite struct ConfigurationTextTests {
  private func loaded(_ settings: ServerConfiguration) -> LaunchOptions.Loaded {
    LaunchOptions.Loaded(settings: settings, logLevel: .debug, logFormat: .json)
  }

  /// The settings after they were written and read again.
  private func readBack(_ settings: ServerConfiguration) throws -> (ServerConfiguration, ConfigurationFile) {
    let text = loaded(settings).lines.map { "  " + $0 }.joined(separator: "\n")
    let file = try ConfigurationFile(text: text, path: "written")
    var read = ServerConfiguration(
      socketPath: try #require(file.socket), stateDirectory: try #require(file.stateDirectory))
    read.createsSocketDirectory = settings.createsSocketDirectory
    read.merge(file)
    return (read, file)
  }

  @Test func whatIsShownIsAFileThatSaysTheSame() throws {
    let defaults = ServerConfiguration(socketPath: "/s \"quoted\" \\ \u{7F}\n\u{1}", stateDirectory: "/d ä 漢")
    #expect(try readBack(defaults).0 == defaults)
    var other = defaults
    (other.workers, other.durability, other.drainSeconds) = (7, .normal, 0.25)
    (other.gitPath, other.gitTimeoutSeconds) = ("/git", 9)
    (other.limits.lineBytes, other.limits.batch, other.limits.inFlight) = (65_537, 2, 3)
    (other.limits.connections, other.limits.nestingDepth, other.limits.listRows) = (4, 9, 5)
    (other.limits.answerBytes, other.limits.outgoingHighWater, other.limits.stallSeconds) = (65_538, 65_539, 6)
    (other.queue.maxRetries, other.queue.retryBaseSeconds, other.queue.retryCapSeconds) = (1, 0.5, 1.5)
    (other.queue.maxCrashes, other.queue.ageingSeconds, other.queue.reservedWorkers) = (2, 1.25, 0)
    (other.queue.killGraceSeconds, other.queue.leaseSeconds, other.queue.timeoutSeconds) = (0.125, 2.5, 0.75)
    other.rateLimits.refresh = .init(count: 0, windowSeconds: 1.5)
    other.rateLimits.createProject = .init(count: 3, windowSeconds: 2)
    (other.retention.completedDays, other.retention.failedDays, other.retention.cancelledDays) = (0, 0.5, 1)
    (other.retention.completedCount, other.retention.failedCount, other.retention.cancelledCount) = (1, 2, 3)
    (other.retention.eventDays, other.retention.eventCount, other.retention.logBytes) = (4, 5, 2048)
    var own = ServerConfiguration.JobTypeSettings(name: "own.type")
    (own.command, own.environment, own.workingDirectory) = (["/bin/x", "a \"b\""], ["HOME", "PATH"], "/w")
    (own.timeoutSeconds, own.concurrency, own.maxRetries) = (1.5, 2, 0)
    (own.retryBaseSeconds, own.retryCapSeconds, own.onePerProject) = (0.5, 0.75, true)
    var external = ServerConfiguration.JobTypeSettings(name: "external")
    external.external = true
    other.jobTypes = ["own.type": own, "external": external]
    let (read, file) = try readBack(other)
    #expect(read == other)
    #expect(file.logLevel == .debug)
    #expect(file.logFormat == .json)
  }

  @Test func everyKeyIsShown() throws {
    var settings = ServerConfiguration(socketPath: "/s", stateDirectory: "/d")
    settings.gitPath = "/git"
    settings.queue.timeoutSeconds = 1
    let text = loaded(settings).lines.joined(separator: "\n")
    let shown = KeyLines(text)
    let keys = try ConfigurationFile(text: text, path: "written").knownKeys
    // No types are declared, so there is no table of them.
    let missing = keys.filter { shown.line(exactly: $0) == nil && $0 != ["job_types"] }
    #expect(missing.filter { key in !keys.contains { $0.count > key.count && $0.starts(with: key) } } == [])
  }
}
