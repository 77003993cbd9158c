/// The `linguist-*` attributes of a repository's `.gitattributes` files, for the patterns most of them use: names,
/// paths, `*`, `?` and `**`. Quoted patterns and character classes are passed over with a warning.
struct LinguistAttributes: Sendable {
  /// What a repository says about one file; nil where it says nothing.
  struct Values: Hashable, Sendable {
    var vendored: Bool?
    var generated: Bool?
    var documentation: Bool?
    var detectable: Bool?
    var language: String?
  }

  private struct Rule: Sendable {
    let directory: [UInt8]
    /// Without a slash a pattern is about names at any depth.
    let name: [UInt8]?
    let path: Glob?
    let set: Values
  }

  private var rules: [Rule] = []

  var isEmpty: Bool { rules.isEmpty }

  /// Adds the rules of a file; files are added from the root down, so that the nearest has the last word.
  mutating func add(_ text: ManifestText, at path: PathName, limit: Int, warn: (SkillsWarning) -> Void) {
    for line in text.lines {
      let words = line.bytes.split(whereSeparator: Bytes.isBlank)
      guard words.count > 1, words[0].first != Bytes.hash else { continue }
      var set = Values()
      for word in words.dropFirst() { Self.apply(word, to: &set) }
      guard set != Values() else { continue }
      let pattern = words[0]
      guard pattern.first != Bytes.quote, pattern.first != UInt8(ascii: "!"), !pattern.contains(UInt8(ascii: "[")),
        !pattern.contains(Bytes.backslash)
      else {
        warn(
          SkillsWarning(
            code: .ignoredAttribute, path: path.path, line: line.number,
            message: "This pattern uses a form that is not understood here; its linguist attributes were left out."))
        continue
      }
      guard rules.count < limit else {
        warn(
          SkillsWarning(
            code: .ignoredAttribute, path: path.path, line: line.number,
            message: "There are more than \(limit) linguist attributes; those from here on were left out."))
        return
      }
      let isName = !pattern.contains(Bytes.slash)
      rules.append(
        Rule(
          directory: path.directory.isEmpty ? [] : Array(path.directory.utf8) + [Bytes.slash],
          name: isName ? Array(pattern) : nil, path: isName ? nil : Glob(pattern.text), set: set))
    }
  }

  func values(for path: PathName) -> Values {
    var values = Values()
    for rule in rules where path.bytes.hasPrefix(rule.directory) {
      let matches =
        if let name = rule.name {
          Glob.matches(component: name, path.name.utf8)
        } else {
          rule.path?.matches(path.bytes[rule.directory.count...]) ?? false
        }
      guard matches else { continue }
      values.vendored = rule.set.vendored ?? values.vendored
      values.generated = rule.set.generated ?? values.generated
      values.documentation = rule.set.documentation ?? values.documentation
      values.detectable = rule.set.detectable ?? values.detectable
      values.language = rule.set.language ?? values.language
    }
    return values
  }

  /// `name`, `-name`, `name=true`, `name=false`, and `linguist-language=Name`.
  private static func apply(_ word: ArraySlice<UInt8>, to set: inout Values) {
    var isSet = true
    var word = word
    if word.first == UInt8(ascii: "-") {
      isSet = false
      word = word.dropFirst()
    }
    var name = word.text
    if let equals = word.firstIndex(of: UInt8(ascii: "=")) {
      name = word[..<equals].text
      let value = word[(equals + 1)...].text
      if name == "linguist-language" { set.language = value }
      isSet = value != "false" && value != "0"
    }
    switch name {
    case "linguist-vendored": set.vendored = isSet
    case "linguist-generated": set.generated = isSet
    case "linguist-documentation": set.documentation = isSet
    case "linguist-detectable": set.detectable = isSet
    default: break
    }
  }
}
