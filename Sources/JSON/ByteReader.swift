/// The lexical half of RFC 8259: whitespace, words, numbers and strings, over borrowed bytes.
///
/// The bytes are known to be UTF-8 before the first token is read, so strings need no further check.
struct ByteReader {
  let bytes: UnsafeRawBufferPointer
  let end: Int
  var position = 0

  init(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws(JSONError) {
    if bytes.count > limits.maximumBytes { throw JSONError(.tooLarge, at: limits.maximumBytes) }
    if let offset = firstInvalidUTF8(in: bytes) { throw JSONError(.invalidUTF8, at: offset) }
    self.init(validUTF8: bytes)
  }

  init(validUTF8 bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    end = bytes.count
  }

  /// Where a string lies: `range` is between the quotes.
  struct StringSpan {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  @inline(__always)
  mutating func skipWhitespace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  @inline(__always)
  func peek() throws(JSONError) -> UInt8 {
    guard position < end else { throw JSONError(.unexpectedEnd, at: end) }
    return bytes[position]
  }

  func expectEnd() throws(JSONError) {
    if position < end { throw JSONError(.trailingData, at: position) }
  }

  /// `:` between a member's name and value, with whitespace on both sides.
  @inline(__always)
  mutating func readColon() throws(JSONError) {
    skipWhitespace()
    guard try peek() == UInt8(ascii: ":") else { throw JSONError(.unexpectedByte, at: position) }
    position += 1
    skipWhitespace()
  }

  mutating func readWord(_ word: StaticString) throws(JSONError) {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard position < end else { throw JSONError(.unexpectedEnd, at: end) }
      guard bytes[position] == word.utf8Start[index] else { throw JSONError(.invalidLiteral, at: start) }
      position += 1
    }
  }

  /// A number, from its first byte (`-` or a digit) to its last.
  mutating func readNumber() throws(JSONError) -> Range<Int> {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    try readDigits()
    if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
      throw JSONError(.invalidNumber, at: firstDigit)
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try readDigits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
      try readDigits()
    }
    return start..<position
  }

  @inline(__always)
  private mutating func readDigits() throws(JSONError) {
    let start = position
    while position < end, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    guard position == start else { return }
    throw position < end ? JSONError(.invalidNumber, at: position) : JSONError(.unexpectedEnd, at: end)
  }

  /// A string, from its opening quote; the position ends behind the closing one.
  mutating func readString() throws(JSONError) -> StringSpan {
    guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: position) }
    position += 1
    let start = position
    var hasEscapes = false
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let span = StringSpan(range: start..<position, hasEscapes: hasEscapes)
        position += 1
        return span
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape()
      } else if byte < 0x20 {
        throw JSONError(.controlCharacter, at: position)
      } else {
        position += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: end)
  }

  private mutating func skipEscape() throws(JSONError) {
    let start = position
    position += 1
    switch try peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      let unit = try readCodeUnit(escapeAt: start)
      guard unit & 0xF800 == 0xD800 else { return }
      guard unit < 0xDC00, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw JSONError(.loneSurrogate, at: start) }
      position += 2
      guard try readCodeUnit(escapeAt: start) & 0xFC00 == 0xDC00 else { throw JSONError(.loneSurrogate, at: start) }
    default: throw JSONError(.invalidEscape, at: start)
    }
  }

  private mutating func readCodeUnit(escapeAt start: Int) throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexDigit(try peek()) else { throw JSONError(.invalidEscape, at: start) }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  @inline(__always)
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }
}
