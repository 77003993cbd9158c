/// `go.mod`. Requirements marked `// indirect` are another module's choice; tools are development.
enum GoMod: ManifestReader {
  static let names = ["go.mod"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var block: String?
    var found: [Dependency] = []
    for line in text.lines {
      let content = line.bytes.trimmed()
      if content.hasPrefix("//".utf8) || content.isEmpty { continue }
      var words = content.split(whereSeparator: Bytes.isBlank).map(\.text)
      if block == nil {
        if words.count > 1, words[1] == "(" {
          block = words[0]
          continue
        }
      } else if words[0] == ")" {
        block = nil
        continue
      }
      let directive = block ?? words.removeFirst()
      guard let module = words.first, module.utf8.contains(UInt8(ascii: ".")) else { continue }
      if directive == "require" {
        let isIndirect = content.contains(Array("// indirect".utf8))
        found.append(Dependency(.go, module, isIndirect ? .transitive : .direct, line: line.number))
      } else if directive == "tool" {
        found.append(Dependency(.go, module, .development, line: line.number))
      }
    }
    return found
  }
}
