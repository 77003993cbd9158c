/// Lock files in the shape of YAML, as tools write them: a heading at the margin, keys two blanks below it.
enum LockSections {
  struct Key {
    /// Without quotes and without the colon.
    let bytes: ArraySlice<UInt8>
    /// Line, from 1.
    let line: Int
  }

  /// The keys directly below a heading.
  static func keys(of heading: String, in text: ManifestText) -> [Key] {
    var found: [Key] = []
    var isInside = false
    for line in text.lines {
      guard let first = line.bytes.first else { continue }
      if !Bytes.isBlank(first) {
        isInside = line.bytes.trimmed().elementsEqual("\(heading):".utf8)
        continue
      }
      guard isInside, line.bytes.hasPrefix("  ".utf8), let start = line.bytes.dropFirst(2).first,
        !Bytes.isBlank(start), start != Bytes.hash
      else { continue }
      let content = line.bytes.trimmed()
      if let quote = content.first, quote == Bytes.apostrophe || quote == Bytes.quote {
        found.append(Key(bytes: content.dropFirst().prefix { $0 != quote }, line: line.number))
      } else if let colon = content.firstRange(of: Array(": ".utf8)) {
        found.append(Key(bytes: content[..<colon], line: line.number))
      } else if content.last == UInt8(ascii: ":") {
        found.append(Key(bytes: content.dropLast(), line: line.number))
      }
    }
    return found
  }
}
