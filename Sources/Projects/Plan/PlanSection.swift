/// A heading outside block quotes and lists, with the tasks below it.
public struct PlanSection: Hashable, Sendable {
  /// Source of the heading without its marks, capped at ``PlanLimits/textBytes``.
  public let title: String
  /// 1 to 6.
  public let level: Int
  /// First line of the heading, from 1.
  public let line: Int
  /// Byte offset of the heading's text.
  public let offset: Int
  public let kind: PlanSectionKind
  /// Index of the nearest section above with a lower level; nil at the top.
  public internal(set) var parent: Int?
  /// Task list items of GFM between this heading and the next one of any level.
  public internal(set) var direct: PlanCounts
  /// Task list items of GFM between this heading and the next one of its level or above.
  public internal(set) var subtree: PlanCounts
  /// What counts for the percentage there, other boxes included.
  public internal(set) var tally = PlanTally()
  /// A line below the heading that tells its state: `**Status:** complete`.
  public internal(set) var statusLine: String?
  /// Index into the files of a merged plan.
  public internal(set) var file = 0

  public init(
    title: String, level: Int, line: Int, kind: PlanSectionKind, parent: Int?, offset: Int = 0,
    direct: PlanCounts = PlanCounts(), subtree: PlanCounts = PlanCounts()
  ) {
    self.title = title
    self.level = level
    self.line = line
    self.offset = offset
    self.kind = kind
    self.parent = parent
    self.direct = direct
    self.subtree = subtree
  }

  /// When it is to be done.
  public var period: PlanPeriod? { PlanPeriod(heading: title) }
}
