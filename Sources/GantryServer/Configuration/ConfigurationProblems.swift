/// Gathers what is wrong with a file while it is read.
nonisolated final class ConfigurationProblems {
  private(set) var all: [ConfigurationProblem] = []
  private let lines: KeyLines

  /// - Parameter text: the file, in which the lines are looked up.
  init(text: String) {
    lines = KeyLines(text)
  }

  var isEmpty: Bool { all.isEmpty }

  /// Notes a problem with the key at `path`.
  func report(_ path: [String], _ reason: String) {
    all.append(ConfigurationProblem(line: lines.line(of: path), key: path.joined(separator: "."), reason: reason))
  }
}
