/// Recognizers for the first line of CommonMark blocks (specification 0.31, "Leaf blocks" and "Container blocks").
///
/// Each looks at `bytes[position..<end]`, the rest of a line from its first byte that is not blank, and costs no more
/// than that rest.
enum BlockStart {
  /// The number of `#` of an ATX heading.
  static func headingLevel(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Int? {
    var level = 0
    while position + level < end, bytes[position + level] == 0x23 {
      level += 1
      if level > 6 { return nil }
    }
    guard level > 0 else { return nil }
    let next = position + level
    return next == end || bytes[next].isSpaceOrTab ? level : nil
  }

  /// The text of an ATX heading without the marks in front and behind.
  static func headingText(_ bytes: [UInt8], _ position: Int, _ end: Int, level: Int) -> Range<Int> {
    let all = trimmed(bytes, position + level, end)
    var last = all.upperBound
    while last > all.lowerBound, bytes[last - 1] == 0x23 { last -= 1 }
    if last == all.lowerBound { return last..<last }
    guard last < all.upperBound, bytes[last - 1].isSpaceOrTab else { return all }
    return trimmed(bytes, all.lowerBound, last)
  }

  /// A line of only `=` (1) or only `-` (2).
  static func setextLevel(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Int? {
    let mark = bytes[position]
    guard mark == 0x3D || mark == 0x2D else { return nil }
    var next = position
    while next < end, bytes[next] == mark { next += 1 }
    while next < end, bytes[next].isSpaceOrTab { next += 1 }
    guard next == end else { return nil }
    return mark == 0x3D ? 1 : 2
  }

  /// Three or more backticks or tildes; the info string of a backtick fence holds no backtick.
  static func fence(_ bytes: [UInt8], _ position: Int, _ end: Int) -> (mark: UInt8, length: Int)? {
    let mark = bytes[position]
    guard mark == 0x60 || mark == 0x7E else { return nil }
    var next = position
    while next < end, bytes[next] == mark { next += 1 }
    let length = next - position
    guard length >= 3 else { return nil }
    if mark == 0x60 {
      while next < end {
        if bytes[next] == mark { return nil }
        next += 1
      }
    }
    return (mark, length)
  }

  static func closesFence(_ bytes: [UInt8], _ position: Int, _ end: Int, mark: UInt8, length: Int) -> Bool {
    var next = position
    while next < end, bytes[next] == mark { next += 1 }
    guard next - position >= length else { return false }
    while next < end, bytes[next].isSpaceOrTab { next += 1 }
    return next == end
  }

  /// Where the line shows that it is no thematic break; nil when it is one.
  ///
  /// The byte that spoils it also spoils every later attempt on this line, which keeps `- - - - x` linear.
  static func thematicBreakObstacle(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Int? {
    let mark = bytes[position]
    guard mark == 0x2A || mark == 0x2D || mark == 0x5F else { return position }
    var count = 0
    var next = position
    while next < end {
      if bytes[next] == mark {
        count += 1
      } else if !bytes[next].isSpaceOrTab {
        return next
      }
      next += 1
    }
    return count >= 3 ? nil : end
  }

  /// The bytes of a bullet or of a number with `.` or `)`, and whether it may interrupt a paragraph.
  static func listMarker(_ bytes: [UInt8], _ position: Int, _ end: Int) -> (width: Int, isFirst: Bool)? {
    let first = bytes[position]
    var next = position
    var isFirst = true
    if first == 0x2D || first == 0x2A || first == 0x2B {
      next += 1
    } else if first.isASCIIDigit {
      var number = 0
      while next < end, next - position < 9, bytes[next].isASCIIDigit {
        number = number * 10 + Int(bytes[next] - 0x30)
        next += 1
      }
      guard next < end, bytes[next] == 0x2E || bytes[next] == 0x29 else { return nil }
      isFirst = number == 1
      next += 1
    } else {
      return nil
    }
    guard next == end || bytes[next].isSpaceOrTab else { return nil }
    return (next - position, isFirst)
  }

  static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    var first = start
    var last = end
    while first < last, bytes[first].isMarkdownSpace { first += 1 }
    while last > first, bytes[last - 1].isMarkdownSpace { last -= 1 }
    return first..<last
  }
}
