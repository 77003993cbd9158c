/// A path pattern of the rule files and of `.gitattributes`: `*` and `?` stay inside one path component, `**` as a
/// whole component stands for any number of components, also none.
///
/// Character classes and escapes are left out on purpose. Matching keeps a single point to go back to at each level, so
/// the worst case is the product of the two lengths and no pattern can make it explode.
struct Glob: Hashable, Sendable {
  let pattern: String
  private let components: [[UInt8]]

  init(_ pattern: String) {
    self.pattern = pattern
    components = pattern.utf8.split(separator: Bytes.slash, omittingEmptySubsequences: true).map(Array.init)
  }

  private static let anyDepth: [UInt8] = [Bytes.star, Bytes.star]

  /// - Parameter path: a whole path, relative to where the pattern is anchored.
  func matches(_ path: some RandomAccessCollection<UInt8>) -> Bool {
    let parts = path.split(separator: Bytes.slash, omittingEmptySubsequences: true)
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
  static func matches(component pattern: [UInt8], _ name: some Collection<UInt8>) -> Bool {
    let name = Array(name)
    var position = 0
    var index = 0
    var retryPosition = -1
    var retryIndex = -1
    while position < name.count {
      if index < pattern.count, pattern[index] == Bytes.star {
        retryPosition = position
        retryIndex = index
        index += 1
      } else if index < pattern.count, pattern[index] == name[position] || pattern[index] == UInt8(ascii: "?") {
        position += 1
        index += 1
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
}
