/// A task of a plan: a task list item of GitHub Flavored Markdown (0.29), or what stands for one where there are none.
public struct PlanTask: Hashable, Sendable {
  /// Position among the tasks of the plan, from 0.
  public internal(set) var ordinal: Int
  /// What stands behind the box on its line, inline markup kept, capped at ``PlanLimits/textBytes``.
  public let text: String
  /// Line of the box, from 1.
  public let line: Int
  /// Byte offset of the box's `[` in the file as read, a byte order mark included; of the line for other sources.
  public let offset: Int
  /// How many tasks enclose this one; 0 at the outermost level.
  public let depth: Int
  public let isChecked: Bool
  /// What stands between the brackets: a whitespace character, `x` or `X` for GFM; else whatever tells the state.
  public let marker: String
  /// Index into ``PlanDocument/sections`` of the section the task stands in; nil above the first heading.
  public internal(set) var section: Int?
  /// Ordinal of the nearest enclosing task.
  public internal(set) var parent: Int?
  /// Where the task is written down; ``PlanSource/boxes`` for boxes of any kind in list items.
  public let source: PlanSource
  /// True for a task list item of GFM.
  public let isGFM: Bool
  public internal(set) var state: PlanState
  /// Done share in thousandths.
  public internal(set) var share: Int
  /// Kiro's `[ ]*`.
  public let isOptional: Bool
  /// Why the task does not count; nil when it does.
  public internal(set) var exclusion: PlanExclusion.Reason?
  /// What the text says besides.
  public internal(set) var facts = PlanTaskFacts()
  /// True for one that cannot be begun: it says so, or waits for a task that is open.
  public internal(set) var isBlocked = false
  /// Index into the files of a merged plan.
  public internal(set) var file = 0

  public init(
    ordinal: Int, text: String, line: Int, offset: Int, depth: Int, isChecked: Bool, marker: String, section: Int?,
    parent: Int?, source: PlanSource = .boxes, isGFM: Bool = true, state: PlanState? = nil, share: Int? = nil,
    isOptional: Bool = false
  ) {
    self.ordinal = ordinal
    self.text = text
    self.line = line
    self.offset = offset
    self.depth = depth
    self.isChecked = isChecked
    self.marker = marker
    self.section = section
    self.parent = parent
    self.source = source
    self.isGFM = isGFM
    self.state = state ?? (isChecked ? .done : .todo)
    self.share = share ?? (isChecked ? 1000 : 0)
    self.isOptional = isOptional
  }

  /// True when it adds to the percentage.
  public var isCounted: Bool { exclusion == nil }
}
