/// Rules that set whole parts of a tree apart, such as vendored code or documentation.
struct PathRules: Sendable {
  private var directories: Set<String> = []
  private var settings: Set<String> = []
  private var prefixes: [[UInt8]] = []
  private var names = NameTable()
  private var paths: [Glob] = []

  init(_ table: RuleTable) throws(RuleError) {
    for row in table.rows {
      let pattern = row["pattern"]
      switch row["kind"] {
      case "directory": directories.insert(pattern)
      // Written by the people of the project, but settings and no code.
      case "settings": settings.insert(pattern)
      case "prefix":
        guard pattern.hasSuffix("/") else { throw row.error("a prefix ends with '/'") }
        prefixes.append(Array(pattern.utf8))
      case "file": names.add(pattern, rule: row.number)
      case "path": paths.append(Glob(pattern))
      default: throw row.error("unknown kind '\(row["kind"])'")
      }
    }
  }

  /// What the rules say about a directory, those above it included.
  struct Standing: Hashable, Sendable {
    /// Its files are somebody else's.
    var isApart = false
    /// Its files are settings: no code, but they speak for technologies.
    var isSettings = false
  }

  func standing(ofDirectory directory: String) -> Standing {
    guard !directory.isEmpty else { return Standing() }
    let bytes = Array(directory.utf8) + [Bytes.slash]
    var standing = Standing(isApart: prefixes.contains { bytes.hasPrefix($0) })
    for part in bytes.split(separator: Bytes.slash) {
      let name = part.text
      if directories.contains(name) { standing.isApart = true }
      if settings.contains(name) { standing.isSettings = true }
    }
    return standing
  }

  /// True for a file by its own name or by its whole path; ask about its directory first.
  func matchesFile(_ path: PathName) -> Bool {
    names.matches(path.name) || paths.contains { $0.matches(components: path.components) }
  }
}
