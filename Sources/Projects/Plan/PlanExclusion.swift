/// Something that looks like a task and is none, or is one that does not count.
public struct PlanExclusion: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// In a code block between fences.
    case codeFence = "code_fence"
    /// In code because its line is indented by four columns or more.
    case indentedCode = "indented_code"
    /// In an HTML comment or inside of a tag.
    case html
    /// In YAML front matter, which is data.
    case frontMatter = "front_matter"
    /// In a paragraph, behind no list marker of its own.
    case notInList = "not_in_list"
    /// A box without text.
    case emptyBox = "empty_box"
    /// No space between the box and the text.
    case noSpace = "no_space"
    /// Explains what a mark means.
    case legend
    /// Cancelled, as a legend of the file or its dialect says.
    case cancelled
    /// A letter between brackets in a section without boxes, rather a reference or an answer.
    case noBox = "no_box"
    /// Another source of the file decides, which ``PlanSource`` prefers.
    case otherSource = "other_source"
  }

  /// Line from 1.
  public let line: Int
  /// Byte offset in the file of what looks like a box.
  public let offset: Int
  /// The line's text, capped like that of a task.
  public let text: String
  public let reason: Reason
  /// Index into the files of a merged plan.
  public internal(set) var file = 0

  public init(line: Int, offset: Int, text: String, reason: Reason) {
    self.line = line
    self.offset = offset
    self.text = text
    self.reason = reason
  }
}

extension PlanExclusion.Reason {
  /// One sentence for a person.
  public var explanation: String {
    switch self {
    case .codeFence: "It is code: it stands between code fences."
    case .indentedCode: "It is code: its line is indented by four columns or more."
    case .html: "It stands in an HTML comment or block."
    case .frontMatter: "It stands in front matter, which is data."
    case .notInList: "Its line begins no list item; write '- ' in front of it."
    case .emptyBox: "There is no text behind the box."
    case .noSpace: "There is no space behind the box."
    case .legend: "It explains what the mark means."
    case .cancelled: "It is cancelled."
    case .noBox: "A letter between brackets where nothing else has a box."
    case .otherSource: "The state of this file is told elsewhere in it, see its source."
    }
  }
}
