import ArgumentParser
import GantryPaths

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Where the daemon listens. Default: as 'gantry socket-path' prints.")
  var socket: String?

  @Flag(help: "Print the result as one line of JSON.")
  var json = false

  @Option(
    help: "Seconds to wait: for the job with 'wait' and --wait, for an event in 'events', else for the answer (30).")
  var timeout: Double?

  func validate() throws {
    if let timeout, !(timeout >= 0 && timeout <= 1e9) {
      throw ValidationError("--timeout is \(timeout); it has to be a number of seconds, 0 or more.")
    }
  }

  /// How long to wait for an answer that should come at once.
  var replyTimeout: Duration { timeout.map { .seconds($0) } ?? Self.usualReplyTimeout }
  static let usualReplyTimeout = Duration.seconds(30)

  /// Refuses a page where all pages are shown.
  func checkPaging(_ limit: Int64?, _ cursor: String?) throws {
    guard !json, let option = limit != nil ? "--limit" : cursor != nil ? "--cursor" : nil else { return }
    throw ValidationError("\(option) needs --json; without it everything is shown.")
  }

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

  /// The arguments with `--option -1` as `--option=-1`. The parser takes a dash for the beginning of another option and
  /// says that the value is missing; joined, the value is read and refused for what it is.
  static func negativesJoined(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    for (index, argument) in arguments.enumerated() {
      let isNegative = argument.first == "-" && argument.dropFirst().first?.isNumber == true
      if isNegative, let option = joined.last, option.hasPrefix("--"), option != "--", !option.contains("="),
        !arguments[..<index].contains("--")
      {
        joined[joined.count - 1] = "\(option)=\(argument)"
      } else {
        joined.append(argument)
      }
    }
    return joined
  }
}
