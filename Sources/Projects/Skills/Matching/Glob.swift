/// A path pattern of the rule files and of `.gitattributes`: `*` and `?` stay inside one path component, `**` as a
/// whole component stands for any number of components, also none.
///
/// `[a-z]` and `[!a-z]` are classes, `\` takes the next character for itself. Matching keeps a single point to go back
/// to at each level, so the worst case is the product of the two lengths and no pattern can make it explode.
struct Glob: Hashable, Sendable {
  let pattern: String
  private let components: [[UInt8]]

  init(_ pattern: String) {
    self.pattern = pattern
    components = pattern.utf8.split(separator: Bytes.slash, omittingEmptySubsequences: true).map(Array.init)
  }

  /// True for a byte that does not stand for itself.
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == Bytes.star || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == Bytes.backslash
  }

  private static let anyDepth: [UInt8] = [Bytes.star, Bytes.star]

  /// - Parameter path: a whole path, relative to where the pattern is anchored.
  func matches(_ path: some RandomAccessCollection<UInt8>) -> Bool {
    matches(components: path.split(separator: Bytes.slash, omittingEmptySubsequences: true))
  }

  /// - Parameter parts: the components of a path, relative to where the pattern is anchored.
  func matches<Part: RandomAccessCollection<UInt8>>(components parts: [Part]) -> Bool where Part.Index == Int {
    if components.last != Self.anyDepth, let name = parts.last, let last = components.last,
      !Self.matches(component: last, name)
    {
      return false
    }
    var part = 0
    var index = 0
    var retryPart = -1
    var retryIndex = -1
    while part < parts.count {
      if index < components.count, components[index] == Self.anyDepth {
        retryPart = part
        retryIndex = index
        index += 1
      } else if index < components.count, Self.matches(component: components[index], parts[part]) {
        part += 1
        index += 1
      } else if retryPart >= 0 {
        retryPart += 1
        part = retryPart
        index = retryIndex + 1
      } else {
        return false
      }
    }
    // A trailing `**` means what lies inside: it never matches the directory itself.
    return index == components.count
  }

  /// Matches one component, in which `/` has no meaning.
  static func matches<Name: RandomAccessCollection<UInt8>>(
    component pattern: [UInt8], _ name: Name
  ) -> Bool where Name.Index == Int {
    var position = name.startIndex
    var index = 0
    var retryPosition = -1
    var retryIndex = -1
    while position < name.endIndex {
      if index < pattern.count, pattern[index] == Bytes.star {
        retryPosition = position
        retryIndex = index
        index += 1
      } else if index < pattern.count, let next = step(pattern, index, over: name[position]) {
        position += 1
        index = next
      } else if retryPosition >= 0 {
        retryPosition += 1
        position = retryPosition
        index = retryIndex + 1
      } else {
        return false
      }
    }
    while index < pattern.count, pattern[index] == Bytes.star { index += 1 }
    return index == pattern.count
  }

  /// Where the pattern goes on after the part at `index` has taken a byte; nil when it does not take it.
  private static func step(_ pattern: [UInt8], _ index: Int, over byte: UInt8) -> Int? {
    switch pattern[index] {
    case UInt8(ascii: "?"): return index + 1
    case Bytes.backslash where index + 1 < pattern.count: return pattern[index + 1] == byte ? index + 2 : nil
    case UInt8(ascii: "["):
      guard let (end, holds) = classHolds(pattern, index, byte) else { break }
      return holds ? end : nil
    default: break
    }
    return pattern[index] == byte ? index + 1 : nil
  }

  /// Reads a class; nil when the bracket is never closed and so stands for itself.
  private static func classHolds(_ pattern: [UInt8], _ start: Int, _ byte: UInt8) -> (end: Int, holds: Bool)? {
    var index = start + 1
    var isNegated = false
    if index < pattern.count, pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    let first = index
    var holds = false
    while index < pattern.count {
      if pattern[index] == UInt8(ascii: "]"), index > first { return (index + 1, holds != isNegated) }
      if pattern[index] == Bytes.backslash, index + 1 < pattern.count { index += 1 }
      let low = pattern[index]
      var high = low
      if index + 2 < pattern.count, pattern[index + 1] == UInt8(ascii: "-"), pattern[index + 2] != UInt8(ascii: "]") {
        high = pattern[index + 2]
        index += 2
      }
      if low <= byte, byte <= high { holds = true }
      index += 1
    }
    return nil
  }
}
