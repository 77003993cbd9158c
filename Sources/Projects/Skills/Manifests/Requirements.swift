/// `requirements*.txt` of pip. Options, addresses and included files are passed over.
enum Requirements: ManifestReader {
  static let names = ["requirements*.txt", "*requirements.txt", "*-requirements.in", "requirements*.in"]
  static let paths = ["requirements/*.txt", "**/requirements/*.txt"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    let scope: Dependency.Scope = isDevelopment(path: text.path) ? .development : .direct
    return text.lines.compactMap { line in
      let requirement = line.bytes.trimmed()
      guard let name = PythonRequirement.name(requirement) else { return nil }
      // A plain sentence in a text file is no requirement.
      let rest = requirement.dropFirst(name.utf8.count).trimmed()
      guard rest.isEmpty || "[<>=!~;@#\\-".utf8.contains(rest[rest.startIndex]) else { return nil }
      return Dependency(.pypi, name, scope, line: line.number)
    }
  }

  /// `requirements-dev.txt`, `test_requirements.txt`, `requirements/docs.txt`
  private static func isDevelopment(path: String) -> Bool {
    let name = Array(PathName(path).name.utf8)
    let words = name.split { !Bytes.isLetter($0) }.map(\.text)
    return words.contains { PythonRequirement.isDevelopment(group: $0) }
  }
}
