import ChildProcess
import GantryTestSupport
import JSON

/// The real `gantry`, run against one daemon the way a script runs it.
struct CommandLine {
  let socket: String
  /// Lives as long as anybody may still run a command.
  private let daemon: Daemon?
  var environment: [String: String] = [:]
  var workingDirectory: String?

  init(_ daemon: Daemon) { (socket, self.daemon) = (daemon.socketPath, daemon) }
  init(socket: String) { (self.socket, daemon) = (socket, nil) }

  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The one line of JSON on standard output.
    func json() throws -> JSON { try Self.onlyLine(output, "standard output") }

    /// The one line of JSON on standard error.
    func errorJSON() throws -> JSON { try Self.onlyLine(errors, "standard error") }

    private static func onlyLine(_ text: String, _ name: String) throws -> JSON {
      guard text.hasSuffix("\n"), !text.dropLast().contains("\n") else {
        throw TestFailure("\(name) is not one line:\n\(text)")
      }
      return try JSON.parse(String(text.dropLast()))
    }
  }

  /// Runs a command, with the daemon's socket in the environment.
  func callAsFunction(_ arguments: String...) throws -> Run { try run(arguments) }

  func run(_ arguments: [String]) throws -> Run {
    var variables = ["GANTRY_SOCKET": socket, "HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "TZ": "UTC"]
    variables.merge(environment) { $1 }
    let command = ChildCommand(
      try Programs.path("gantry"), arguments, environment: variables, workingDirectory: workingDirectory)
    let output = try command.run()
    return Run(
      status: output.status.code, output: String(decoding: output.output, as: UTF8.self),
      errors: String(decoding: output.stderrTail, as: UTF8.self))
  }
}
