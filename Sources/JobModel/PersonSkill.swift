/// A skill of a person: the projects that they had refreshed and that show it.
public struct PersonSkill: Hashable, Sendable {
  public var name: String
  public var category: String
  /// In order of the projects' ages; never empty.
  public var records: [SkillRecord]

  public init(name: String, category: String, records: [SkillRecord]) {
    self.name = name
    self.category = category
    self.records = records
  }

  /// Where a page of a person's skills goes on.
  public struct Position: Hashable, Sendable {
    public var category: String
    public var name: String

    public init(category: String, name: String) {
      self.category = category
      self.name = name
    }
  }
}
