/// Link reference definitions at the start of a paragraph (CommonMark 0.31, "Link reference definitions").
///
/// They matter because they are no text: what follows them begins the paragraph, and `===` below nothing but them
/// makes no heading.
struct LinkReferences {
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private var line: Int
  private var position: Int

  /// How many lines at the start of the paragraph are definitions.
  static func leadingLines(_ bytes: [UInt8], of lines: [Range<Int>]) -> Int {
    var count = 0
    while count < lines.count, bytes[lines[count].lowerBound] == 0x5B {
      var reader = LinkReferences(bytes: bytes, lines: lines, line: count, position: lines[count].lowerBound)
      guard let next = reader.definition() else { break }
      count = next
    }
    return count
  }

  /// The next byte; a line feed between two lines, nil behind the last.
  private var byte: UInt8? {
    if position < lines[line].upperBound { return bytes[position] }
    return line + 1 < lines.count ? 0x0A : nil
  }

  private var isAtLineEnd: Bool { position >= lines[line].upperBound }

  private mutating func advance() {
    if position < lines[line].upperBound {
      position += 1
    } else {
      line += 1
      position = lines[line].lowerBound
    }
  }

  private mutating func skipSpaces() {
    while let byte, byte.isMarkdownSpace { advance() }
  }

  private mutating func skipSpacesOnLine() {
    while !isAtLineEnd, bytes[position].isMarkdownSpace { position += 1 }
  }

  /// The line behind the definition that begins here.
  private mutating func definition() -> Int? {
    guard label(), byte == 0x3A else { return nil }
    advance()
    skipSpaces()
    guard destination() else { return nil }
    let beforeTitle = position
    skipSpacesOnLine()
    let isSeparated = position > beforeTitle || isAtLineEnd
    let untitled = isAtLineEnd ? line + 1 : nil
    skipSpaces()
    guard isSeparated, title() else { return untitled }
    skipSpacesOnLine()
    return isAtLineEnd ? line + 1 : untitled
  }

  /// `[…]` of at most 999 characters, not all of them blank.
  private mutating func label() -> Bool {
    advance()
    var length = 0
    var hasText = false
    while let next = byte, length <= 999 {
      if next == 0x5D {
        advance()
        return hasText
      }
      if next == 0x5B { return false }
      if !next.isMarkdownSpace { hasText = true }
      advance()
      length += next.isUTF8Continuation ? 0 : 1
      if next == 0x5C, let escaped = byte, escaped != 0x0A {
        advance()
        length += 1
      }
    }
    return false
  }

  private mutating func destination() -> Bool {
    if byte == 0x3C {
      advance()
      while !isAtLineEnd {
        let next = bytes[position]
        position += 1
        if next == 0x3E { return true }
        if next == 0x3C { return false }
        if next == 0x5C, !isAtLineEnd { position += 1 }
      }
      return false
    }
    let start = position
    var parentheses = 0
    while !isAtLineEnd {
      let next = bytes[position]
      if next <= 0x20 || next == 0x7F { break }
      if next == 0x28 {
        parentheses += 1
        if parentheses > 32 { return false }
      } else if next == 0x29 {
        if parentheses == 0 { break }
        parentheses -= 1
      }
      position += next == 0x5C && position + 1 < lines[line].upperBound && bytes[position + 1] > 0x20 ? 2 : 1
    }
    return position > start && parentheses == 0
  }

  private mutating func title() -> Bool {
    guard let opening = byte, opening == 0x22 || opening == 0x27 || opening == 0x28 else { return false }
    let closing: UInt8 = opening == 0x28 ? 0x29 : opening
    advance()
    while let next = byte {
      advance()
      if next == closing { return true }
      if next == 0x28, opening == 0x28 { return false }
      if next == 0x5C, byte != nil { advance() }
    }
    return false
  }
}
