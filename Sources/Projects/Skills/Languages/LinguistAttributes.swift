/// The `linguist-*` attributes of a repository's `.gitattributes` files, with quoted patterns and macros.
struct LinguistAttributes: Sendable {
  /// What a repository says about one file; nil where it says nothing.
  struct Values: Hashable, Sendable {
    var vendored: Bool?
    var generated: Bool?
    var documentation: Bool?
    var detectable: Bool?
    var language: String?
    /// Attributes that `!name` takes back, so that the built-in rules hold again.
    var unset: Set<String> = []

    /// Lets a later line have the last word.
    mutating func take(_ later: Values) {
      if later.unset.contains("linguist-vendored") { vendored = nil }
      if later.unset.contains("linguist-generated") { generated = nil }
      if later.unset.contains("linguist-documentation") { documentation = nil }
      if later.unset.contains("linguist-detectable") { detectable = nil }
      if later.unset.contains("linguist-language") { language = nil }
      vendored = later.vendored ?? vendored
      generated = later.generated ?? generated
      documentation = later.documentation ?? documentation
      detectable = later.detectable ?? detectable
      language = later.language ?? language
    }
  }

  private struct Rule: Sendable {
    let directory: [UInt8]
    /// Without a slash a pattern is about names at any depth.
    let name: [UInt8]?
    let path: Glob?
    let set: Values
  }

  private static let macro = Array("[attr]".utf8)

  private var rules: [Rule] = []
  private var macros: [String: Values] = [:]

  var isEmpty: Bool { rules.isEmpty }

  /// Adds the rules of a file; files are added from the root down, so that the nearest has the last word.
  mutating func add(_ text: ManifestText, at path: PathName, limit: Int, warn: (SkillsWarning) -> Void) {
    for line in text.lines {
      let content = line.bytes.trimmed()
      guard let (pattern, rest) = Self.pattern(content) else { continue }
      var set = Values()
      for word in rest.split(whereSeparator: Bytes.isBlank) { apply(word, to: &set) }
      if pattern.hasPrefix(Self.macro) {
        // Only the file at the root may define macros.
        if path.directory.isEmpty { macros[pattern.dropFirst(Self.macro.count).text] = set }
        continue
      }
      guard set != Values() else { continue }
      guard pattern.first != UInt8(ascii: "!"), pattern.last != Bytes.slash else {
        warn(
          SkillsWarning(
            code: .ignoredAttribute, path: path.path, line: line.number,
            message: "git takes no such pattern in a .gitattributes file; its linguist attributes were left out."))
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
          name: isName ? pattern : nil, path: isName ? nil : Glob(pattern.text), set: set))
    }
  }

  func values(for path: PathName) -> Values {
    var values = Values()
    for rule in rules where path.bytes.hasPrefix(rule.directory) {
      let matches =
        if let name = rule.name {
          path.components.last.map { Glob.matches(component: name, $0) } ?? false
        } else {
          rule.path?.matches(path.bytes[rule.directory.count...]) ?? false
        }
      guard matches else { continue }
      values.take(rule.set)
    }
    return values
  }

  /// The pattern that a line begins with, and what follows it; nil for an empty line or a comment.
  private static func pattern(_ line: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>)? {
    guard let first = line.first, first != Bytes.hash else { return nil }
    guard first == Bytes.quote else {
      let pattern = line.prefix { !Bytes.isBlank($0) }
      return (Array(pattern), line.dropFirst(pattern.count))
    }
    // As in C: a pattern with a blank stands in quotes.
    var pattern: [UInt8] = []
    var index = line.startIndex + 1
    while index < line.endIndex, line[index] != Bytes.quote {
      if line[index] == Bytes.backslash, index + 1 < line.endIndex { index += 1 }
      pattern.append(line[index])
      index += 1
    }
    return index < line.endIndex ? (pattern, line[(index + 1)...]) : nil
  }

  /// `name`, `-name`, `!name`, `name=true`, `name=false`, `linguist-language=Name`, or the name of a macro.
  private func apply(_ word: ArraySlice<UInt8>, to set: inout Values) {
    var isSet = true
    var word = word
    if word.first == UInt8(ascii: "!") {
      if word.dropFirst().hasPrefix("linguist-".utf8) { set.unset.insert(word.dropFirst().text) }
      return
    }
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
    default: if isSet, let values = macros[name] { set.take(values) }
    }
  }
}
