/// Something in the file that its author probably meant differently, or that was left out.
public struct PlanWarning: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The file is longer than ``PlanLimits/fileBytes``; `line` is the first line left out.
    case fileTooLong = "file_too_long"
    /// A container beyond ``PlanLimits/nesting`` was read as text; reported once.
    case nestingTooDeep = "nesting_too_deep"
    /// The bytes are not UTF-8: UTF-16, or text in an older encoding.
    case notUTF8 = "not_utf8"
    /// A box without text; GitHub shows brackets.
    case emptyBox = "empty_box"
    /// `- [x]text`: without the space it is not a task.
    case noSpaceAfterBox = "no_space_after_box"
    /// A box GFM does not know; reported at its first line, see ``PlanDocument/markers`` for the others.
    case unknownMarker = "unknown_marker"
    /// A box in a paragraph: behind `•` or `–`, behind nothing, or on a line that continues the text above.
    case boxOutsideList = "box_outside_list"
    /// A box that is code because its line is indented by four columns or more.
    case indentedBox = "indented_box"
    /// A code fence that is never closed hides boxes below it.
    case unclosedFence = "unclosed_fence"
    /// An HTML comment or tag that is never closed hides boxes below it.
    case unclosedHTML = "unclosed_html"
    /// A heading tells another state than the boxes below it.
    case headingDisagrees = "heading_disagrees"
    /// Boxes inside YAML front matter are data.
    case boxInFrontMatter = "box_in_front_matter"
  }

  public let kind: Kind
  /// Line it is about, from 1.
  public let line: Int
  /// One sentence for a person.
  public let message: String
  /// Index into the files of a merged plan.
  public internal(set) var file = 0

  public init(kind: Kind, line: Int, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
