/// What the oracles say about one text, and whether that speaks against us.
///
/// cmark is the reference implementation of CommonMark, so a text in which it finds our tasks is right, and a difference
/// to one of the others is theirs. The differences that occur, md4c being 0.4.8 and markdown-it-py 2.1:
/// * md4c decides by the bytes behind the list marker, before it knows the blocks: it takes `- [ ]` alone, an item that
///   is underlined to a heading, and the head of a table for tasks, and knows neither `[⇥]` nor a box below its marker
///   or below link definitions;
/// * md4c lets a fence, a quote or HTML that is indented by four columns or more interrupt a paragraph, and loses track
///   of items around a quote inside an item and around an empty item;
/// * markdown-it reads link definitions before lazy lines, misplaces tabs inside of quotes, and lets a lazy line be the
///   delimiter row of a table.
///
/// cmark keeps the blanks in front of a lazy line, so that a link definition there is text to it. It knows no tables. Where a text has a delimiter row, one of the two others has to stand with us instead.
struct OracleVerdict {
  let cmark: [OracleTask]
  let md4c: [OracleTask]
  let markdownIt: [OracleTask]

  /// - Parameters:
  ///   - ours: our tasks with their lines.
  ///   - offsets: the same with the offsets between their brackets.
  func accepts(_ ours: [OracleTask], offsets: [OracleTask], in text: String) -> Bool {
    if agrees(cmark, with: ours) { return true }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let known = ours.filter { task in task.place < 2 || !Self.isIndentedDefinition(lines[task.place - 2]) }
    if known.count < ours.count, agrees(cmark, with: known) { return true }
    return Self.hasDelimiterRow(text) && (markdownIt == ours || md4c == offsets)
  }

  /// The same tasks, save for lines that cmark does not know.
  private func agrees(_ theirs: [OracleTask], with ours: [OracleTask]) -> Bool {
    theirs.count == ours.count
      && zip(theirs, ours).allSatisfy { their, our in
        their == our || (their.place == 0 && their.isChecked == our.isChecked && their.depth == our.depth)
      }
  }

  private static func isIndentedDefinition(_ line: Substring) -> Bool {
    line.first?.isWhitespace == true && line.contains("]:")
  }

  private static func hasDelimiterRow(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.contains("|") && line.contains("-") && line.allSatisfy { "|-: \t>".contains($0) }
    }
  }
}

/// A task as an oracle reports it.
struct OracleTask: Hashable {
  var isChecked: Bool
  /// Enclosing tasks.
  var depth: Int
  /// Line from 1, or offset.
  var place: Int
}
