/// `Package.swift`. The manifest is a program and is never run: the literal addresses in `.package(url: "…")` and the
/// identities in `.package(id: "…")` are what is seen.
enum SwiftPackage: ManifestReader {
  static let names = ["Package.swift", "Package@swift-*.swift"]

  static let marksPackage = true

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    var found: [Dependency] = []
    let call = Array(".package(".utf8)
    var start = 0
    while let offset = text.bytes.firstRange(of: call, from: start) {
      start = offset + call.count
      if text.line(text.lineNumber(at: offset)).bytes.trimmed().hasPrefix("//".utf8) { continue }
      // Far enough for a name and an address, however the call is broken into lines; never into the next call.
      var arguments = text.bytes[start...].prefix(1024)
      if let next = arguments.firstRange(of: call) { arguments = arguments[..<next] }
      if let url = argument("url:", in: arguments) {
        found.append(Dependency(.swiftpm, url.text, line: text.lineNumber(at: url.offset)))
      } else if let identity = argument("id:", in: arguments) {
        found.append(Dependency(.swiftpm, address(identity.text), line: text.lineNumber(at: identity.offset)))
      }
    }
    return found
  }

  /// The string after a label, with the offset of its quote.
  private static func argument(_ label: String, in arguments: ArraySlice<UInt8>) -> (text: String, offset: Int)? {
    guard let found = arguments.firstRange(of: Array(label.utf8)),
      !arguments[..<found].contains(UInt8(ascii: ")"))
    else { return nil }
    let value = arguments[(found + label.utf8.count)...].drop { Bytes.isBlank($0) || $0 == Bytes.newline }
    return value.first == Bytes.quote ? QuotedText.strings(in: value).first : nil
  }

  /// A registry identity `scope.name` in the form of an address, `scope/name`.
  private static func address(_ identity: String) -> String {
    guard let dot = identity.firstIndex(of: ".") else { return identity }
    return identity[..<dot] + "/" + identity[identity.index(after: dot)...]
  }
}
