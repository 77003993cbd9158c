/// `pom.xml` of Maven: dependencies, the parent, and plug-ins as development.
enum MavenPOM: ManifestReader {
  static let names = ["pom.xml", "*.pom"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var scanner = MarkupScanner(text.bytes)
    var found: [Dependency] = []
    var open: String?
    var group = ""
    var artifact = ""
    var scope = ""
    var line = 0
    while let element = try scanner.next(in: text) {
      let kinds = ["dependency", "parent", "plugin"]
      if kinds.contains(element.name), !element.isEmpty {
        if element.isEnd, open == element.name {
          if !artifact.isEmpty {
            // Plug-ins of Maven itself may leave their group out.
            let name = (group.isEmpty ? "org.apache.maven.plugins" : group) + ":" + artifact
            let isDevelopment = scope == "test" || element.name == "plugin"
            found.append(Dependency(.maven, name, isDevelopment ? .development : .direct, line: line))
          }
          open = nil
        } else if !element.isEnd {
          open = element.name
          (group, artifact, scope) = ("", "", "")
        }
      } else if open != nil, !element.isEnd {
        switch element.name {
        case "groupId" where group.isEmpty: group = element.text
        case "artifactId" where artifact.isEmpty:
          artifact = element.text
          line = text.lineNumber(at: element.offset)
        case "scope": scope = element.text
        default: break
        }
      }
    }
    return found
  }
}
