/// `Dockerfile` and `Containerfile`: the images of `FROM` and of `COPY --from`, not the stages of the file itself.
enum Dockerfile: ManifestReader {
  static let names = ["Dockerfile", "Dockerfile.*", "*.Dockerfile", "*.dockerfile", "Containerfile", "Containerfile.*"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    guard begins(text) else { return [] }
    var stages: Set<String> = []
    var arguments: [String: String] = [:]
    var found: [Dependency] = []
    for line in text.lines {
      let words = line.bytes.split(whereSeparator: Bytes.isBlank).map(\.text)
      guard words.count > 1 else { continue }
      let instruction = String(decoding: words[0].utf8.map(Bytes.lowercased), as: UTF8.self)
      switch instruction {
      case "arg":
        let parts = words[1].split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { arguments[parts[0]] = parts[1].trimmingQuotes() }
      case "from":
        let operands = words.dropFirst().drop { $0.hasPrefix("--") }
        guard let image = operands.first else { continue }
        append(image, line.number)
        if operands.count >= 3 { stages.insert(operands[operands.startIndex + 2]) }
      case "copy":
        guard let option = words.first(where: { $0.hasPrefix("--from=") }) else { continue }
        append(String(option.dropFirst("--from=".count)), line.number)
      default: break
      }
    }
    return found

    func append(_ image: String, _ line: Int) {
      let name = resolve(image, arguments)
      let isStage = stages.contains(name) || name.utf8.allSatisfy(Bytes.isDigit)
      guard !isStage, name != "scratch", !name.contains("$") else { return }
      found.append(Dependency(.docker, name, line: line))
    }
  }

  /// Only `ARG` may come before the first `FROM`; so a `Dockerfile.md` is told from a `Dockerfile.web`.
  private static func begins(_ text: ManifestText) -> Bool {
    let first = text.lines.lazy.map { $0.bytes.trimmed() }.first { !$0.isEmpty && $0.first != Bytes.hash }
    let word = first?.prefix { !Bytes.isBlank($0) }.map(Bytes.lowercased) ?? []
    return word.elementsEqual("from".utf8) || word.elementsEqual("arg".utf8)
  }

  /// `${VERSION}` in a tag is of no account; as the whole image it is replaced when the file gives a default.
  private static func resolve(_ image: String, _ arguments: [String: String]) -> String {
    guard image.hasPrefix("$") else {
      // Up to the tag, where a variable most often stands.
      guard let dollar = image.firstIndex(of: "$") else { return image }
      let fixed = image[..<dollar]
      return fixed.hasSuffix(":") || fixed.contains(":") ? String(fixed.prefix { $0 != ":" }) : image
    }
    let name = image.dropFirst().filter { $0 != "{" && $0 != "}" }
    if let dash = name.range(of: ":-") { return String(name[dash.upperBound...]) }
    return arguments[String(name)] ?? image
  }
}

extension String {
  fileprivate func trimmingQuotes() -> String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }

  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
