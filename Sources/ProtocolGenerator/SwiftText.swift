/// Shapes of the generated text.
enum SwiftText {
  static let header = """
    // Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
    // swift-format-ignore-file


    """

  /// A doc comment, wrapped at 120 columns.
  static func comment(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin + "///"
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if line.count + 1 + word.count > 116, line != margin + "///" {
        lines.append(line)
        line = margin + "///"
      }
      line += " " + word
    }
    return lines + [line]
  }
}
