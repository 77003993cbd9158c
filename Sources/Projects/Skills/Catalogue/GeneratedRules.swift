/// Files that a program has written: by name, by a phrase near the top, or by lines no person would write.
struct GeneratedRules: Sendable {
  private var names = NameTable()
  private var markers: [(text: [UInt8], extensions: Set<String>)] = []
  private var minifiedExtensions: Set<String> = []
  private var minifiedLineLength = Int.max

  init(_ table: RuleTable) throws(RuleError) {
    for row in table.rows {
      switch row["kind"] {
      case "file": names.add(row["pattern"], rule: row.number)
      case "marker": markers.append((Array(row["pattern"].utf8), Set(row.words("extensions"))))
      case "minified":
        guard let length = Int(row["pattern"]), length > 0 else { throw row.error("not a line length") }
        minifiedLineLength = length
        minifiedExtensions = Set(row.words("extensions"))
      default: throw row.error("unknown kind '\(row["kind"])'")
      }
    }
  }

  func matchesName(_ name: String) -> Bool { names.matches(name) }

  /// True when mean line length decides, so that more than the top of the file must be read.
  func weighsLines(extension ending: String) -> Bool { minifiedExtensions.contains(ending) }

  /// - Parameters:
  ///   - head: the beginning of the file.
  ///   - ending: the shortest extension of its name, in lower case with its dot; empty when it has none.
  func matchesContent(_ head: [UInt8], extension ending: String) -> Bool {
    let top = Self.top(of: head)
    for marker in markers where marker.extensions.isEmpty || marker.extensions.contains(ending) {
      if top.contains(marker.text) { return true }
    }
    return minifiedExtensions.contains(ending) && Self.meanLineLength(head) > minifiedLineLength
  }

  /// Generators name themselves in a heading; the same words further down are more likely a text about generators.
  private static func top(of head: [UInt8]) -> ArraySlice<UInt8> {
    var lines = 0
    for (index, byte) in head.prefix(4096).enumerated() where byte == Bytes.newline {
      lines += 1
      if lines == 40 { return head[..<index] }
    }
    return head.prefix(4096)
  }

  private static func meanLineLength(_ head: [UInt8]) -> Int {
    head.isEmpty ? 0 : head.count / max(1, head.count { $0 == Bytes.newline } + (head.last == Bytes.newline ? 0 : 1))
  }
}
