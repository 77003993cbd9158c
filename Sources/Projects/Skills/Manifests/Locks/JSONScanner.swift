/// Walks over the strings of a JSON text with their places, without building values: lock files have megabytes.
///
/// What is no JSON is noticed only by brackets that do not fit; a lock file is written by a tool, and a wrong one names
/// packages at worst.
struct JSONScanner {
  struct Token {
    let bytes: ArraySlice<UInt8>
    let isKey: Bool
    /// Line, from 1.
    let line: Int
    /// The key that a value belongs to; empty for a key and for an element of an array.
    let key: String
    fileprivate let stack: [String]

    var text: String { bytes.text }

    /// Objects and arrays around it.
    var depth: Int { stack.count }

    /// The keys of the objects and arrays around it, without the outermost one, which has none.
    var sections: ArraySlice<String> { stack.dropFirst() }

    /// The key of the object or array at this level, from 0 for the one inside the outermost; empty when there is none.
    func section(_ level: Int) -> String { level + 1 < stack.count ? stack[level + 1] : "" }
  }

  /// Deeper nesting is refused; no lock file comes near it.
  static let maximumDepth = 64

  /// Calls `body` for each string that is a key or a value.
  static func scan(_ text: ManifestText, _ body: (Token) -> Void) throws(ManifestError) {
    let bytes = text.bytes
    var line = 1
    var stack: [String] = []
    var key = ""
    var index = 0
    var isEmpty = true
    while index < bytes.count {
      switch bytes[index] {
      case Bytes.newline: line += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        isEmpty = false
        guard stack.count < maximumDepth else {
          throw ManifestError(line: line, reason: "this is nested deeper than \(maximumDepth)")
        }
        stack.append(key)
        key = ""
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard stack.popLast() != nil else { throw ManifestError(line: line, reason: "a bracket closes nothing") }
        key = ""
      case UInt8(ascii: ","): key = ""
      case Bytes.quote:
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != Bytes.quote, bytes[index] != Bytes.newline {
          index += bytes[index] == Bytes.backslash ? 2 : 1
        }
        guard index < bytes.count, bytes[index] == Bytes.quote else {
          throw ManifestError(line: line, reason: "a string does not end")
        }
        let isKey = Self.isKey(bytes, after: index)
        if isKey { key = bytes[start..<index].text }
        body(Token(bytes: bytes[start..<index], isKey: isKey, line: line, key: isKey ? "" : key, stack: stack))
      default: break
      }
      index += 1
    }
    guard !isEmpty, stack.isEmpty else { throw ManifestError(line: line, reason: "this is not JSON: it does not end") }
  }

  private static func isKey(_ bytes: [UInt8], after quote: Int) -> Bool {
    var index = quote + 1
    while index < bytes.count, Bytes.isBlank(bytes[index]) || bytes[index] == Bytes.newline { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":")
  }
}
