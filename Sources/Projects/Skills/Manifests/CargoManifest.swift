/// `Cargo.toml`: the tables of packages, workspaces and targets.
enum CargoManifest: ManifestReader {
  static let names = ["Cargo.toml"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    // A package with a heading of its own, or with dotted keys, comes in several entries.
    var positions: [[String]: Int] = [:]
    for entry in try TOMLReader.entries(in: text) {
      guard let table = tableIndex(entry.path) else { continue }
      if entry.path.count == table + 1 {
        guard case .table(let members) = entry.value else { continue }
        for member in members {
          found.append(dependency(member.path[0], member.value, scope(entry.path[table]), member.line))
        }
        continue
      }
      let key = Array(entry.path[...(table + 1)])
      if let position = positions[key] {
        if entry.path.count == table + 3, entry.path[table + 2] == "package", case .string(let name) = entry.value {
          found[position].name = name
        }
      } else {
        positions[key] = found.count
        found.append(dependency(key[table + 1], entry.value, scope(key[table]), entry.line))
      }
    }
    return found
  }

  /// Where the name of a dependency table stands in a path; nil when the path is about something else.
  private static func tableIndex(_ path: [String]) -> Int? {
    let index: Int
    switch path.first {
    case "target": index = 2
    case "workspace": index = 1
    default: index = 0
    }
    guard path.count > index else { return nil }
    return ["dependencies", "dev-dependencies", "build-dependencies"].contains(path[index]) ? index : nil
  }

  private static func scope(_ table: String) -> Dependency.Scope { table == "dependencies" ? .direct : .development }

  /// A renamed package (`package = "…"`) goes by its name in the registry.
  private static func dependency(
    _ key: String, _ value: TOMLEntry.Value, _ scope: Dependency.Scope, _ line: Int
  ) -> Dependency {
    var name = key
    if case .table(let members) = value, let member = members.first(where: { $0.path == ["package"] }),
      case .string(let package) = member.value
    {
      name = package
    }
    return Dependency(.cargo, name, scope, line: line)
  }
}
