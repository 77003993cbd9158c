import ArgumentParser
import GantryPaths
import GantryServer
import Glibc
import Logging

@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gantryd",
    abstract: "Runs background jobs for local tools, and answers them on a Unix socket.",
    discussion: """
      Runs in the foreground and logs to stderr. SIGTERM and SIGINT let running jobs end, then it exits with 0; \
      a second signal interrupts them, and they run again at the next start. Options win over the configuration file.
      """,
    version: GantryVersion.current)

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

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error where exitCode(for: error) == .validationFailure {
      // Usage errors are 2 here, as in `gantry` and most tools, not the 64 of the argument parser.
      fail(fullMessage(for: error), code: 2)
    } catch let error where exitCode(for: error) == .success {
      print(fullMessage(for: error))
    } catch {
      fail("gantryd: \(error)", code: 1)
    }
  }

  func run() throws {
    // What the daemon writes (database, mirrors, locks) is its user's alone, wherever its directory lies.
    umask(0o077)
    let file = try configurationFile()
    var logger = Logger(label: "gantryd") { _ in StderrLogHandler(level: .info) }
    if let name = logLevel ?? file?.logLevel {
      guard let level = Logger.Level(rawValue: name) else {
        throw ValidationError(
          "'\(name)' is no log level; there are \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      logger.logLevel = level
    }
    let location = try SocketLocation.resolve(explicit: socket ?? file?.socket)
    if let warning = location.warning { logger.warning("\(warning)") }
    var settings = ServerConfiguration(
      socketPath: location.path, stateDirectory: try UserDirectories.state(explicit: state ?? file?.stateDirectory))
    settings.createsSocketDirectory = location.ownsDirectory
    if let file { settings.merge(file) }
    settings.workers = workers ?? settings.workers
    guard (1...256).contains(settings.workers) else {
      throw ValidationError("--workers is \(settings.workers), and must be from 1 to 256.")
    }
    if geteuid() == 0 { logger.notice("running as root") }
    try MainActor.assumeIsolated { [settings, logger] in
      try Server(configuration: settings, logger: logger).run()
    }
  }

  /// The named file, or the one at the usual place if it is there.
  private func configurationFile() throws -> ConfigurationFile? {
    if let config { return try ConfigurationFile(path: config) }
    let usual: String
    do throws(PathError) {
      usual = try UserDirectories.configuration() + "/gantry.toml"
    } catch {
      // Without a home there is no usual place to look at; the options and defaults are all there is.
      return nil
    }
    guard access(usual, F_OK) == 0 else { return nil }
    return try ConfigurationFile(path: usual)
  }

  private static func fail(_ text: String, code: Int32) -> Never {
    var line = text + "\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    Glibc.exit(code)
  }
}
