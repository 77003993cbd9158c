/// The formats of strings that the document may name. Each stands beside a `pattern` for other people's tools.
public enum StringFormat: String, CaseIterable, Sendable {
  case uuid
  /// No control characters.
  case line
  case absolutePath = "absolute-path"
  /// Inside the repository: not absolute, no `..`.
  case relativePath = "relative-path"
  /// The shape of RFC 3339.
  case dateTime = "date-time"

  /// The `pattern` that has to stand beside this format, so that both say the same.
  public var pattern: String {
    switch self {
    case .uuid: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"
    case .line: #"^[^\u0000-\u001F\u007F]*$"#
    case .absolutePath: #"^/[^\u0000]*$"#
    case .relativePath: #"^(?!/)(?!(.*/)?\.\.(/|$))[^\u0000]+$"#
    case .dateTime:
      #"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$"#
    }
  }

  /// Whether the text has this format.
  public func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .uuid: return Self.fits(bytes, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
    case .line: return !bytes.contains { $0 < 0x20 || $0 == 0x7F }
    case .absolutePath: return bytes.first == UInt8(ascii: "/") && !bytes.contains(0)
    case .relativePath:
      let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      return !bytes.isEmpty && bytes.first != UInt8(ascii: "/") && !bytes.contains(0)
        && !parts.contains { $0.elementsEqual("..".utf8) }
    case .dateTime: return Self.isDateTime(bytes)
    }
  }

  private static func isDateTime(_ bytes: [UInt8]) -> Bool {
    let shape = "0000-00-00T00:00:00"
    guard fits(bytes.prefix(shape.utf8.count), shape) else { return false }
    var rest = bytes.dropFirst(shape.utf8.count)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { isDigit($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    return fits(rest, "Z") || fits(rest, "+00:00") || fits(rest, "-00:00")
  }

  /// `0` stands for a digit, `x` for a hexadecimal digit, a letter for itself in either case, anything else for itself.
  private static func fits(_ bytes: some Collection<UInt8>, _ shape: String) -> Bool {
    bytes.elementsEqual(shape.utf8) { byte, place in
      switch place {
      case UInt8(ascii: "0"): isDigit(byte)
      case UInt8(ascii: "x"): isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
      case UInt8(ascii: "T"), UInt8(ascii: "Z"): byte | 0x20 == place | 0x20
      default: byte == place
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
