/// Rules that set whole parts of a tree apart, such as vendored code or documentation.
struct PathRules: Sendable {
  private var directories: Set<String> = []
  private var prefixes: [String] = []
  private var names = NameTable()
  private var paths: [Glob] = []

  init(_ table: RuleTable) throws(RuleError) {
    for row in table.rows {
      let pattern = row["pattern"]
      switch row["kind"] {
      case "directory": directories.insert(pattern)
      case "prefix":
        guard pattern.hasSuffix("/") else { throw row.error("a prefix ends with '/'") }
        prefixes.append(pattern)
      case "file": names.add(pattern, rule: row.number)
      case "path": paths.append(Glob(pattern))
      default: throw row.error("unknown kind '\(row["kind"])'")
      }
    }
  }

  /// True when the directory, or one above it, is set apart.
  func matchesDirectory(_ directory: String) -> Bool {
    guard !directory.isEmpty else { return false }
    let withSlash = directory + "/"
    return prefixes.contains { withSlash.hasPrefix($0) }
      || directory.utf8.split(separator: Bytes.slash).contains { directories.contains(Array($0).text) }
  }

  /// True for a file by its own name or by its whole path; ask about its directory first.
  func matchesFile(_ path: PathName) -> Bool {
    names.matches(path.name) || paths.contains { $0.matches(path.bytes) }
  }
}
