/// Validates a text as strictly as the parser does without building anything, and tells where the parts of the outermost
/// array or object lie.
///
/// ```swift
/// var scanner = try JSONScanner(bytes)
/// if try scanner.rootKind() == .object {
///   scanner.enter()
///   while let member = try scanner.nextMember() { … }   // ranges into `bytes`
/// } else {
///   _ = try scanner.nextValue()
/// }
/// try scanner.finish()   // only now is the whole text known to be JSON
/// ```
/// The bytes are borrowed: the scanner must not outlive them.
public struct JSONScanner {
  public enum Kind: Sendable, Hashable {
    case null, bool, number, string, array, object
  }

  /// A value inside the text.
  public struct Value: Sendable, Hashable {
    public let kind: Kind
    /// From the first to the last byte of the value, quotes and brackets included.
    public let range: Range<Int>
    /// A string with at least one `\`: its bytes are not yet its text.
    public let hasEscapes: Bool
  }

  /// A member of the outermost object.
  public struct Member: Sendable, Hashable {
    /// The name, a value of kind string.
    public let key: Value
    public let value: Value
  }

  private var reader: ByteReader
  private let maximumDepth: Int
  private var isFirst = true
  private var entered = false

  /// - Throws: ``JSONError`` if the text is too long or not UTF-8.
  public init(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .default) throws(JSONError) {
    reader = try ByteReader(bytes, limits: limits)
    maximumDepth = limits.maximumDepth
  }

  /// What the text begins to be, judged by its first character.
  public mutating func rootKind() throws(JSONError) -> Kind {
    reader.skipWhitespace()
    return try kind()
  }

  /// Steps into the array or object that `rootKind` announced.
  public mutating func enter() {
    entered = true
    reader.position += 1
  }

  /// The next member of the outermost object; `nil` behind its last.
  public mutating func nextMember() throws(JSONError) -> Member? {
    guard try advance(closing: UInt8(ascii: "}")) else { return nil }
    let key = try stringValue()
    try reader.readColon()
    return Member(key: key, value: try nextValue())
  }

  /// The next element of the outermost array; `nil` behind its last.
  public mutating func nextElement() throws(JSONError) -> Value? {
    try advance(closing: UInt8(ascii: "]")) ? try nextValue() : nil
  }

  /// Throws unless nothing but whitespace is left.
  public mutating func finish() throws(JSONError) {
    reader.skipWhitespace()
    try reader.expectEnd()
  }

  /// The text of a string found by this scanner.
  public func text(of value: Value) -> String {
    let inner = value.range.lowerBound + 1..<value.range.upperBound - 1
    return reader.text(of: ByteReader.StringSpan(range: inner, hasEscapes: value.hasEscapes))
  }

  /// One whole value from here on, checked to its end.
  public mutating func nextValue() throws(JSONError) -> Value {
    let start = reader.position
    switch try kind() {
    case .string: return try stringValue()
    case .array: return try container(.array, from: start)
    case .object: return try container(.object, from: start)
    case let scalar:
      try skipScalar(scalar)
      return Value(kind: scalar, range: start..<reader.position, hasEscapes: false)
    }
  }

  /// Checks that `bytes` is the text of one value.
  public static func validate(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .default) throws(JSONError) {
    var scanner = try JSONScanner(bytes, limits: limits)
    _ = try scanner.rootKind()
    _ = try scanner.nextValue()
    try scanner.finish()
  }
}

extension JSONScanner {
  private mutating func advance(closing: UInt8) throws(JSONError) -> Bool {
    reader.skipWhitespace()
    let byte = try reader.peek()
    if byte == closing {
      reader.position += 1
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard byte == UInt8(ascii: ",") else { throw JSONError(.unexpectedByte, at: reader.position) }
    reader.position += 1
    reader.skipWhitespace()
    return true
  }

  @inline(__always)
  private func kind() throws(JSONError) -> Kind {
    switch try reader.peek() {
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: throw JSONError(.unexpectedByte, at: reader.position)
    }
  }

  private mutating func stringValue() throws(JSONError) -> Value {
    let start = reader.position
    let span = try reader.readString()
    return Value(kind: .string, range: start..<reader.position, hasEscapes: span.hasEscapes)
  }

  private mutating func skipScalar(_ kind: Kind) throws(JSONError) {
    switch kind {
    case .number: _ = try reader.readNumber()
    case .bool: try reader.readWord(reader.bytes[reader.position] == UInt8(ascii: "t") ? "true" : "false")
    case .null: try reader.readWord("null")
    case .string: _ = try reader.readString()
    case .array, .object: preconditionFailure("containers are walked, not skipped")
    }
  }

  private mutating func container(_ root: Kind, from start: Int) throws(JSONError) -> Value {
    let room = maximumDepth - (entered ? 1 : 0)
    // One bit for each open container: set for an object.
    var isObject = InlineArray<16, UInt64>(repeating: 0)
    var depth = 0
    repeat {
      // Here a value begins.
      let kind = try kind()
      if kind == .array || kind == .object {
        guard depth < room else { throw JSONError(.nestingTooDeep, at: reader.position) }
        let bit: UInt64 = 1 << UInt64(depth & 63)
        if kind == .object { isObject[depth >> 6] |= bit } else { isObject[depth >> 6] &= ~bit }
        depth += 1
        reader.position += 1
        reader.skipWhitespace()
        let closing = kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if try reader.peek() != closing {
          if kind == .object { try skipKey() }
          continue
        }
        reader.position += 1
        depth -= 1
      } else {
        try skipScalar(kind)
      }
      // Here one has ended: go on to the next, closing what ends with it.
      while depth > 0 {
        reader.skipWhitespace()
        let inObject = isObject[(depth - 1) >> 6] >> UInt64((depth - 1) & 63) & 1 == 1
        let byte = try reader.peek()
        if byte == UInt8(ascii: ",") {
          reader.position += 1
          reader.skipWhitespace()
          if inObject { try skipKey() }
          break
        }
        guard byte == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw JSONError(.unexpectedByte, at: reader.position)
        }
        reader.position += 1
        depth -= 1
      }
    } while depth > 0
    return Value(kind: root, range: start..<reader.position, hasEscapes: false)
  }

  @inline(__always)
  private mutating func skipKey() throws(JSONError) {
    _ = try reader.readString()
    try reader.readColon()
  }
}
