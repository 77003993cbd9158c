/// Gathers what is wrong with a file while it is read.
nonisolated final class ConfigurationProblems {
  private(set) var all: [ConfigurationProblem] = []
  /// Every key that was asked for, whether the file has it or not.
  private(set) var asked: Set<[String]> = []
  private let lines: KeyLines

  /// - Parameter text: the file, in which the lines are looked up.
  init(text: String) {
    lines = KeyLines(text)
  }

  /// Notes that the key at `path` was asked for.
  func ask(_ path: [String]) { asked.insert(path) }

  var isEmpty: Bool { all.isEmpty }

  /// Notes a problem with the key at `path`.
  func report(_ path: [String], _ reason: String) {
    all.append(ConfigurationProblem(line: lines.line(of: path), key: path.joined(separator: "."), reason: reason))
  }
}
