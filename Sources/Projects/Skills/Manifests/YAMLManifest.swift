import Yams

/// A manifest in YAML, read with limits: nothing in it is constructed, resolved or expanded.
enum YAMLManifest {
  /// References to anchors kept. With this many the largest possible expansion stays small (it is a product of what each
  /// level refers to); a document with more loses all of them, which costs a few names and no time.
  static let maximumAliases = 24

  /// Nodes visited by a search.
  static let maximumNodes = 50_000

  /// The first document; nil when there is none.
  static func root(of text: ManifestText) throws(ManifestError) -> Node? {
    do {
      let parser = try Yams.Parser(yaml: limited(text.bytes).text, encoding: .utf8)
      return try parser.nextRoot()
    } catch let error as YamlError {
      throw ManifestError(line: line(of: error), reason: "this is not YAML")
    } catch {
      throw ManifestError(line: nil, reason: "this is not YAML: \(error)")
    }
  }

  /// Every `*name` becomes `~name`, a plain string, when there are too many. Stars inside of strings are changed as
  /// well; such strings name no dependency.
  private static func limited(_ bytes: [UInt8]) -> [UInt8] {
    var stars: [Int] = []
    for index in bytes.indices.dropLast() where bytes[index] == Bytes.star {
      let next = bytes[index + 1]
      if Bytes.isWord(next) || next == UInt8(ascii: "-") || next >= 0x80 { stars.append(index) }
    }
    guard stars.count > maximumAliases else { return bytes }
    var bytes = bytes
    for star in stars { bytes[star] = UInt8(ascii: "~") }
    return bytes
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  /// The value of a key; nil when the node is no mapping or has no such key.
  static func value(_ key: String, of node: Node?) -> Node? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.first { $0.key.scalar?.string == key }?.value
  }

  static func pairs(of node: Node?) -> [(key: String, line: Int, value: Node)] {
    guard case .mapping(let mapping) = node else { return [] }
    return mapping.compactMap { pair in
      pair.key.scalar.map { (key: $0.string, line: pair.key.mark?.line ?? 1, value: pair.value) }
    }
  }

  /// All scalars that stand under a key of this name, at any depth, in document order.
  static func scalars(under key: String, in root: Node?) -> [(text: String, line: Int)] {
    var found: [(String, Int)] = []
    var left = maximumNodes
    var stack: [Node] = root.map { [$0] } ?? []
    while let node = stack.popLast(), left > 0 {
      left -= 1
      switch node {
      case .mapping(let mapping):
        for pair in mapping.reversed() { stack.append(pair.value) }
        for pair in mapping where pair.key.scalar?.string == key {
          if let scalar = pair.value.scalar { found.append((scalar.string, pair.key.mark?.line ?? 1)) }
        }
      case .sequence(let sequence): stack += sequence.reversed()
      case .scalar, .alias: break
      }
    }
    return found.sorted { $0.1 < $1.1 }
  }
}
