import ArgumentParser
import GantryPaths

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Where the daemon listens. Default: as 'gantry socket-path' prints.")
  var socket: String?

  @Flag(help: "Print the result as one line of JSON.")
  var json = false

  @Option(help: "Seconds to wait: for the job in 'wait' and 'refresh --wait', else for the answer (30).")
  var timeout: Double?

  func validate() throws {
    if let timeout, !(timeout >= 0 && timeout <= 1e9) {
      throw ValidationError("--timeout is \(timeout); it has to be a number of seconds, 0 or more.")
    }
  }

  /// How long to wait for an answer that should come at once.
  var replyTimeout: Duration { timeout.map { .seconds($0) } ?? .seconds(30) }

  /// The path of the socket.
  func location() throws(PathError) -> SocketLocation { try SocketLocation.resolve(explicit: socket) }

  /// The arguments with global options that stand before the command moved behind it, where the parser looks for them:
  /// `gantry --json jobs` is `gantry jobs --json`.
  ///
  /// - Parameter groups: commands whose next word is a command, too.
  static func hoisted(_ arguments: [String], groups: Set<String> = []) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("--") {
      if first == "--json" || first.hasPrefix("--socket=") || first.hasPrefix("--timeout=") {
        moved.append(rest.removeFirst())
      } else if (first == "--socket" || first == "--timeout") && rest.count > 1 {
        moved.append(contentsOf: rest.prefix(2))
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    guard let command = rest.popFirst() else { return arguments }
    let isGroup = groups.contains(command) && rest.first?.hasPrefix("-") == false
    return [command] + (isGroup ? [rest.removeFirst()] : []) + moved + rest
  }
}
