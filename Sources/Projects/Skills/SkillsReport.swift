/// What `SkillsDetector` found in a tree.
public struct SkillsReport: Hashable, Sendable {
  /// By bytes, the most first.
  public var languages: [Skill]
  /// By confidence, the surest first, then by name.
  public var technologies: [Skill]
  /// What could not be read or understood; the rest of the report stands.
  public var warnings: [SkillsWarning]
  /// Files looked at.
  public var files: Int
  /// Bytes of code counted, in all languages.
  public var bytes: Int64
  /// True when a limit cut the work short; a warning says which.
  public var isPartial: Bool

  public init(
    languages: [Skill], technologies: [Skill], warnings: [SkillsWarning], files: Int, bytes: Int64, isPartial: Bool
  ) {
    self.languages = languages
    self.technologies = technologies
    self.warnings = warnings
    self.files = files
    self.bytes = bytes
    self.isPartial = isPartial
  }
}
