/// `DESCRIPTION` of an R package: `Depends`, `Imports`, `LinkingTo`; `Suggests` is development.
enum RDescription: ManifestReader {
  static let names = ["DESCRIPTION"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var field = ""
    var found: [Dependency] = []
    for line in text.lines {
      var content = line.bytes
      guard let first = content.first else { continue }
      if !Bytes.isBlank(first) {
        guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else {
          field = ""
          continue
        }
        field = content[..<colon].text
        content = content[(colon + 1)...]
      }
      guard ["Depends", "Imports", "LinkingTo", "Suggests"].contains(field) else { continue }
      for part in content.split(separator: UInt8(ascii: ",")) {
        let name = part.trimmed().prefix { Bytes.isWord($0) || $0 == UInt8(ascii: ".") }.text
        guard !name.isEmpty, name != "R" else { continue }
        found.append(Dependency(.cran, name, field == "Suggests" ? .development : .direct, line: line.number))
      }
    }
    return found
  }
}
