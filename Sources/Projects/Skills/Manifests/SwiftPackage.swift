/// `Package.swift`. The manifest is a program and is never run: the literal addresses in `.package(url: "…")` and the
/// identities in `.package(id: "…")` are what is seen.
enum SwiftPackage: ManifestReader {
  static let names = ["Package.swift", "Package@swift-*.swift"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    let call = Array(".package(".utf8)
    var start = 0
    while let offset = text.bytes.firstRange(of: call, from: start) {
      start = offset + call.count
      let line = text.line(text.lineNumber(at: offset))
      if line.bytes.trimmed().hasPrefix("//".utf8) { continue }
      // Far enough for a name and an address, however the call is broken into lines.
      let arguments = text.bytes[start...].prefix(1024)
      for label in ["url:", "id:"] {
        guard let found = arguments.firstRange(of: Array(label.utf8)) else { continue }
        let before = arguments[..<found]
        guard !before.contains(UInt8(ascii: ")")) else { continue }
        let value = arguments[(found + label.utf8.count)...].drop { Bytes.isBlank($0) || $0 == Bytes.newline }
        guard value.first == Bytes.quote, let address = QuotedText.strings(in: value).first else { continue }
        let name = label == "id:" ? address.text.replacingFirstDot() : address.text
        start = address.offset
        append(name, at: text.lineNumber(at: address.offset))
        break
      }
      func append(_ name: String, at line: Int) { found.append(Dependency(.swiftpm, name, line: line)) }
    }
    return found
  }
}

extension String {
  /// A registry identity `scope.name` in the form of an address, `scope/name`.
  fileprivate func replacingFirstDot() -> String {
    guard let dot = firstIndex(of: ".") else { return self }
    return self[..<dot] + "/" + self[index(after: dot)...]
  }
}
