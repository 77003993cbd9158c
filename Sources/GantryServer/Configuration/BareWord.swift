/// A text that somebody forgot to quote, the mistake that is made most in TOML.
nonisolated enum BareWord {
  /// What to write instead, to put behind the parser's words; empty when the line is not such a mistake.
  ///
  /// - Parameter line: the line that the parser stumbled over, counted from 1.
  static func hint(_ text: String, line: Int) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return "" }
    let parts = lines[line - 1].split(separator: "=", maxSplits: 1).map(trimmed)
    guard parts.count == 2, let first = parts[1].first, first.isLetter || "/~.".contains(first) else { return "" }
    let value = trimmed(parts[1].prefix { $0 != "#" })
    guard value != "true", value != "false", !value.contains("\"") else { return "" }
    return "; text needs quotes: \(parts[0]) = \"\(value)\""
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
