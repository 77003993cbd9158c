/// Gathers what is wrong with a file while it is read.
nonisolated final class ConfigurationProblems {
  private(set) var all: [ConfigurationProblem] = []

  var isEmpty: Bool { all.isEmpty }

  /// Notes a problem with the key at `path`.
  func report(_ path: [String], _ reason: String) {
    all.append(ConfigurationProblem(line: nil, key: path.joined(separator: "."), reason: reason))
  }
}
