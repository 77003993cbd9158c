/// What two versions of a plan compare of a task's text.
///
/// Marks of inline markup, the case of ASCII letters and runs of spaces do not tell tasks apart, and neither does a
/// trailing `✅` with what stands behind it, which tools add when a task is done.
struct TaskText: Hashable {
  /// All of it.
  var full: String
  /// All but the number or id in front.
  var bare: String
  /// The id in front, such as `t001`, `1.2` or `wp-010`; nil without.
  var id: String?

  init(_ text: String) {
    var words = Self.normalized(text).split(separator: " ")
    full = words.joined(separator: " ")
    if words.count > 1, let id = Self.id(words[0]) {
      self.id = id
      words.removeFirst()
      // Tags of spec-kit behind the id: `[P]`, `[US1]`.
      while words.count > 1, words[0].utf8.count <= 8, words[0].first == "[", words[0].last == "]" {
        words.removeFirst()
      }
    }
    bare = words.joined(separator: " ")
  }

  private static func normalized(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): continue
      case 0x09, 0x20: bytes.append(0x20)
      default: bytes.append(byte.asciiLowercased)
      }
    }
    let doneMark = Array("✅".utf8)
    var index = bytes.count - doneMark.count
    while index > 0 {
      if bytes[index] == doneMark[0], bytes[index..<index + doneMark.count].elementsEqual(doneMark) {
        bytes.removeSubrange(index...)
        break
      }
      index -= 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Letters, then numbers with dots between them, perhaps in brackets: `t001`, `1.2`, `#12`, `[wp-010]`. A number alone
  /// needs a sign that it counts: `3.` and `3)`, but not the `3` of "3 tests".
  private static func id(_ word: Substring) -> String? {
    let decoration: Set<UInt8> = [0x5B, 0x5D, 0x28, 0x29, 0x3A, 0x2E, 0x23]  // [ ] ( ) : . #
    let core = Array(word.utf8).drop { decoration.contains($0) }
    let bytes = Array(core.reversed().drop { decoration.contains($0) }.reversed())
    guard !bytes.isEmpty, bytes.count <= 24 else { return nil }
    let letters = bytes.prefix { $0.isASCIILetter }
    var rest = bytes.dropFirst(letters.count)
    if !letters.isEmpty, let first = rest.first, first == 0x2D || first == 0x2E { rest = rest.dropFirst() }
    let isNumber = rest.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }
    guard let first = rest.first, first >= 0x30, first <= 0x39, isNumber else { return nil }
    if letters.isEmpty, bytes.count == word.utf8.count, !bytes.contains(0x2E) { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
