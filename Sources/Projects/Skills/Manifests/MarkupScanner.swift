/// Walks over the tags of an XML file. No entities are resolved and nothing is validated: project files of build tools
/// are looked at for a few elements, whatever surrounds them.
struct MarkupScanner {
  struct Element {
    let name: String
    /// The text inside the tag, after the name.
    let attributes: ArraySlice<UInt8>
    /// Offset of the `<`.
    let offset: Int
    /// Text up to the next tag, trimmed.
    let text: String
    let isEnd: Bool
    let isEmpty: Bool

    /// The value of an attribute; names are matched exactly.
    func attribute(_ name: String) -> String? {
      let needle = Array(name.utf8)
      var start = attributes.startIndex
      while let found = attributes.firstRange(of: needle, from: start) {
        start = found + 1
        guard found > attributes.startIndex,
          Bytes.isBlank(attributes[found - 1]) || attributes[found - 1] == Bytes.newline
        else { continue }
        let rest = attributes[(found + needle.count)...].drop { Bytes.isBlank($0) || $0 == Bytes.newline }
        guard rest.first == UInt8(ascii: "=") else { continue }
        let value = rest.dropFirst().drop { Bytes.isBlank($0) || $0 == Bytes.newline }
        guard let quote = value.first, quote == Bytes.quote || quote == Bytes.apostrophe else { continue }
        return value.dropFirst().prefix { $0 != quote }.text
      }
      return nil
    }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: when a tag or a comment does not end.
  mutating func next(in text: ManifestText) throws(ManifestError) -> Element? {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[open...].hasPrefix("<!--".utf8) {
        index = try end("-->", from: open, text)
      } else if bytes[open...].hasPrefix("<![CDATA[".utf8) {
        index = try end("]]>", from: open, text)
      } else if bytes[open...].hasPrefix("<?".utf8) || bytes[open...].hasPrefix("<!".utf8) {
        index = try end(">", from: open, text)
      } else {
        let close = try end(">", from: open, text)
        index = close
        var inside = bytes[(open + 1)..<(close - 1)]
        let isEnd = inside.first == Bytes.slash
        if isEnd { inside = inside.dropFirst() }
        let isEmpty = inside.last == Bytes.slash
        if isEmpty { inside = inside.dropLast() }
        let name = inside.prefix { !Bytes.isBlank($0) && $0 != Bytes.newline }
        let following = bytes[close...].prefix { $0 != UInt8(ascii: "<") }
        return Element(
          name: name.text, attributes: inside.dropFirst(name.count), offset: open,
          text: following.prefix(512).trimmed().text, isEnd: isEnd, isEmpty: isEmpty)
      }
    }
    index = bytes.count
    return nil
  }

  private func end(_ marker: String, from start: Int, _ text: ManifestText) throws(ManifestError) -> Int {
    guard let found = bytes.firstRange(of: Array(marker.utf8), from: start) else {
      throw ManifestError(line: text.lineNumber(at: start), reason: "a tag or a comment does not end")
    }
    return found + marker.utf8.count
  }
}
