/// `pyproject.toml`: PEP 621, dependency groups (PEP 735), Poetry, PDM, uv and Hatch.
enum PyProject: ManifestReader {
  static let names = ["pyproject.toml"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    for entry in try TOMLReader.entries(in: text) {
      let path = entry.path
      switch (path.first, path.count > 1 ? path[1] : "") {
      case ("project", "dependencies"): found += requirements(entry, .direct)
      case ("project", "optional-dependencies"):
        found += groups(entry, below: 2) { PythonRequirement.isDevelopment(group: $0) ? .development : .direct }
      case ("dependency-groups", _): found += groups(entry, below: 1) { _ in .development }
      case ("build-system", "requires"): found += requirements(entry, .development)
      case ("tool", let tool): found += settings(tool, entry)
      default: break
      }
    }
    return found
  }

  private static func requirements(_ entry: TOMLEntry, _ scope: Dependency.Scope) -> [Dependency] {
    entry.strings.compactMap { text, line in
      PythonRequirement.name(Array(text.utf8)).map { Dependency(.pypi, $0, scope, line: line) }
    }
  }

  /// Arrays of requirements, one for each group, whether under a heading or in an inline table.
  private static func groups(
    _ entry: TOMLEntry, below depth: Int, _ scope: (String) -> Dependency.Scope
  ) -> [Dependency] {
    if entry.path.count > depth { return requirements(entry, scope(entry.path[depth])) }
    guard case .table(let members) = entry.value else { return [] }
    return members.flatMap { requirements($0, scope($0.path.first ?? "")) }
  }

  private static func settings(_ tool: String, _ entry: TOMLEntry) -> [Dependency] {
    let path = entry.path
    var found: [Dependency] = []
    // The first heading of a tool says that the project uses it.
    if entry.value == .heading, path.count <= 3, !tool.isEmpty {
      found.append(Dependency(.pypi, tool, .development, line: entry.line))
    }
    switch tool {
    case "poetry":
      if path.count >= 4, path[2] == "dependencies" { found += poetry(path[3], .direct, entry) }
      if path.count >= 4, path[2] == "dev-dependencies" { found += poetry(path[3], .development, entry) }
      if path.count >= 6, path[2] == "group", path[4] == "dependencies" {
        found += poetry(path[5], path[3] == "main" ? .direct : .development, entry)
      }
    case "pdm" where path.count >= 3 && path[2] == "dev-dependencies":
      found += groups(entry, below: 3) { _ in .development }
    case "uv" where path.count == 3 && path[2] == "dev-dependencies": found += requirements(entry, .development)
    case "hatch" where path.last == "dependencies" || path.last == "extra-dependencies":
      found += requirements(entry, .development)
    default: break
    }
    return found
  }

  private static func poetry(_ name: String, _ scope: Dependency.Scope, _ entry: TOMLEntry) -> [Dependency] {
    // The interpreter stands among the packages.
    name == "python" ? [] : [Dependency(.pypi, name, scope, line: entry.line)]
  }
}
