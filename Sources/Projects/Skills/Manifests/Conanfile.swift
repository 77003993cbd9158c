/// `conanfile.txt` of Conan: `name/version` lines under `[requires]` and the tool sections.
enum Conanfile: ManifestReader {
  static let names = ["conanfile.txt"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var section = ""
    var found: [Dependency] = []
    for line in text.linesWithoutComments() {
      let content = line.bytes.trimmed()
      if content.first == UInt8(ascii: "[") {
        section = content.dropFirst().prefix { $0 != UInt8(ascii: "]") }.text
      } else if let slash = content.firstIndex(of: Bytes.slash), slash > content.startIndex {
        let scope: Dependency.Scope
        switch section {
        case "requires": scope = .direct
        case "build_requires", "tool_requires", "test_requires": scope = .development
        default: continue
        }
        found.append(Dependency(.conan, content[..<slash].text, scope, line: line.number))
      }
    }
    return found
  }
}
