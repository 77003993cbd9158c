/// How far a detection has come.
public struct SkillsProgress: Hashable, Sendable {
  /// Files looked at.
  public var done: Int
  /// Files to look at.
  public var total: Int

  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
