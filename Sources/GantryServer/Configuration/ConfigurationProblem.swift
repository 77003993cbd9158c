/// One thing that is wrong in a configuration file.
public nonisolated struct ConfigurationProblem: Sendable, Equatable {
  /// Where it stands, counted from 1; nil when it is about the file as a whole.
  public var line: Int?
  /// The whole key, as in `limits.batch`; nil when it is about no key.
  public var key: String?
  /// What is wrong, and what would be right.
  public var reason: String

  init(line: Int?, key: String?, reason: String) {
    self.line = line
    self.key = key
    self.reason = reason
  }

  /// `FILE:LINE: key: reason`, without the parts that there are none of.
  func line(in path: String) -> String {
    ([line.map { "\(path):\($0)" } ?? path] + (key.map { [$0] } ?? []) + [reason]).joined(separator: ": ")
  }
}
