/// Finds the rules whose pattern matches a file name. Plain names, `*suffix` and `prefix*` are hash lookups; what is
/// left is tried one by one.
struct NameTable: Sendable {
  private var exact: [String: [Int]] = [:]
  private var suffixes = AffixTable()
  private var prefixes = AffixTable()
  private var globs: [(pattern: [UInt8], rule: Int)] = []

  mutating func add(_ pattern: String, rule: Int) {
    let bytes = Array(pattern.utf8)
    let stars = bytes.count { $0 == Bytes.star }
    if stars == 0, !bytes.contains(where: Glob.isSpecial) {
      exact[pattern, default: []].append(rule)
    } else if stars == 1, bytes.first == Bytes.star, !bytes.dropFirst().contains(where: Glob.isSpecial) {
      suffixes.add(String(pattern.dropFirst()), rule: rule)
    } else if stars == 1, bytes.last == Bytes.star, !bytes.dropLast().contains(where: Glob.isSpecial) {
      prefixes.add(String(pattern.dropLast()), rule: rule)
    } else {
      globs.append((bytes, rule))
    }
  }

  /// Every rule that matches.
  func rules(for name: String) -> [Int] {
    var found = exact[name] ?? []
    let bytes = Array(name.utf8)
    found += suffixes.rules(length: bytes.count) { bytes[(bytes.count - $0)...] }
    found += prefixes.rules(length: bytes.count) { bytes[..<$0] }
    for glob in globs where Glob.matches(component: glob.pattern, bytes) { found.append(glob.rule) }
    return found
  }

  func matches(_ name: String) -> Bool { !rules(for: name).isEmpty }
}

/// Beginnings (or ends) of names in one hash table: a lookup costs one probe for each length that occurs.
struct AffixTable: Sendable {
  private var rules: [String: [Int]] = [:]
  private var lengths: [Int] = []

  mutating func add(_ affix: String, rule: Int) {
    rules[affix, default: []].append(rule)
    if !lengths.contains(affix.utf8.count) { lengths.append(affix.utf8.count) }
  }

  /// - Parameter affix: gives the beginning (or the end) of this length of a name of `length` bytes.
  func rules(length: Int, _ affix: (Int) -> ArraySlice<UInt8>) -> [Int] {
    lengths.filter { $0 <= length }.flatMap { rules[affix($0).text] ?? [] }
  }
}
