/// `Podfile` and podspecs of CocoaPods.
enum Podfile: ManifestReader {
  static let names = ["Podfile", "*.podspec"]

  static func dependencies(in text: ManifestText) throws(ManifestError) -> [Dependency] {
    text.linesWithoutComments().compactMap { line in
      let content = line.bytes.trimmed()
      if let name = QuotedText.argument(of: "pod", in: content) {
        return Dependency(.cocoapods, name, line: line.number)
      }
      guard let dot = content.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      return QuotedText.argument(of: "dependency", in: content[(dot + 1)...])
        .map { Dependency(.cocoapods, $0, line: line.number) }
    }
  }
}
