/// A heading outside block quotes and lists, with the tasks below it.
public struct PlanSection: Hashable, Sendable {
  /// Source of the heading without its marks, capped at ``PlanLimits/textBytes``.
  public let title: String
  /// 1 to 6.
  public let level: Int
  /// First line of the heading, from 1.
  public let line: Int
  public let kind: PlanSectionKind
  /// Index of the nearest section above with a lower level; nil at the top.
  public let parent: Int?
  /// Tasks between this heading and the next one of any level.
  public internal(set) var direct: PlanCounts
  /// Tasks between this heading and the next one of its level or above.
  public internal(set) var subtree: PlanCounts

  public init(
    title: String, level: Int, line: Int, kind: PlanSectionKind, parent: Int?, direct: PlanCounts = PlanCounts(),
    subtree: PlanCounts = PlanCounts()
  ) {
    self.title = title
    self.level = level
    self.line = line
    self.kind = kind
    self.parent = parent
    self.direct = direct
    self.subtree = subtree
  }
}
