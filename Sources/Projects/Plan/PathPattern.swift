/// A `plan_path`: a file, a directory, or a pattern in which `*` stands for anything but a slash and `**` for anything.
struct PathPattern {
  let text: String
  private let bytes: [UInt8]
  private let isPattern: Bool

  init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)
    while bytes.last == 0x2F { bytes.removeLast() }
    self.bytes = bytes
    isPattern = bytes.contains(0x2A)
  }

  /// Whether a path is that file, lies below that directory, or fits the pattern.
  func matches(_ path: String) -> Bool {
    let path = Array(path.utf8)
    guard isPattern else { return path == bytes || (path.starts(with: bytes) && path[bytes.count] == 0x2F) }
    return Self.fits(path, bytes)
  }

  /// Goes back to the last star only, so that the work is at most the product of both lengths.
  private static func fits(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
    var position = 0
    var next = 0
    var star: (pattern: Int, position: Int, crosses: Bool)?
    while position < path.count {
      if next < pattern.count, pattern[next] == 0x2A {
        let crosses = next + 1 < pattern.count && pattern[next + 1] == 0x2A
        next += crosses ? 2 : 1
        // `**/` also stands for no directory at all.
        if crosses, next < pattern.count, pattern[next] == 0x2F, position == 0 || path[position - 1] == 0x2F {
          next += 1
        }
        star = (next, position, crosses)
      } else if next < pattern.count, pattern[next] == path[position] {
        next += 1
        position += 1
      } else if let last = star, last.crosses || path[last.position] != 0x2F {
        star = (last.pattern, last.position + 1, last.crosses)
        next = last.pattern
        position = last.position + 1
      } else {
        return false
      }
    }
    while next < pattern.count, pattern[next] == 0x2A { next += 1 }
    return next == pattern.count
  }
}
