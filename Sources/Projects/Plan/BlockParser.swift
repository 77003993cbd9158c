/// The block structure of CommonMark 0.31 with GFM tables and task list items, line by line.
///
/// Inline markup never decides whether something is a task, so there is none of it here. The containers around the
/// present line lie on a stack, the innermost last, and at most one leaf is open inside the innermost. No step looks
/// back over earlier lines, and every open container a line continues costs that line at least one byte, so the work
/// grows with the length of the text whatever the text is.
struct BlockParser {
  /// A block quote or a list item.
  struct Container {
    /// Columns a line must be indented by to stay inside the item; 0 for a block quote.
    let itemWidth: Int
    /// The task around this container.
    let enclosingTask: Int?
    /// The task this item is.
    var task: Int?
    /// False for an item that is nothing but its marker so far.
    var hasContent = false
    /// Set by the first block inside; link reference definitions are none.
    var hasFirstBlock = false

    var isQuote: Bool { itemWidth == 0 }
  }

  /// The block that takes the lines themselves.
  enum Leaf {
    case none
    case paragraph
    case indentedCode
    case table
    case fence(mark: UInt8, length: Int)
    case html(HTMLBlock.Ending)
  }

  let bytes: [UInt8]
  var builder: PlanBuilder
  var cursor = LineCursor()
  var lineNumber = 0
  var stack: [Container] = []
  var leaf = Leaf.none
  var paragraph = Paragraph()
  /// How many containers the present line lies in so far.
  private var reached = 0
  /// Where in `stack` the block quotes are.
  private var quotes: [Int] = []
  /// First line of the open fence or HTML block, and what looks like boxes inside.
  private var literalLine = 0
  private var hiddenBoxes = 0
  private var thematicBreakObstacle = 0
  private var warnedOfNesting = false

  init(bytes: [UInt8], builder: PlanBuilder) {
    self.bytes = bytes
    self.builder = builder
  }

  /// Takes the next line, without its ending.
  mutating func take(_ line: Range<Int>, number: Int) {
    lineNumber = number
    thematicBreakObstacle = line.lowerBound
    cursor.begin(at: line.lowerBound, end: line.upperBound, in: bytes)
    reached = matchContainers()
    let allMatched = reached == stack.count
    if allMatched, continueLeaf() { return }
    if cursor.isBlank || (!allMatched && !isInParagraph) { close(to: reached) }
    openBlocks(interrupting: allMatched && isInParagraph)
  }

  /// Closes everything, and returns what was found.
  mutating func finish() -> PlanBuilder {
    close(to: 0)
    return builder
  }

  var isInParagraph: Bool {
    if case .paragraph = leaf { true } else { false }
  }

  // MARK: Open blocks

  /// Consumes the marks of the containers the line continues, and returns how many these are.
  private mutating func matchContainers() -> Int {
    var matched = 0
    var quotesMatched = 0
    while matched < stack.count {
      if cursor.isBlank {
        // A blank line stays inside every item, save one that is only a marker, up to the next block quote.
        matched = quotesMatched < quotes.count ? quotes[quotesMatched] : stack.count
        if matched == stack.count, let last = stack.last, !last.isQuote, !last.hasContent { matched -= 1 }
        return matched
      }
      let container = stack[matched]
      if container.isQuote {
        guard cursor.indent < 4, bytes[cursor.position] == 0x3E else { return matched }
        consumeQuoteMark()
        quotesMatched += 1
      } else {
        guard cursor.indent >= container.itemWidth else { return matched }
        cursor.consume(columns: container.itemWidth)
      }
      matched += 1
    }
    return matched
  }

  private mutating func consumeQuoteMark() {
    cursor.consume(bytes: 1, in: bytes)
    if cursor.indent > 0 { cursor.consume(columns: 1) }
  }

  /// Gives the line to the open leaf; false when the line may begin something new.
  private mutating func continueLeaf() -> Bool {
    switch leaf {
    case .none, .paragraph, .table:
      return false
    case .indentedCode:
      if cursor.isBlank { return true }
      guard cursor.indent >= 4 else {
        leaf = .none
        return false
      }
      warnOfIndentedBox()
      return true
    case .fence(let mark, let length):
      if !cursor.isBlank, cursor.indent < 4,
        BlockStart.closesFence(bytes, cursor.position, cursor.end, mark: mark, length: length)
      {
        leaf = .none
      } else {
        countHiddenBox()
      }
      return true
    case .html(let ending):
      if ending == .blankLine {
        if cursor.isBlank { leaf = .none } else { countHiddenBox() }
      } else {
        countHiddenBox()
        if HTMLBlock.ends(ending, bytes, cursor.position, cursor.end) { leaf = .none }
      }
      return true
    }
  }

  /// Closes the leaf, and the containers beyond the first `count`.
  private mutating func close(to count: Int) {
    closeLeaf()
    if stack.count > count { stack.removeLast(stack.count - count) }
    while let last = quotes.last, last >= count { quotes.removeLast() }
  }

  private mutating func closeLeaf() {
    switch leaf {
    case .paragraph:
      closeParagraph()
    case .fence where hiddenBoxes > 0:
      builder.warn(.unclosedFence, literalLine, "this code fence is never closed and hides boxes (\(hiddenBoxes))")
    case .html(let ending) where hiddenBoxes > 0 && ending != .blankLine:
      builder.warn(.unclosedHTML, literalLine, "this HTML is never closed and hides boxes (\(hiddenBoxes))")
    default:
      break
    }
    leaf = .none
  }

