/// Reads TOML 1.0 into a flat list of entries with their lines.
///
/// TOMLKit is not used here: it keeps no positions, it never frees a document (measured with 0.6.0: 420 KB lost for
/// each parse of 26 KB, and the daemon parses at every refresh), and it lets C++ exceptions other than parse errors
/// through. Values that cannot name a dependency are passed over without a look at their syntax.
struct TOMLReader {
  /// Deeper arrays and inline tables are refused: they are read by recursion.
  static let maximumDepth = 32

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var entries: [TOMLEntry] = []
  private var heading: [String] = []

  static func entries(in text: ManifestText) throws(ManifestError) -> [TOMLEntry] {
    var reader = TOMLReader(bytes: text.bytes)
    try reader.readDocument()
    return reader.entries
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func error(_ reason: String) -> ManifestError { ManifestError(line: line, reason: reason) }

  private mutating func advance() {
    if bytes[index] == Bytes.newline { line += 1 }
    index += 1
  }

  private mutating func skipBlanks() {
    while let byte, Bytes.isBlank(byte) { index += 1 }
  }

  /// Blanks, ends of lines and comments.
  private mutating func skipSpace() {
    while let byte {
      if byte == Bytes.hash {
        while let byte = self.byte, byte != Bytes.newline { index += 1 }
      } else if Bytes.isBlank(byte) || byte == Bytes.newline {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func take(_ expected: Character, _ reason: String) throws(ManifestError) {
    guard let byte, byte == expected.asciiValue else { throw error(reason) }
    index += 1
  }

  private mutating func readDocument() throws(ManifestError) {
    skipSpace()
    while let byte {
      let start = line
      if byte == UInt8(ascii: "[") {
        index += 1
        let isArray = self.byte == UInt8(ascii: "[")
        if isArray { index += 1 }
        heading = try readKey()
        try take("]", "a table heading does not end with ']'")
        if isArray { try take("]", "a table heading does not end with ']]'") }
        entries.append(TOMLEntry(path: heading, value: .heading, line: start))
      } else {
        var entry = try readPair(depth: 0)
        entry.path = heading + entry.path
        entries.append(entry)
      }
      skipBlanks()
      if let byte = self.byte, byte != Bytes.newline, byte != Bytes.hash {
        throw error("something follows a value on its line")
      }
      skipSpace()
    }
  }

  private mutating func readPair(depth: Int) throws(ManifestError) -> TOMLEntry {
    let start = line
    let key = try readKey()
    try take("=", "a key has no '=' after it")
    return TOMLEntry(path: key, value: try readValue(depth: depth), line: start)
  }

  private mutating func readKey() throws(ManifestError) -> [String] {
    var key: [String] = []
    while true {
      skipBlanks()
      if byte == Bytes.quote || byte == Bytes.apostrophe {
        key.append(try readString())
      } else {
        let start = index
        while let byte, Bytes.isWord(byte) || byte == UInt8(ascii: "-") { index += 1 }
        guard index > start else { throw error("a key is expected here") }
        key.append(bytes[start..<index].text)
      }
      guard key.count <= 64 else { throw error("a key has more than 64 parts") }
      skipBlanks()
      guard byte == UInt8(ascii: ".") else { return key }
      index += 1
    }
  }

  private mutating func readValue(depth: Int) throws(ManifestError) -> TOMLEntry.Value {
    guard depth < Self.maximumDepth else { throw error("values are nested deeper than \(Self.maximumDepth)") }
    skipBlanks()
    switch byte {
    case Bytes.quote, Bytes.apostrophe: return .string(try readString())
    case UInt8(ascii: "["): return .array(try readArray(depth: depth))
    case UInt8(ascii: "{"): return .table(try readTable(depth: depth))
    default:
      let start = index
      while let byte, !Self.endsValue(byte) { index += 1 }
      guard index > start else { throw error("a value is expected here") }
      guard !bytes[start..<index].contains(UInt8(ascii: "=")) else { throw error("two keys stand on one line") }
      return .other
    }
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    byte == Bytes.newline || byte == Bytes.hash || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}")
  }

  private mutating func readArray(depth: Int) throws(ManifestError) -> [TOMLEntry.Item] {
    index += 1
    var items: [TOMLEntry.Item] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "]") { break }
      let start = line
      items.append(TOMLEntry.Item(value: try readValue(depth: depth + 1), line: start))
      skipSpace()
      guard byte == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("]", "an array does not end with ']'")
    return items
  }

  /// Inline tables may span lines, as TOML 1.1 allows.
  private mutating func readTable(depth: Int) throws(ManifestError) -> [TOMLEntry] {
    index += 1
    var entries: [TOMLEntry] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "}") { break }
      entries.append(try readPair(depth: depth + 1))
      skipSpace()
      guard byte == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("}", "an inline table does not end with '}'")
    return entries
  }

  private mutating func readString() throws(ManifestError) -> String {
    guard let quote = byte else { throw error("a string is expected here") }
    let triple = [quote, quote, quote]
    let isMultiLine = bytes[index...].hasPrefix(triple)
    index += isMultiLine ? 3 : 1
    var text: [UInt8] = []
    while let byte {
      if isMultiLine ? bytes[index...].hasPrefix(triple) : byte == quote {
        index += isMultiLine ? 3 : 1
        // Up to two quotes may stand before the closing three.
        while isMultiLine, self.byte == quote { index += 1 }
        return text.text
      }
      if byte == Bytes.newline, !isMultiLine { break }
      if byte == Bytes.backslash, quote == Bytes.quote {
        try readEscape(into: &text)
      } else {
        text.append(byte)
        advance()
      }
    }
    throw error("a string does not end")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(ManifestError) {
    index += 1
    guard let code = byte else { throw error("a string does not end") }
    switch code {
    case UInt8(ascii: "n"): text.append(Bytes.newline)
    case UInt8(ascii: "t"): text.append(Bytes.tab)
    case UInt8(ascii: "r"): text.append(Bytes.carriageReturn)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = code == UInt8(ascii: "u") ? 4 : 8
      guard let value = UInt32(bytes[(index + 1)...].prefix(count).text, radix: 16),
        let scalar = Unicode.Scalar(value), bytes.count > index + count
      else { throw error("an escape names no character") }
      text += Array(String(Character(scalar)).utf8)
      index += count
    case Bytes.newline: text.append(Bytes.space)
    default: text.append(code)
    }
    advance()
  }
}
