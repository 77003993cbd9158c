/// `setup.cfg` of setuptools: `install_requires` and the extras.
enum SetupCfg: ManifestReader {
  static let names = ["setup.cfg"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var section = ""
    var key = ""
    var found: [Dependency] = []
    for line in text.linesWithoutComments() {
      let content = line.bytes.trimmed()
      guard let first = content.first else { continue }
      if first == UInt8(ascii: "[") {
        section = content.dropFirst().prefix { $0 != UInt8(ascii: "]") }.text
        key = ""
        continue
      }
      var requirement = content
      if !Bytes.isBlank(line.bytes[line.bytes.startIndex]) {
        guard let equals = content.firstIndex(of: UInt8(ascii: "=")) else { continue }
        key = content[..<equals].trimmed().text
        requirement = content[(equals + 1)...].trimmed()
      }
      let scope: Dependency.Scope
      switch (section, key) {
      case ("options", "install_requires"): scope = .direct
      case ("options", "tests_require"), ("options", "setup_requires"): scope = .development
      case ("options.extras_require", let extra):
        scope = PythonRequirement.isDevelopment(group: extra) ? .development : .direct
      default: continue
      }
      for part in requirement.split(separator: UInt8(ascii: ";")).prefix(1) {
        if let name = PythonRequirement.name(part.trimmed()) {
          found.append(Dependency(.pypi, name, scope, line: line.number))
        }
      }
    }
    return found
  }
}
