/// The lines on which the keys of a TOML text stand, for error messages: the parser keeps no positions.
///
/// Only for texts that the parser has accepted. It follows what can hide a line break or a bracket (strings, arrays,
/// comments) and nothing else; keys of an inline table are found by the key that the table is the value of.
nonisolated struct KeyLines {
  private var lines: [[String]: Int] = [:]
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    var section: [String] = []
    while place < bytes.count {
      switch bytes[place] {
      case Self.newline, 0x0D, 0x20, 0x09: advance()
      case UInt8(ascii: "#"): skipToLineEnd()
      case UInt8(ascii: "["):
        while current == UInt8(ascii: "[") { advance() }
        section = key()
        note(section)
        skipToLineEnd()
      default:
        let start = place
        let key = key()
        note(section + key)
        if current == UInt8(ascii: "=") { skipValue() }
        // What is no key at all ends the loop too.
        if place == start { advance() }
      }
    }
  }

  /// The line of the key at `path`, or of the innermost table around it that stands somewhere; nil for the file.
  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return nil
  }

  /// The line of the key at `path` itself; nil when it stands nowhere.
  func line(exactly path: [String]) -> Int? { lines[path] }

  private static let newline = UInt8(ascii: "\n")

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func advance() {
    if current == Self.newline { line += 1 }
    place += 1
  }

  /// The first line that names a key or a table is the one to show, also for the tables that a dotted key implies.
  private mutating func note(_ path: [String]) {
    for count in path.indices where lines[Array(path[...count])] == nil { lines[Array(path[...count])] = line }
  }

  /// A dotted key; ends at what follows it.
  private mutating func key() -> [String] {
    var parts: [String] = []
    while let byte = current {
      switch byte {
      case 0x20, 0x09, UInt8(ascii: "."): advance()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): parts.append(quoted())
      case _ where Self.isBare(byte):
        let start = place
        while let byte = current, Self.isBare(byte) { advance() }
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      default: return parts
      }
    }
    return parts
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A string of one line or of many; returns what stands between its quotes, as it stands there.
  private mutating func quoted() -> String {
    guard let quote = current else { return "" }
    let isLong = bytes[place...].starts(with: [quote, quote, quote])
    let width = isLong ? 3 : 1
    for _ in 0..<width { advance() }
    let start = place
    while let byte = current, !bytes[place...].starts(with: repeatElement(quote, count: width)) {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { advance() }
      if !isLong, current == Self.newline { break }
      if current != nil { advance() }
    }
    let text = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
    // A long string may end in quotes of its own: the last three of up to five close it.
    while current == quote, isLong { advance() }
    if !isLong, current == quote { advance() }
    return text
  }

  private mutating func skipToLineEnd() {
    while let byte = current, byte != Self.newline { advance() }
  }

  /// Everything up to the line break that ends the value.
  private mutating func skipValue() {
    var depth = 0
    while let byte = current {
      switch byte {
      case Self.newline where depth == 0: return
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
      case UInt8(ascii: "#"): skipToLineEnd()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        advance()
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        advance()
      default: advance()
      }
    }
  }
}
