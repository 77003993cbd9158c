import ChildProcess
import Glibc

/// The real gantryd, on a socket and a state directory of its own. Ended, at the latest, with its last reference.
///
/// Used by one thread at a time.
public final class Daemon {
  /// Holds the socket, the state and the configuration; survives a restart.
  public let directory: TemporaryDirectory
  public let socketPath: String
  public let statePath: String

  /// The configuration file that the daemon was started with.
  public let configurationPath: String

  private let executable: String
  private let listening: Int32?
  private let arguments: [String]
  private let environment: [String: String]
  private var process: Spawned

  /// Seconds that starting and ending may take. Generous: machines that build and test at once are slow.
  private static let patience = 30.0

  /// Starts a daemon and returns when it has said that it is ready.
  /// - Parameters:
  ///   - configuration: the text of its configuration file. Unless it says otherwise, nothing is limited by rate: tests
  ///     ask for more in a second than people do in an hour.
  ///   - arguments: options besides the socket, the state and the configuration.
  ///   - environment: variables besides `HOME` and `PATH`; nothing is inherited.
  ///   - listening: a socket that it is started with, as a service manager does (`LISTEN_FDS`); not closed here.
  public init(
    configuration: String = "", arguments: [String] = [], environment: [String: String] = [:], listening: Int32? = nil
  ) throws(TestFailure) {
    directory = try TemporaryDirectory()
    socketPath = directory.appending("s")
    statePath = try directory.makeDirectory("state")
    let isLimited = configuration.contains("rate_limits")
    configurationPath = try directory.write(
      "gantry.toml", isLimited ? configuration : configuration + "\n" + Self.unlimited)
    let program = try Programs.path("gantryd")
    let options = ["--socket", socketPath, "--state", statePath, "--config", configurationPath] + arguments
    // Only the process itself knows the number that LISTEN_PID has to be.
    let launcher = ["-c", "LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\" \"$@\"", program]
    self.listening = listening
    executable = listening == nil ? program : "/bin/sh"
    self.arguments = (listening == nil ? [] : launcher) + options
    let base = ["HOME": directory.path, "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"]
    self.environment = base.merging(environment) { $1 }
    process = try Spawned(executable, self.arguments, environment: self.environment, inherited: listening)
    try waitUntilReady()
  }

  private static let unlimited = """
    [rate_limits.refresh]
    count = 0
    [rate_limits.create_project]
    count = 0

    """

  public var pid: Int32 { process.pid }

  /// What the daemon has logged since its latest start.
  public var log: String { process.log.contents }

  /// A new connection.
  /// - Parameter seconds: how long any single expectation may take.
  public func connect(patience seconds: Double = 20) throws(TestFailure) -> Conversation {
    try Conversation(socket: socketPath, patience: seconds)
  }

  /// Waits until the daemon has logged a line that contains `text`.
  public func waitForLog(containing text: String) throws(TestFailure) {
    guard try process.log.wait(until: .after(seconds: Self.patience), for: { $0.contains(text) }) else {
      throw TestFailure("gantryd did not log \"\(text)\" within \(Self.patience) seconds. Its log:\n\(log)")
    }
  }

  public func signal(_ number: Int32) { process.signal(number) }

  /// Waits for the end of the daemon.
  public func waitForExit() throws(TestFailure) -> ExitStatus {
    guard let status = try process.wait(until: .after(seconds: Self.patience)) else {
      throw TestFailure("gantryd did not end within \(Self.patience) seconds. Its log:\n\(log)")
    }
    // Its last words may still be in the pipe: no line satisfies this, so it waits for the end of the log.
    _ = try process.log.wait(until: .after(seconds: Self.patience)) { _ in false }
    return status
  }

  /// Asks the daemon to end, as a service manager does, and waits for it.
  public func terminate() throws(TestFailure) -> ExitStatus {
    process.signal(SIGTERM)
    return try waitForExit()
  }

  /// Ends the daemon without a chance to put anything in order.
  public func kill() throws(TestFailure) {
    process.signal(SIGKILL)
    _ = try waitForExit()
  }

  /// Starts a daemon on the socket and the state of the one that has ended.
  public func start() throws(TestFailure) {
    process = try Spawned(executable, arguments, environment: environment, inherited: listening)
    try waitUntilReady()
  }

  private func waitUntilReady() throws(TestFailure) {
    let isReady = try process.log.wait(until: .after(seconds: Self.patience)) { line in
      line.split(separator: " ").dropFirst(2).first == "ready" || line.contains(#""message":"ready""#)
    }
    guard isReady else {
      let ended = try process.wait(until: .after(seconds: 1)).map { "It \($0)." } ?? "It runs."
      throw TestFailure("gantryd did not become ready. \(ended) Its log:\n\(log)")
    }
  }
}
