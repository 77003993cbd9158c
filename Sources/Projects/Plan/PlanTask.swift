/// A task list item, as GitHub Flavored Markdown (0.29, "Task list items") defines it.
public struct PlanTask: Hashable, Sendable {
  /// Position among the tasks of the file, from 0.
  public let ordinal: Int
  /// What stands behind the box on its line, inline markup kept, capped at ``PlanLimits/textBytes``.
  public let text: String
  /// Line of the box, from 1.
  public let line: Int
  /// Byte offset of the box's `[` in the file as read, a byte order mark included.
  public let offset: Int
  /// How many tasks enclose this one; 0 at the outermost level.
  public let depth: Int
  public let isChecked: Bool
  /// The character between the brackets: a whitespace character, `x` or `X`.
  public let marker: String
  /// Index into ``PlanDocument/sections`` of the section the task stands in; nil above the first heading.
  public let section: Int?
  /// Ordinal of the nearest enclosing task.
  public let parent: Int?

  public init(
    ordinal: Int, text: String, line: Int, offset: Int, depth: Int, isChecked: Bool, marker: String, section: Int?,
    parent: Int?
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
  }
}
