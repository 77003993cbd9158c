import ArgumentParser
import GantryServer
import Logging

/// What both running and checking take.
struct Options: ParsableArguments {
  @Option(help: "Socket to listen on. Default: $GANTRY_SOCKET, else $XDG_RUNTIME_DIR/gantry/gantry.sock.")
  var socket: String?

  @Option(help: "Directory for the database and the mirrors. Default: $XDG_STATE_HOME/gantry.")
  var state: String?

  @Option(help: "Configuration file (TOML). Default: $XDG_CONFIG_HOME/gantry/gantry.toml, if there is one.")
  var config: String?

  @Option(help: "Worker threads, 1 to 256.")
  var workers: Int?

  @Option(help: "Least level that is logged: trace, debug, info, notice, warning, error or critical.")
  var logLevel: String?

  @Option(help: "Form of the log lines: text or json.")
  var logFormat: String?

  /// The options as the server takes them.
  func launch() throws -> LaunchOptions {
    var launch = LaunchOptions()
    (launch.socket, launch.state, launch.config, launch.workers) = (socket, state, config, workers)
    if let workers, !(1...256).contains(workers) {
      throw ValidationError("--workers is \(workers), and must be from 1 to 256.")
    }
    if let logLevel {
      guard let level = Logger.Level(rawValue: logLevel) else {
        throw ValidationError(
          "'\(logLevel)' is no log level; there are \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      launch.logLevel = level
    }
    if let logFormat {
      guard let format = LogFormat(rawValue: logFormat) else {
        throw ValidationError("'\(logFormat)' is no log format; there are text and json.")
      }
      launch.logFormat = format
    }
    return launch
  }
}
