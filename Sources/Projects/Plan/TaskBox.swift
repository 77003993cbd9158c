/// The brackets at the start of a list item's first paragraph.
enum TaskBox: Hashable {
  /// A GFM box; `textStart` is where its text begins on the line.
  case task(isChecked: Bool, marker: UInt8, textStart: Int)
  /// A GFM box at the end of its line; a task only if the paragraph goes on.
  case bare(isChecked: Bool, marker: UInt8)
  /// `[x]text`.
  case unspaced
  /// A box outside GFM, with the name it is counted under.
  case other(marker: String, isOpen: Bool)

  /// The names Kiro's optional tasks are counted under.
  static let optionalDone = "]* done"
  static let optionalOpen = "]* open"

  /// Reads the box at `line.lowerBound`; nil when there is none.
  ///
  /// - Parameter line: the line's content without blanks at both ends.
  static func read(_ bytes: [UInt8], _ line: Range<Int>) -> TaskBox? {
    let start = line.lowerBound
    guard line.count >= 2, bytes[start] == 0x5B else { return nil }
    // One scalar is at most four bytes.
    guard let close = bytes[start + 1..<min(start + 6, line.upperBound)].firstIndex(of: 0x5D) else { return nil }
    let content = bytes[start + 1..<close]
    let after = close + 1
    let follower: UInt8? = after < line.upperBound ? bytes[after] : nil
    let isSpaced = follower?.isMarkdownSpace ?? true

    if content.count == 1, let marker = content.first, marker.isMarkdownSpace || marker | 0x20 == 0x78 {
      let isChecked = !marker.isMarkdownSpace
      guard let follower else { return .bare(isChecked: isChecked, marker: marker) }
      if isSpaced {
        let text = BlockStart.trimmed(bytes, after, line.upperBound)
        if text.isEmpty { return .bare(isChecked: isChecked, marker: marker) }
        return .task(isChecked: isChecked, marker: marker, textStart: text.lowerBound)
      }
      if follower == 0x2A, after + 1 == line.upperBound || bytes[after + 1].isMarkdownSpace {
        return .other(marker: isChecked ? optionalDone : optionalOpen, isOpen: false)
      }
      // A link or a footnote, not a box without its space.
      return follower == 0x28 || follower == 0x5B || follower == 0x3A ? nil : .unspaced
    }

    guard isSpaced else { return nil }
    return unknown(content).map { .other(marker: "[" + $0.text + "]", isOpen: $0.isOpen) }
  }

  /// Contents that look like a box: nothing, one character, or a mark beside a blank.
  private static func unknown(_ content: ArraySlice<UInt8>) -> (text: String, isOpen: Bool)? {
    let text = String(decoding: content, as: UTF8.self)
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return (text, true) }
    if let second = scalars.next() {
      guard scalars.next() == nil, isBoxPart(first), isBoxPart(second), isBlank(first) || isBlank(second) else {
        return nil
      }
      return (text, isBlank(first) && isBlank(second))
    }
    // `[1]` is a reference to a source.
    guard !("0"..."9").contains(first), first != "\u{FFFD}" else { return nil }
    return (text, first.properties.isWhitespace || unfinished.contains(first))
  }

  private static func isBoxPart(_ scalar: Unicode.Scalar) -> Bool { isBlank(scalar) || scalar == "x" || scalar == "X" }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// In progress, deferred, scheduled, cancelled, blocked, in question: dialects disagree on most of them, and none of
  /// them says "done".
  private static let unfinished: Set<Unicode.Scalar> = ["~", "-", "/", ">", "<", "o", "O", "!", "?", "*", "_", "."]
}
