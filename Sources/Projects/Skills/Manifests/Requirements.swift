/// `requirements*.txt` of pip. Options, addresses and included files are passed over.
enum Requirements: ManifestReader {
  static let names = ["requirements*.txt", "*requirements.txt", "*-requirements.in", "requirements*.in"]
  static let paths = ["requirements/*.txt", "**/requirements/*.txt"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.lines.compactMap { line in
      let requirement = line.bytes.trimmed()
      guard let name = PythonRequirement.name(requirement) else { return nil }
      // A plain sentence in a text file is no requirement.
      let rest = requirement.dropFirst(name.utf8.count).trimmed()
      guard rest.isEmpty || "[<>=!~;@#\\-".utf8.contains(rest[rest.startIndex]) else { return nil }
      return Dependency(.pypi, name, line: line.number)
    }
  }
}
