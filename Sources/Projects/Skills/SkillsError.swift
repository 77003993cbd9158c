/// Why a detection gave no report. A file that cannot be read is no such reason: it becomes a warning.
public enum SkillsError: Error, Hashable, Sendable {
  /// The caller's check said to stop.
  case cancelled
}
