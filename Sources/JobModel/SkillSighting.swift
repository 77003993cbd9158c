/// A skill that a refresh saw in a project, in the figures that are kept when it is gone.
public struct SkillSighting: Hashable, Sendable {
  public var name: String
  /// `language`, or the kind of technology.
  public var category: String
  /// Percent of all counted bytes, 0…100; nil for a technology.
  public var share: Double?
  /// Bytes of code; nil for a technology.
  public var bytes: Int64?
  /// 0…1.
  public var confidence: Double
  /// `direct`, `development` or `transitive`; nil for a language.
  public var relation: String?

  public init(
    name: String, category: String, share: Double? = nil, bytes: Int64? = nil, confidence: Double,
    relation: String? = nil
  ) {
    self.name = name
    self.category = category
    self.share = share
    self.bytes = bytes
    self.confidence = confidence
    self.relation = relation
  }
}
