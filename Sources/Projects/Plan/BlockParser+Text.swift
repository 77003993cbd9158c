extension BlockParser {
  /// The lines of the open paragraph.
  struct Paragraph {
    /// Their contents, never empty, without blanks at both ends.
    var lines: [Range<Int>] = []
    /// Number of the first of them; the others follow without a gap.
    var firstLine = 0
    /// True for the first block of a list item, where a box makes a task.
    var beginsItem = false
  }

  /// Takes a line that begins no block: the next of a paragraph or table, or the first of a paragraph.
  mutating func takeText() {
    switch leaf {
    case .paragraph:
      break
    case .table:
      builder.addRow(BlockStart.trimmed(bytes, cursor.position, cursor.end), line: lineNumber)
      return
    default:
      paragraph.beginsItem = stack.last.map { !$0.isQuote && !$0.hasFirstBlock } ?? false
      beginBlock()
      leaf = .paragraph
      paragraph.firstLine = lineNumber
      paragraph.lines.removeAll(keepingCapacity: true)
    }
    var end = cursor.end
    while end > cursor.position, bytes[end - 1].isSpaceOrTab { end -= 1 }
    paragraph.lines.append(cursor.position..<end)
  }

  /// Makes the open paragraph a heading when the present line underlines it.
  mutating func underlinesHeading() -> Bool {
    guard let level = BlockStart.setextLevel(bytes, cursor.position, cursor.end) else { return false }
    let definitions = LinkReferences.leadingLines(bytes, of: paragraph.lines)
    guard definitions < paragraph.lines.count else { return false }
    addHeading(level: level, line: paragraph.firstLine + definitions, title: paragraph.lines[definitions...])
    leaf = .none
    return true
  }

  /// Makes the last line of the open paragraph the head of a table when the present line is a delimiter row.
  mutating func beginsTable() -> Bool {
    guard let header = paragraph.lines.last,
      TableStart.isTable(bytes, header: header, delimiter: cursor.position..<cursor.end)
    else { return false }
    paragraph.lines.removeLast()
    closeParagraph()
    builder.beginTable(header: header)
    leaf = .table
    return true
  }

  mutating func addHeading(level: Int, line: Int, title: some Collection<Range<Int>>) {
    builder.countHeading()
    // A heading inside a quote or an item structures that alone.
    if stack.isEmpty { builder.addSection(level: level, line: line, title: title) }
  }

  /// Looks for a task, now that the paragraph is known to be one.
  mutating func closeParagraph() {
    let definitions = LinkReferences.leadingLines(bytes, of: paragraph.lines)
    guard definitions < paragraph.lines.count else {
      if paragraph.beginsItem, !paragraph.lines.isEmpty { stack[stack.count - 1].hasFirstBlock = false }
      return
    }
    var rest = definitions
    if paragraph.beginsItem {
      if readBox(at: definitions) {
        rest += 1
      } else {
        builder.addItem(paragraph.lines[rest], line: paragraph.firstLine + rest)
      }
    }
    while rest < paragraph.lines.count {
      builder.addText(paragraph.lines[rest])
      if ListedBox.isOne(bytes, paragraph.lines[rest]) {
        builder.exclude(.notInList, paragraph.firstLine + rest, paragraph.lines[rest])
        builder.warn(
          .boxOutsideList, paragraph.firstLine + rest, "this box is text: its line begins no list item of its own")
      }
      rest += 1
    }
  }

  /// Reads the box a list item begins with; false when there is none.
  private mutating func readBox(at index: Int) -> Bool {
    let content = paragraph.lines[index]
    let line = paragraph.firstLine + index
    switch TaskBox.read(bytes, content) {
    case .task(let isChecked, let marker, let textStart):
      addTask(isChecked, marker, content.lowerBound, line, textStart..<content.upperBound)
    case .bare(let isChecked, let marker):
      if index + 1 < paragraph.lines.count {
        addTask(isChecked, marker, content.lowerBound, line, paragraph.lines[index + 1])
      } else {
        builder.exclude(.emptyBox, line, content)
        builder.warn(.emptyBox, line, "a box without text is no task")
      }
    case .unspaced:
      builder.exclude(.noSpace, line, content)
      builder.warn(.noSpaceAfterBox, line, "without a space behind the box this is no task")
    case .other(let marker, let isOpen):
      let item = stack.count - 1
      stack[item].task = builder.addMarker(
        marker, isOpen: isOpen, line: line, content: content, parent: stack[item].enclosingTask)
    case nil:
      return false
    }
    return true
  }

  private mutating func addTask(_ isChecked: Bool, _ marker: UInt8, _ offset: Int, _ line: Int, _ text: Range<Int>) {
    let item = stack.count - 1
    stack[item].task = builder.addTask(
      isChecked: isChecked, marker: marker, offset: offset, line: line, text: text,
      parent: stack[item].enclosingTask)
  }
}
