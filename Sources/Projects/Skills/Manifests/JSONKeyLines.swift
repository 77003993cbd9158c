/// The lines of the members of a JSON object and of the objects below it, from one walk over a text that was parsed
/// before. Keys written with escapes are known by the line of their section.
struct JSONKeyLines {
  private var sections: [String: Int] = [:]
  private var members: [String: [String: Int]] = [:]

  /// - Parameter bytes: a valid JSON object.
  init(_ bytes: [UInt8]) {
    var line = 1
    var depth = 0
    var section = ""
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Bytes.newline: line += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case Bytes.quote:
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != Bytes.quote { index += bytes[index] == Bytes.backslash ? 2 : 1 }
        guard depth <= 2, index < bytes.count, Self.isKey(bytes, after: index) else { break }
        let key = bytes[start..<index].text
        if depth == 1 {
          section = key
          sections[key] = line
        } else {
          members[section, default: [:]][key] = line
        }
      default: break
      }
      index += 1
    }
  }

  private static func isKey(_ bytes: [UInt8], after quote: Int) -> Bool {
    let next = bytes[(quote + 1)...].first { !Bytes.isBlank($0) && $0 != Bytes.newline }
    return next == UInt8(ascii: ":")
  }

  func line(of key: String, in section: String) -> Int { members[section]?[key] ?? sections[section] ?? 1 }
}
