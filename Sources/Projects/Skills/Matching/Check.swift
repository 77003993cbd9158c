/// A condition on the content and the surroundings of a file, as written in the rule files:
/// alternatives joined with ` | `, each a conjunction joined with ` & `.
///
/// `start:TEXT` the file begins with it (after a byte order mark and blanks); `line:TEXT` a line does, after blanks;
/// `content:TEXT` it occurs; `sibling:NAME` a file of this name lies beside it; `root:PATH` the tree has this file;
/// `language:NAME` the tree has code in it; `more:A>B` the tree has more bytes of A than of B. A text that begins or
/// ends with a blank stands in single quotes.
struct Check: Hashable, Sendable {
  enum Condition: Hashable, Sendable {
    case start([UInt8]), line([UInt8]), content([UInt8])
    case sibling(String), root(String), language(String)
    case more(String, than: String)
  }

  private let alternatives: [[Condition]]

  /// Holds always.
  static let always = Check(alternatives: [[]])

  var holdsAlways: Bool { self == .always }

  /// All conditions, in the order they are written.
  var conditions: [Condition] { alternatives.flatMap(\.self) }

  /// True when the content of the file decides, at least in part.
  var readsContent: Bool {
    conditions.contains {
      switch $0 {
      case .start, .line, .content: true
      default: false
      }
    }
  }

  /// True when the languages of the whole tree must be known first.
  var needsLanguages: Bool {
    conditions.contains {
      switch $0 {
      case .language, .more: true
      default: false
      }
    }
  }

  private init(alternatives: [[Condition]]) { self.alternatives = alternatives }

  /// - Parameter source: the column of the rule file; empty means always.
  init(_ source: String, row: RuleTable.Row) throws(RuleError) {
    if source.isEmpty {
      self = .always
      return
    }
    var alternatives: [[Condition]] = []
    for alternative in Self.split(source, at: " | ") {
      var conditions: [Condition] = []
      for part in Self.split(alternative, at: " & ") { conditions.append(try Self.condition(part, row)) }
      alternatives.append(conditions)
    }
    self.alternatives = alternatives
  }

  /// - Parameters:
  ///   - content: the beginning of the file.
  ///   - holds: answers the conditions on the tree.
  func holds(content: [UInt8], _ holds: (Condition) -> Bool) -> Bool {
    alternatives.contains { alternative in
      alternative.allSatisfy { condition in
        switch condition {
        case .start(let text): content.drop(while: Self.isSkipped).hasPrefix(text)
        case .line(let text): Self.hasLine(content, startingWith: text)
        case .content(let text): content.contains(text)
        case .sibling, .root, .language, .more: holds(condition)
        }
      }
    }
  }

  private static func isSkipped(_ byte: UInt8) -> Bool {
    byte == 0xEF || byte == 0xBB || byte == 0xBF || Bytes.isBlank(byte) || byte == Bytes.newline
  }

  private static func hasLine(_ content: [UInt8], startingWith text: [UInt8]) -> Bool {
    var start = content.startIndex
    while let found = content.firstRange(of: text, from: start) {
      var before = found
      while before > 0, Bytes.isBlank(content[before - 1]) { before -= 1 }
      if before == 0 || content[before - 1] == Bytes.newline { return true }
      start = found + 1
    }
    return false
  }

  private static func split(_ source: String, at separator: String) -> [String] {
    var parts: [String] = []
    var rest = Array(source.utf8)[...]
    let separator = Array(separator.utf8)
    while let index = rest.firstRange(of: separator) {
      parts.append(rest[..<index].text)
      rest = rest[(index + separator.count)...]
    }
    parts.append(rest.text)
    return parts
  }

  private static func condition(_ source: String, _ row: RuleTable.Row) throws(RuleError) -> Condition {
    guard let colon = source.firstIndex(of: ":") else { throw row.error("no condition in '\(source)'") }
    var value = String(source[source.index(after: colon)...])
    if value.count > 2, value.hasPrefix("'"), value.hasSuffix("'") {
      value = String(value.dropFirst().dropLast())
    }
    guard !value.isEmpty else { throw row.error("an empty condition") }
    switch source[..<colon] {
    case "start": return .start(Array(value.utf8))
    case "line": return .line(Array(value.utf8))
    case "content": return .content(Array(value.utf8))
    case "sibling": return .sibling(value)
    case "root": return .root(value)
    case "language": return .language(value)
    case "more":
      let names = value.split(separator: ">").map(String.init)
      guard names.count == 2 else { throw row.error("'more:' compares two languages") }
      return .more(names[0], than: names[1])
    default: throw row.error("unknown condition '\(source[..<colon])'")
    }
  }
}
