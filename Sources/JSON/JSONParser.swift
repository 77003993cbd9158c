/// Bytes to values, without recursion: the containers that are open, each with what it has so far.
struct JSONParser {
  private struct Container {
    var isObject: Bool
    /// The name of the member whose value is being read.
    var key = ""
    var members: [JSONObject.Member] = []
    var elements: [JSON] = []
  }

  private var reader: ByteReader
  private let maximumDepth: Int
  private var open: [Container] = []

  init(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws(JSONError) {
    reader = try ByteReader(bytes, limits: limits)
    maximumDepth = limits.maximumDepth
  }

  mutating func parseDocument() throws(JSONError) -> JSON {
    reader.skipWhitespace()
    while true {
      guard let value = try readValue() else { continue }
      if let document = try place(value) {
        reader.skipWhitespace()
        try reader.expectEnd()
        return document
      }
    }
  }

  /// A whole scalar or empty container; `nil` when it only opened a container, whose first value comes next.
  private mutating func readValue() throws(JSONError) -> JSON? {
    switch try reader.peek() {
    case UInt8(ascii: "\""): return .string(reader.text(of: try reader.readString()))
    case UInt8(ascii: "{"):
      try openContainer(isObject: true)
      if try reader.peek() == UInt8(ascii: "}") { return closeContainer() }
      try readKey()
      return nil
    case UInt8(ascii: "["):
      try openContainer(isObject: false)
      return try reader.peek() == UInt8(ascii: "]") ? closeContainer() : nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let range = try reader.readNumber()
      let literal = String(decoding: UnsafeRawBufferPointer(rebasing: reader.bytes[range]), as: UTF8.self)
      return .number(JSONNumber(validLiteral: literal))
    case UInt8(ascii: "t"):
      try reader.readWord("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try reader.readWord("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try reader.readWord("null")
      return .null
    default: throw JSONError(.unexpectedByte, at: reader.position)
    }
  }

  /// Puts a finished value into the innermost container and closes every container that ends here. Returns the value
  /// itself when none is open.
  private mutating func place(_ value: JSON) throws(JSONError) -> JSON? {
    var value = value
    while let innermost = open.indices.last {
      let isObject = open[innermost].isObject
      if isObject {
        open[innermost].members.append((open[innermost].key, value))
      } else {
        open[innermost].elements.append(value)
      }
      reader.skipWhitespace()
      switch try reader.peek() {
      case UInt8(ascii: ","):
        reader.position += 1
        reader.skipWhitespace()
        if isObject { try readKey() }
        return nil
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: value = closeContainer()
      default: throw JSONError(.unexpectedByte, at: reader.position)
      }
    }
    return value
  }

  private mutating func readKey() throws(JSONError) {
    open[open.count - 1].key = reader.text(of: try reader.readString())
    try reader.readColon()
  }

  private mutating func openContainer(isObject: Bool) throws(JSONError) {
    guard open.count < maximumDepth else { throw JSONError(.nestingTooDeep, at: reader.position) }
    open.append(Container(isObject: isObject))
    reader.position += 1
    reader.skipWhitespace()
  }

  private mutating func closeContainer() -> JSON {
    reader.position += 1
    let container = open.removeLast()
    return container.isObject ? .object(JSONObject(parsed: container.members)) : .array(container.elements)
  }
}

extension JSON {
  /// The one value that `bytes` is the text of, with whitespace around it allowed. UTF-8 without a byte order mark.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .default
  ) throws(JSONError) -> JSON {
    var parser = try JSONParser(bytes, limits: limits)
    return try parser.parseDocument()
  }

  /// The one value that `bytes` is the text of.
  public static func parse(_ bytes: [UInt8], limits: JSONLimits = .default) throws(JSONError) -> JSON {
    try bytes.withUnsafeBytes { raw in
      Result { () throws(JSONError) in try parse(raw, limits: limits) }
    }.get()
  }

  /// The one value that `bytes` is the text of.
  public static func parse(_ bytes: some Sequence<UInt8>, limits: JSONLimits = .default) throws(JSONError) -> JSON {
    try parse(Array(bytes), limits: limits)
  }

  /// The one value that `text` is the text of.
  public static func parse(_ text: String, limits: JSONLimits = .default) throws(JSONError) -> JSON {
    var text = text
    return try text.withUTF8 { utf8 in
      Result { () throws(JSONError) in try parse(UnsafeRawBufferPointer(utf8), limits: limits) }
    }.get()
  }
}
