import ArgumentParser
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
      a second signal interrupts them, and they run again at the next start. SIGHUP reads the \
      configuration file again. Options win over the file.
      """,
    version: GantryVersion.current,
    subcommands: [CheckConfig.self])

  @OptionGroup var options: Options

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
    let service = ServiceManager.fromEnvironment()
    let launch = try options.launch()
    let loaded = try launch.load()
    let handler = StderrLogHandler(level: loaded.logLevel, format: loaded.logFormat)
    let logger = Logger(label: "gantryd") { _ in handler }
    if let warning = loaded.warning { logger.warning("\(warning)") }
    if geteuid() == 0 { logger.notice("running as root") }
    try MainActor.assumeIsolated {
      let server = try Server(configuration: loaded.settings, logger: logger, service: service) {
        let loaded = try launch.load()
        handler.format = loaded.logFormat
        return loaded
      }
      try server.run()
    }
  }

  /// Says it on stderr and ends.
  static func fail(_ text: String, code: Int32) -> Never {
    complain(text)
    Glibc.exit(code)
  }

  /// Says it on stderr.
  static func complain(_ text: String) {
    var line = text + "\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
