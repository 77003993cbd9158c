/// `.env` files: the names of the variables. Their values are never looked at.
enum DotEnv: ManifestReader {
  static let names = [".env", ".env.*", "*.env", "env.example", ".envrc"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.lines.compactMap { line in
      var content = line.bytes.trimmed()
      if content.hasPrefix("export ".utf8) { content = content.dropFirst(7).drop(while: Bytes.isBlank) }
      let name = content.prefix(while: Bytes.isWord)
      let rest = content.dropFirst(name.count).drop(while: Bytes.isBlank)
      guard let first = name.first, !Bytes.isDigit(first), rest.first == UInt8(ascii: "=") else { return nil }
      return Dependency(.env, name.text, line: line.number)
    }
  }
}
