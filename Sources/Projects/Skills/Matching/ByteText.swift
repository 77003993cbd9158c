/// Small readers of text kept as bytes; `String` would cost a validation and a grapheme walk for every look.
enum Bytes {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let slash = UInt8(ascii: "/")
  static let hash = UInt8(ascii: "#")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let star = UInt8(ascii: "*")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab || byte == carriageReturn }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }

  /// ASCII only; other bytes stay.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// The text, with broken UTF-8 repaired.
  var text: String { String(decoding: self, as: UTF8.self) }

  func trimmed() -> SubSequence {
    var low = startIndex
    var high = endIndex
    while low < high, Bytes.isBlank(self[low]) || self[low] == Bytes.newline { low += 1 }
    while high > low, Bytes.isBlank(self[high - 1]) || self[high - 1] == Bytes.newline { high -= 1 }
    return self[low..<high]
  }

  func hasPrefix(_ prefix: some Collection<UInt8>) -> Bool {
    prefix.count <= count && self[startIndex..<startIndex + prefix.count].elementsEqual(prefix)
  }

  func hasSuffix(_ suffix: some Collection<UInt8>) -> Bool {
    suffix.count <= count && self[(endIndex - suffix.count)..<endIndex].elementsEqual(suffix)
  }

  /// The index where `needle` begins at or after `start`; nil when it does not occur. An empty needle never occurs.
  func firstRange(of needle: [UInt8], from start: Int? = nil) -> Int? {
    guard let first = needle.first, needle.count <= count else { return nil }
    var index = start ?? startIndex
    let last = endIndex - needle.count
    while index <= last {
      if self[index] == first {
        var offset = 1
        while offset < needle.count, self[index + offset] == needle[offset] { offset += 1 }
        if offset == needle.count { return index }
      }
      index += 1
    }
    return nil
  }

  func contains(_ needle: [UInt8]) -> Bool { firstRange(of: needle) != nil }
}
