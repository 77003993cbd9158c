/// `*.tf`: the sources under `required_providers`, and providers configured by their short name.
enum TerraformModule: ManifestReader {
  static let names = ["*.tf", "*.tofu"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    var depth = 0
    var requirementsDepth: Int?
    for line in text.linesWithoutComments() {
      let content = line.bytes.trimmed()
      if content.hasPrefix("//".utf8) { continue }
      if content.hasPrefix("required_providers".utf8) { requirementsDepth = depth }
      if requirementsDepth != nil, let source = content.firstRange(of: Array("source".utf8)),
        let value = QuotedText.strings(in: content[source...]).first?.text
      {
        found.append(Dependency(.terraform, withoutRegistry(value), line: line.number))
      }
      if depth == 0, let name = QuotedText.argument(of: "provider", in: content) {
        found.append(Dependency(.terraform, "hashicorp/\(name)", line: line.number))
      }
      for byte in content {
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
      }
      if let start = requirementsDepth, depth <= start, content.contains(UInt8(ascii: "}")) { requirementsDepth = nil }
    }
    return found
  }

  private static func withoutRegistry(_ source: String) -> String {
    source.split(separator: "/").suffix(2).joined(separator: "/")
  }
}
