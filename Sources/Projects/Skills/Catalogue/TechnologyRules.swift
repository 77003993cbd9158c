/// Which technologies a dependency, a file name or a path speaks for.
struct TechnologyRules: Sendable {
  struct Technology: Sendable {
    let name: String
    let category: String
  }

  /// A rule: the technology it speaks for and the pattern it is known by in the table of weak signals.
  struct Signal: Hashable, Sendable {
    let technology: Int
    let kind: String
    let pattern: String
  }

  private(set) var technologies: [Technology] = []
  private(set) var byName: [String: Int] = [:]
  private(set) var signals: [Signal] = []
  private var dependencies: [Ecosystem: [String: [Int]]] = [:]
  private var dependencyPrefixes: [Ecosystem: AffixTable] = [:]
  private var files = NameTable()
  private var paths: [(glob: Glob, signal: Int)] = []

  init(_ table: RuleTable) throws(RuleError) {
    for row in table.rows {
      let name = row["name"]
      let technology = byName[name] ?? technologies.count
      if technology == technologies.count {
        byName[name] = technology
        technologies.append(Technology(name: name, category: row["category"]))
      }
      guard technologies[technology].category == row["category"] else {
        throw row.error("'\(name)' has two categories")
      }
      let signal = signals.count
      let pattern = row["pattern"]
      switch row["kind"] {
      case "dependency":
        guard let ecosystem = Ecosystem(rawValue: row["ecosystem"]) else {
          throw row.error("unknown ecosystem '\(row["ecosystem"])'")
        }
        if pattern.hasSuffix("*") {
          let prefix = ecosystem.folded(String(pattern.dropLast()))
          dependencyPrefixes[ecosystem, default: AffixTable()].add(prefix, rule: signal)
        } else {
          dependencies[ecosystem, default: [:]][ecosystem.normalized(pattern), default: []].append(signal)
        }
        signals.append(Signal(technology: technology, kind: "dependency", pattern: "\(ecosystem.rawValue):\(pattern)"))
      case "file":
        files.add(pattern, rule: signal)
        signals.append(Signal(technology: technology, kind: "file", pattern: pattern))
      case "path":
        paths.append((Glob(pattern), signal))
        signals.append(Signal(technology: technology, kind: "path", pattern: pattern))
      default: throw row.error("unknown kind '\(row["kind"])'")
      }
    }
  }

  /// The signals a dependency gives.
  func signals(of ecosystem: Ecosystem, dependency name: String) -> [Int] {
    for candidate in ecosystem.candidates(name) {
      let bytes = Array(candidate.utf8)
      let found =
        (dependencies[ecosystem]?[candidate] ?? [])
        + (dependencyPrefixes[ecosystem]?.rules(length: bytes.count) { bytes[..<$0] } ?? [])
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The signals a file gives by its name.
  func signals(ofName name: String) -> [Int] { files.rules(for: name) }

  /// The signals a file gives by its place.
  func signals(ofPath path: PathName) -> [Int] {
    paths.filter { $0.glob.matches(components: path.components) }.map(\.signal)
  }
}
