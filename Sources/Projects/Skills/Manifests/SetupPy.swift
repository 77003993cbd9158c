/// `setup.py` of setuptools. It is a program and is never run: the literal lists after `install_requires=` and its
/// relatives are what is seen.
enum SetupPy: ManifestReader {
  static let names = ["setup.py"]

  static let marksPackage = true

  private static let lists: [(name: String, scope: Dependency.Scope)] = [
    ("install_requires", .direct), ("tests_require", .development), ("setup_requires", .development),
    ("extras_require", .direct),
  ]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    for list in lists {
      guard let start = text.bytes.firstRange(of: Array(list.name.utf8)) else { continue }
      let rest = text.bytes[(start + list.name.utf8.count)...].drop(while: Bytes.isBlank)
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop { Bytes.isBlank($0) || $0 == Bytes.newline }
      guard let open = value.first, open == UInt8(ascii: "[") || open == UInt8(ascii: "{") else { continue }
      for string in QuotedText.strings(in: literal(value)) {
        // The names of extras are keys.
        let after = value[QuotedText.end(of: string.offset, in: value)...].drop(while: Bytes.isBlank)
        guard after.first != UInt8(ascii: ":"), let name = PythonRequirement.name(Array(string.text.utf8)) else {
          continue
        }
        found.append(Dependency(.pypi, name, list.scope, line: text.lineNumber(at: string.offset)))
      }
    }
    return found
  }

  /// From an opening bracket to the one that closes it, strings passed over.
  private static func literal(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var depth = 0
    var quote: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case Bytes.quote, Bytes.apostrophe: quote = byte
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return bytes[...index] }
      default: break
      }
    }
    return bytes
  }
}