  // MARK: New blocks

  private mutating func openBlocks(interrupting: Bool) {
    var interrupting = interrupting
    while !cursor.isBlank {
      if cursor.indent >= 4 {
        // Inside a paragraph, also one that the line continues lazily, indentation means nothing.
        if isInParagraph { break }
        beginBlock()
        leaf = .indentedCode
        warnOfIndentedBox()
        return
      }
      switch openBlock(interrupting: interrupting) {
      case .nothing:
        takeText()
        return
      case .leaf:
        return
      case .container:
        interrupting = false
      }
    }
    if !cursor.isBlank { takeText() }
  }

  private enum Opened {
    case nothing, leaf, container
  }

  private mutating func openBlock(interrupting: Bool) -> Opened {
    let position = cursor.position
    let end = cursor.end
    switch bytes[position] {
    case 0x3E:
      guard hasRoom() else { return .nothing }
      push(itemWidth: 0)
      consumeQuoteMark()
      return .container
    case 0x23:
      guard let level = BlockStart.headingLevel(bytes, position, end) else { return .nothing }
      beginBlock()
      addHeading(
        level: level, line: lineNumber, title: [BlockStart.headingText(bytes, position, end, level: level)])
      return .leaf
    case 0x60, 0x7E:
      guard let fence = BlockStart.fence(bytes, position, end) else { return .nothing }
      beginBlock()
      beginLiteral(.fence(mark: fence.mark, length: fence.length))
      return .leaf
    case 0x3C:
      // A line that could go on with the paragraph, be it lazily, does so.
      guard let ending = HTMLBlock.start(bytes, position, end, interrupting: isInParagraph) else { return .nothing }
      beginBlock()
      beginLiteral(.html(ending))
      if HTMLBlock.ends(ending, bytes, position, end) { leaf = .none }
      return .leaf
    case 0x3D:
      return interrupting && underlinesHeading() ? .leaf : .nothing
    case 0x7C, 0x3A:
      return interrupting && beginsTable() ? .leaf : .nothing
    case 0x2D:
      if interrupting, underlinesHeading() || beginsTable() { return .leaf }
      return openBreakOrItem(interrupting: interrupting)
    case 0x2A, 0x2B, 0x5F, 0x30...0x39:
      return openBreakOrItem(interrupting: interrupting)
    default:
      return .nothing
    }
  }

  private mutating func openBreakOrItem(interrupting: Bool) -> Opened {
    if cursor.position >= thematicBreakObstacle {
      guard let obstacle = BlockStart.thematicBreakObstacle(bytes, cursor.position, cursor.end) else {
        beginBlock()
        return .leaf
      }
      thematicBreakObstacle = obstacle
    }
    guard let marker = BlockStart.listMarker(bytes, cursor.position, cursor.end) else { return .nothing }
    var inside = cursor
    inside.consume(bytes: marker.width, in: bytes)
    if interrupting, inside.isBlank || !marker.isFirst { return .nothing }
    guard hasRoom() else { return .nothing }
    let beforeText = cursor.indent + marker.width
    if inside.isBlank || inside.indent >= 5 {
      push(itemWidth: beforeText + 1)
      if !inside.isBlank { inside.consume(columns: 1) }
    } else {
      push(itemWidth: beforeText + inside.indent)
      inside.consume(columns: inside.indent)
    }
    cursor = inside
    return .container
  }

  private mutating func hasRoom() -> Bool {
    if stack.count < builder.limits.nesting { return true }
    if !warnedOfNesting {
      warnedOfNesting = true
      builder.warn(
        .nestingTooDeep, lineNumber, "more than \(builder.limits.nesting) levels of nesting; deeper ones are text")
    }
    return false
  }

  private mutating func push(itemWidth: Int) {
    beginBlock()
    let outer = stack.last
    if itemWidth == 0 { quotes.append(stack.count) }
    stack.append(Container(itemWidth: itemWidth, enclosingTask: outer.flatMap { $0.task ?? $0.enclosingTask }))
    reached = stack.count
  }

  /// Prepares for a block inside the innermost container the line has reached.
  mutating func beginBlock() {
    close(to: reached)
    guard let last = stack.indices.last else { return }
    stack[last].hasContent = true
    stack[last].hasFirstBlock = true
  }

  // MARK: Code and HTML

  private mutating func beginLiteral(_ leaf: Leaf) {
    self.leaf = leaf
    literalLine = lineNumber
    hiddenBoxes = 0
  }

  private var isInFence: Bool {
    if case .fence = leaf { true } else { false }
  }

  private mutating func countHiddenBox() {
    guard ListedBox.isOne(bytes, cursor.position..<cursor.end) else { return }
    hiddenBoxes += 1
    builder.exclude(isInFence ? .codeFence : .html, lineNumber, cursor.position..<cursor.end)
  }

  private mutating func warnOfIndentedBox() {
    if ListedBox.isOne(bytes, cursor.position..<cursor.end) {
      builder.exclude(.indentedCode, lineNumber, cursor.position..<cursor.end)
      builder.warn(.indentedBox, lineNumber, "this box is code: its line is indented by four columns or more")
    }
  }
}
