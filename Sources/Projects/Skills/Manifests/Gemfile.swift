/// `Gemfile` and gemspecs: the literal `gem "name"` lines, with the groups they stand in.
enum Gemfile: ManifestReader {
  static let names = ["Gemfile", "gems.rb", "*.gemspec"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    // For each open block: does it put its gems into development?
    var blocks: [Bool] = []
    for line in text.linesWithoutComments() {
      let content = line.bytes.trimmed()
      if content.elementsEqual("end".utf8) {
        _ = blocks.popLast()
      } else if content.hasSuffix(Array(" do".utf8)) || content.contains(Array(" do |".utf8)) {
        blocks.append(content.hasPrefix("group".utf8) && isDevelopment(content))
      } else if content.hasPrefix("if ".utf8) || content.hasPrefix("unless ".utf8) || content.hasPrefix("case ".utf8) {
        blocks.append(false)
      } else if let name = QuotedText.argument(of: "gem", in: content) {
        let inGroup = blocks.contains(true) || (content.contains(Array("group".utf8)) && isDevelopment(content))
        found.append(Dependency(.rubygems, name, inGroup ? .development : .direct, line: line.number))
      } else if let (name, scope) = specification(content) {
        found.append(Dependency(.rubygems, name, scope, line: line.number))
      }
    }
    return found
  }

  /// `spec.add_dependency "name"` and its relatives.
  private static func specification(_ content: ArraySlice<UInt8>) -> (String, Dependency.Scope)? {
    guard let dot = content.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let call = content[(dot + 1)...]
    if let name = QuotedText.argument(of: "add_development_dependency", in: call) { return (name, .development) }
    let name =
      QuotedText.argument(of: "add_dependency", in: call)
      ?? QuotedText.argument(of: "add_runtime_dependency", in: call)
    return name.map { ($0, .direct) }
  }

  private static func isDevelopment(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(Array(":development".utf8)) || line.contains(Array(":test".utf8))
      || line.contains(Array("\"development\"".utf8)) || line.contains(Array("\"test\"".utf8))
  }
}
