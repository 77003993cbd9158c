/// How log lines look.
public nonisolated enum LogFormat: String, Sendable, CaseIterable {
  /// Time, level, message and `key=value` pairs, for people.
  case text
  /// One JSON object a line, for programs.
  case json
}
