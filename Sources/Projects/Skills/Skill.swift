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
  /// Directories of the packages it shows in, sorted; an empty one is the root of the repository.
  public var packages: [String]
  /// Where it shows, the strongest first; at most `SkillsLimits.evidencePerSkill`.
  public var evidence: [SkillEvidence]

  public init(
    name: String, category: String, share: Double? = nil, bytes: Int64? = nil, files: Int? = nil, confidence: Double,
    packages: [String] = [], evidence: [SkillEvidence]
  ) {
    self.name = name
    self.category = category
    self.share = share
    self.bytes = bytes
    self.files = files
    self.confidence = confidence
    self.packages = packages
    self.evidence = evidence
  }

  /// How the repository came to a technology.
  public enum Relation: String, Hashable, Sendable {
    /// It is configured, or a manifest asks for it.
    case direct
    /// Only what builds, tests or checks the project asks for it.
    case development
    /// Only lock files name it: the choice of another package.
    case transitive
  }

  /// Nil for a language, which is written and not depended on.
  public var relation: Relation? {
    if share != nil { return nil }
    if evidence.allSatisfy({ $0.kind == .transitive }) { return .transitive }
    let isForBuilding = evidence.allSatisfy {
      $0.kind == .devDependency || $0.kind == .ciAction || $0.kind == .transitive
    }
    return isForBuilding ? .development : .direct
  }
}
