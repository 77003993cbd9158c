/// Finds quoted strings in a line of source code.
enum QuotedText {
  /// The strings in single or double quotes, in order, with the offset of their opening quote.
  static func strings(in line: ArraySlice<UInt8>) -> [(text: String, offset: Int)] {
    var found: [(String, Int)] = []
    var index = line.startIndex
    while index < line.endIndex {
      let quote = line[index]
      guard quote == Bytes.quote || quote == Bytes.apostrophe else {
        index += 1
        continue
      }
      var end = index + 1
      while end < line.endIndex, line[end] != quote { end += line[end] == Bytes.backslash ? 2 : 1 }
      guard end < line.endIndex else { return found }
      found.append((line[(index + 1)..<end].text, index))
      index = end + 1
    }
    return found
  }

  /// The index behind the closing quote of the string that opens at `offset`. The text of a string does not tell: what
  /// was no UTF-8 in it is repaired, and is longer then.
  static func end(of offset: Int, in line: ArraySlice<UInt8>) -> Int {
    var index = offset + 1
    while index < line.endIndex, line[index] != line[offset] { index += line[index] == Bytes.backslash ? 2 : 1 }
    return min(index + 1, line.endIndex)
  }

  /// The first quoted string that follows `keyword` (a whole word) at the beginning of a line.
  static func argument(of keyword: String, in line: ArraySlice<UInt8>) -> String? {
    let content = line.trimmed()
    guard content.hasPrefix(keyword.utf8) else { return nil }
    let rest = content.dropFirst(keyword.utf8.count)
    guard let next = rest.first, !Bytes.isWord(next) else { return nil }
    let argument = rest.drop { Bytes.isBlank($0) || $0 == UInt8(ascii: "(") }
    guard let first = strings(in: argument).first, first.offset == argument.startIndex else { return nil }
    return first.text
  }
}
