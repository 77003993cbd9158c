import JSON

/// A manifest in JSON. The parser keeps no positions, so one more walk over the text notes the lines of the keys.
struct JSONManifest {
  let root: JSON
  private let keys: JSONKeyLines

  init(_ text: ManifestText) throws(ManifestError) {
    do {
      root = try JSON.parse(text.bytes, limits: JSONLimits(maximumDepth: 64, maximumBytes: 1 << 20))
    } catch {
      throw ManifestError(line: text.lineNumber(at: error.offset), reason: "this is not JSON: \(error.reason)")
    }
    guard root.objectValue != nil else { throw ManifestError(line: 1, reason: "the manifest is not a JSON object") }
    keys = JSONKeyLines(text.bytes)
  }

  /// The members of an object of the root, as dependencies. Anything else under the key is passed over.
  func members(of section: String, _ ecosystem: Ecosystem, _ scope: Dependency.Scope) -> [Dependency] {
    guard let object = root[section]?.objectValue else { return [] }
    return object.keys.map { Dependency(ecosystem, $0, scope, line: keys.line(of: $0, in: section)) }
  }
}
