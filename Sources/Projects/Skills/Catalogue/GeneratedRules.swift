/// Files that a program has written: by name, by a phrase near the top or the end, or by lines no person would write.
///
/// What counts as written by a program is what github-linguist takes for it, so that shares can be compared.
struct GeneratedRules: Sendable {
  private struct Marker: Sendable {
    let text: [UInt8]
    /// Lines looked at, from the top or from the end.
    let lines: Int
    let isAtEnd: Bool
  }

  private var names = NameTable()
  private var directories: Set<String> = []
  private var markers: [String: [Marker]] = [:]
  private var minifiedExtensions: Set<String> = []
  private var minifiedLineLength = Int.max

  init(_ table: RuleTable) throws(RuleError) {
    for row in table.rows {
      switch row["kind"] {
      case "file": names.add(row["pattern"], rule: row.number)
      case "directory": directories.insert(row["pattern"])
      case "marker", "tail":
        guard let lines = Int(row["lines"]), lines > 0 else { throw row.error("a marker needs a number of lines") }
        let endings = row.words("extensions")
        guard !endings.isEmpty else { throw row.error("a marker needs extensions") }
        let marker = Marker(text: Array(row["pattern"].utf8), lines: lines, isAtEnd: row["kind"] == "tail")
        for ending in endings { markers[ending, default: []].append(marker) }
      case "minified":
        guard let length = Int(row["pattern"]), length > 0 else { throw row.error("not a line length") }
        minifiedLineLength = length
        minifiedExtensions = Set(row.words("extensions"))
      default: throw row.error("unknown kind '\(row["kind"])'")
      }
    }
  }

  func matchesName(_ name: String) -> Bool { names.matches(name) }

  func matchesDirectory(_ directory: String) -> Bool {
    directory.utf8.split(separator: Bytes.slash).contains { directories.contains(Array($0).text) }
  }

  /// - Parameters:
  ///   - head: the beginning of the file, up to `SkillsLimits.contentBytes`.
  ///   - ending: the shortest extension of its name, in lower case with its dot; empty when it has none.
  func matchesContent(_ head: [UInt8], extension ending: String) -> Bool {
    for marker in markers[ending] ?? [] {
      let part = marker.isAtEnd ? Self.end(of: head, lines: marker.lines) : Self.top(of: head, lines: marker.lines)
      if part.contains(marker.text) { return true }
    }
    return minifiedExtensions.contains(ending) && Self.meanLineLength(head) > minifiedLineLength
  }

  private static func top(of head: [UInt8], lines: Int) -> ArraySlice<UInt8> {
    var left = lines
    guard
      let end = head.firstIndex(where: { byte in
        if byte == Bytes.newline { left -= 1 }
        return left == 0
      })
    else { return head[...] }
    return head[..<end]
  }

  /// The last lines; what follows the last end of line is one of them, even when it is empty.
  private static func end(of head: [UInt8], lines: Int) -> ArraySlice<UInt8> {
    var left = lines
    var index = head.endIndex
    while index > 0 {
      if head[index - 1] == Bytes.newline {
        left -= 1
        if left == 0 { break }
      }
      index -= 1
    }
    return head[index...]
  }

  /// Bytes without the ends of lines; what follows the last of them is a line, even when it is empty.
  private static func meanLineLength(_ head: [UInt8]) -> Int {
    let ends = head.count { $0 == Bytes.newline }
    return (head.count - ends) / (ends + 1)
  }
}
