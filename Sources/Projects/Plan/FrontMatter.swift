/// YAML front matter: data in front of the Markdown, between `---` and `---` or `...`.
struct FrontMatter {
  /// First byte behind the closing fence's line.
  let end: Int
  /// Lines, both fences included.
  let lines: Int
  /// The lines between the fences.
  let content: [(range: Range<Int>, number: Int)]
  /// Those of them that look like boxes.
  let boxes: [(range: Range<Int>, number: Int)]

  /// Lines that are read at most.
  private static let maximumLines = 20_000

  /// The front matter at `start`; nil when the text does not begin with one.
  ///
  /// A first line of `---` may as well be a thematic break. It opens front matter when it is closed and its first line
  /// that is neither blank nor a YAML comment has the form `key: …`; a file full of breaks thus loses nothing.
  init?(_ bytes: [UInt8], from start: Int, to limit: Int) {
    var splitter = LineSplitter(from: start, to: limit)
    guard let first = splitter.next(in: bytes), Self.isFence(bytes, first, of: 0x2D) else { return nil }
    var sawKey = false
    var sawComment = false
    var content: [(range: Range<Int>, number: Int)] = []
    var boxes: [(range: Range<Int>, number: Int)] = []
    while let line = splitter.next(in: bytes) {
      if Self.isFence(bytes, line, of: 0x2D) || Self.isFence(bytes, line, of: 0x2E) {
        guard sawKey || !sawComment else { return nil }
        end = splitter.start
        lines = splitter.number
        self.content = content
        self.boxes = boxes
        return
      }
      let text = BlockStart.trimmed(bytes, line.lowerBound, line.upperBound)
      if text.isEmpty { continue }
      if !sawKey {
        if bytes[text.lowerBound] == 0x23 {
          sawComment = true
          continue
        }
        guard Self.beginsWithKey(bytes, text) else { return nil }
        sawKey = true
      } else if boxes.count < 1000, ListedBox.isOne(bytes, text) {
        boxes.append((text, splitter.number))
      }
      if content.count < Self.maximumLines { content.append((line, splitter.number)) }
    }
    return nil
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>, of mark: UInt8) -> Bool {
    guard line.count >= 3, bytes[line.lowerBound..<line.lowerBound + 3].allSatisfy({ $0 == mark }) else { return false }
    return bytes[line.lowerBound + 3..<line.upperBound].allSatisfy(\.isMarkdownSpace)
  }

  private static func beginsWithKey(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    for position in line {
      let byte = bytes[position]
      if byte == 0x3A {
        return position > line.lowerBound
          && (position + 1 == line.upperBound || bytes[position + 1].isMarkdownSpace)
      }
      switch byte {
      case 0x20, 0x22, 0x27, 0x2D, 0x2E, 0x2F, 0x5F: break
      default:
        guard byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 else { return false }
      }
    }
    return false
  }
}
