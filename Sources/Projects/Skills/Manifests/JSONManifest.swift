import JSON

/// A manifest in JSON. The parser keeps no positions, so lines are found by looking for the quoted key.
struct JSONManifest {
  let root: JSON
  private let text: ManifestText

  init(_ text: ManifestText) throws(ManifestError) {
    self.text = text
    do {
      root = try JSON.parse(text.bytes, limits: JSONLimits(maximumDepth: 64, maximumBytes: 1 << 20))
    } catch {
      throw ManifestError(line: text.lineNumber(at: error.offset), reason: "this is not JSON: \(error.reason)")
    }
    guard root.objectValue != nil else { throw ManifestError(line: 1, reason: "the manifest is not a JSON object") }
  }

  /// The members of an object of the root, as dependencies. Anything else under the key is passed over.
  func members(of section: String, _ ecosystem: Ecosystem, _ scope: Dependency.Scope) -> [Dependency] {
    guard let object = root[section]?.objectValue else { return [] }
    var cursor = offset(ofKey: section, from: 0) ?? 0
    return object.keys.map { name in
      // Members stand in the order they were parsed, so the search goes on where the last one was found.
      if let found = offset(ofKey: name, from: cursor) { cursor = found }
      return Dependency(ecosystem, name, scope, line: text.lineNumber(at: cursor))
    }
  }

  /// Where a key is written: its quoted name with a colon after it.
  private func offset(ofKey key: String, from start: Int) -> Int? {
    let needle = [Bytes.quote] + Array(key.utf8) + [Bytes.quote]
    var start = start
    while let found = text.bytes.firstRange(of: needle, from: start) {
      var after = found + needle.count
      while after < text.bytes.count, Bytes.isBlank(text.bytes[after]) || text.bytes[after] == Bytes.newline {
        after += 1
      }
      if after < text.bytes.count, text.bytes[after] == UInt8(ascii: ":") { return found }
      start = found + 1
    }
    return nil
  }
}
