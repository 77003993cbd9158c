/// One thing a repository shows that its people can do.
public struct Skill: Hashable, Sendable {
  public var name: String
  /// `language`, or the kind of technology: `database`, `web_framework`, `ci`, …
  public var category: String
  /// Part of all counted bytes, 0…100; nil for a technology.
  public var share: Double?
  /// Bytes of code in the language; nil for a technology.
  public var bytes: Int64?
  /// Files in the language; nil for a technology.
  public var files: Int?
  /// 0…1; see `Confidence`.
  public var confidence: Double
  /// Where it shows, the strongest first; at most `SkillsLimits.evidencePerSkill`.
  public var evidence: [SkillEvidence]

  public init(
    name: String, category: String, share: Double? = nil, bytes: Int64? = nil, files: Int? = nil, confidence: Double,
    evidence: [SkillEvidence]
  ) {
    self.name = name
    self.category = category
    self.share = share
    self.bytes = bytes
    self.files = files
    self.confidence = confidence
    self.evidence = evidence
  }
}
