import ArgumentParser

/// What somebody may have meant who mistyped a name.
enum Suggestion {
  /// The one of `names` that is nearest to `typed`: what it abbreviates, or what at most two typing errors make of it.
  static func nearest(to typed: String, among names: [String]) -> String? {
    let wanted = typed.lowercased()
    let near = names.map { (name: $0, distance: distance(wanted, $0.lowercased())) }.min { $0.distance < $1.distance }
    // Two errors in a word of three letters make another word.
    if let near, near.distance <= min(2, max(1, wanted.count / 2)) { return near.name }
    return wanted.count < 2 ? nil : names.first { $0.lowercased().hasPrefix(wanted) }
  }

  /// A question to put behind an error; empty when nothing is near.
  static func question(_ typed: String, among names: [String]) -> String {
    nearest(to: typed, among: names).map { " Did you mean '\($0)'?" } ?? ""
  }

  /// Characters to insert, delete, replace or swap with their neighbour to come from one word to the other.
  static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var rows = [Array(0...other.count)]
    for row in 1..<max(1, one.count + 1) {
      var line = [row]
      for column in 1..<max(1, other.count + 1) {
        let isSame = one[row - 1] == other[column - 1]
        var cost = min(rows[row - 1][column] + 1, line[column - 1] + 1, rows[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          cost = min(cost, rows[row - 2][column - 2] + 1)
        }
        line.append(cost)
      }
      rows.append(line)
    }
    return rows[one.count][other.count]
  }
}

extension ParsableCommand {
  /// Refuses a word where the name of a command should be: the parser would call it an unexpected argument, and tell
  /// nothing of what there is.
  ///
  /// - Throws: `Failure` of wrong usage.
  static func checkCommand(_ arguments: [String], of path: String = "gantry") throws {
    guard let first = arguments.first, !first.hasPrefix("-"), !configuration.subcommands.isEmpty else { return }
    let rest = Array(arguments.dropFirst())
    if first == "help" { return path == "gantry" ? try checkCommand(rest, of: path) : () }
    let known = configuration.subcommands
    if let command = known.first(where: { ([$0._commandName] + $0.configuration.aliases).contains(first) }) {
      return try command.checkCommand(rest, of: "\(path) \(first)")
    }
    let names = known.map { $0._commandName }
    let group = path.dropFirst("gantry".count)
    throw Failure(
      .usage, kind: "usage",
      message: "Error: There is no command '\(printable(first))'\(group.isEmpty ? "" : " of '\(path)'")."
        + "\(Suggestion.question(first, among: names))\nUsage: \(path) <command>\n"
        + "  All commands: gantry help\(group)")
  }
}
