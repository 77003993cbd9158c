/// Lock files in TOML with a `[[package]]` table for each package: Cargo, Poetry, PDM and uv. Only the names are looked
/// for; the files are too large to be worth more.
enum TableLock {
  static func dependencies(_ ecosystem: Ecosystem, in text: ManifestText) -> [Dependency] {
    var found: [Dependency] = []
    var isPackage = false
    for line in text.lines {
      let content = line.bytes.trimmed()
      if content.first == UInt8(ascii: "[") {
        isPackage = content.elementsEqual("[[package]]".utf8)
      } else if isPackage, content.hasPrefix("name".utf8) {
        let rest = content.dropFirst(4).drop(while: Bytes.isBlank)
        guard rest.first == UInt8(ascii: "="), let name = QuotedText.strings(in: rest).first?.text else { continue }
        found.append(Dependency(ecosystem, name, .transitive, line: line.number))
      }
    }
    return found
  }
}

enum CargoLock: ManifestReader {
  static let names = ["Cargo.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    TableLock.dependencies(.cargo, in: text)
  }
}

/// `poetry.lock`, `uv.lock`, `pdm.lock` and `pylock.toml`.
enum PythonLock: ManifestReader {
  static let names = ["poetry.lock", "uv.lock", "pdm.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    TableLock.dependencies(.pypi, in: text)
  }
}

/// `Pipfile.lock`: the members of its two sections.
enum PipfileLock: ManifestReader {
  static let names = ["Pipfile.lock"]
  static let isLock = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    try JSONScanner.scan(text) { token in
      guard token.isKey, token.depth == 2, token.section(0) == "default" || token.section(0) == "develop" else {
        return
      }
      found.append(Dependency(.pypi, token.text, .transitive, line: token.line))
    }
    return found
  }
}
