import Yams

/// `environment.yml` of Conda, with the list for pip inside it. Most packages go by the same name as on PyPI.
enum CondaEnvironment: ManifestReader {
  static let names = ["environment.yml", "environment.yaml", "environment-*.yml", "environment-*.yaml"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let root = try YAMLManifest.root(of: text)
    guard case .sequence(let items) = YAMLManifest.value("dependencies", of: root) else { return [] }
    var found: [Dependency] = []
    for item in items {
      if let scalar = item.scalar {
        // `channel::name=version`
        let bytes = Array(scalar.string.utf8)
        let start = bytes.firstRange(of: Array("::".utf8)).map { $0 + 2 } ?? 0
        guard let name = PythonRequirement.name(bytes[start...]) else { continue }
        let line = scalar.mark?.line ?? 1
        found.append(Dependency(.conda, name, line: line))
        found.append(Dependency(.pypi, name, line: line))
      } else if case .sequence(let requirements) = YAMLManifest.value("pip", of: item) {
        for requirement in requirements {
          guard let scalar = requirement.scalar, let name = PythonRequirement.name(Array(scalar.string.utf8)) else {
            continue
          }
          found.append(Dependency(.pypi, name, line: scalar.mark?.line ?? 1))
        }
      }
    }
    return found
  }
}
