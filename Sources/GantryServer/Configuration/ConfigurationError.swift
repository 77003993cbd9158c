/// A configuration file that cannot be used: everything that is wrong with it, in the order of its lines.
public nonisolated struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, as it was named.
  public var path: String
  /// At least one.
  public var problems: [ConfigurationProblem]

  init(path: String, problems: [ConfigurationProblem]) {
    self.path = path
    self.problems = problems.sorted { ($0.line ?? 0, $0.key ?? "") < ($1.line ?? 0, $1.key ?? "") }
  }

  init(path: String, _ reason: String, line: Int? = nil) {
    self.init(path: path, problems: [ConfigurationProblem(line: line, key: nil, reason: reason)])
  }

  /// One line for each problem: `FILE:LINE: key: what is wrong, and what would be right`.
  public var lines: [String] { problems.map { $0.line(in: path) } }

  public var description: String { lines.joined(separator: "\n") }
}
