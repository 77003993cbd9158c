/// Words and signs of state at the edge of a line: `[DONE] parser`, `TODO: parser`, `✅ parser`, `parser ✅`.
enum StatusWord {
  /// Whether a line can hold one; cheap, for all list items pass here.
  static func mayBeIn(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = bytes[line].first, let last = bytes[line].last else { return false }
    return first == 0x5B || first >= 0x80 || last >= 0x80 || last == 0x5D || last == 0x29
      || (first >= 0x41 && first <= 0x5A && line.count > 4 && isUpper(bytes[line.lowerBound + 1]))
      || first == 0x2A || first == 0x7E
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// The state a line names at one of its edges, and the rest of the line.
  static func read(_ text: String) -> (status: PlanStatus, rest: String)? {
    let line = Substring(text)
    if line.hasPrefix("[") || line.hasPrefix("**[") {
      let start = line.hasPrefix("[") ? line.dropFirst() : line.dropFirst(3)
      if let close = start.firstIndex(of: "]"), start[..<close].utf8.count <= 24,
        let status = PlanStatus(whole: start[..<close])
      {
        return (status, trimmed(start[close...].drop { $0 == "]" || $0 == "*" || $0 == ":" }))
      }
    }
    if let first = line.unicodeScalars.first, let state = PlanStatus.state(of: first) {
      return (PlanStatus(state), trimmed(Substring(line.unicodeScalars.dropFirst())))
    }
    if let (state, rest) = leadingWord(line) { return (PlanStatus(state), rest) }
    let scalars = line.unicodeScalars.reversed().drop { $0 == "\u{FE0F}" || $0 == " " }
    if let last = scalars.first, let state = PlanStatus.state(of: last) {
      let end = line.unicodeScalars.lastIndex(of: last) ?? line.endIndex
      return (PlanStatus(state), trimmed(line[..<end]))
    }
    return nil
  }

  /// `TODO: parser`, `DONE - parser`, `**WIP** parser`: capitals, so that sentences do not count.
  private static func leadingWord(_ line: Substring) -> (PlanState, String)? {
    let bare = line.drop { $0 == "*" }
    let word = bare.prefix { ("A"..."Z").contains($0) || $0 == " " || $0 == "-" }
    for phrase in [word[...], word.prefix { $0 != " " }] {
      let name = phrase.split { $0 == " " || $0 == "-" }.joined(separator: " ").lowercased()
      guard name.utf8.count >= 3, let state = PlanStatus.state(of: name) else { continue }
      let rest = bare[phrase.endIndex...]
      guard let next = rest.first, next == ":" || next == " " || next == "*" || next == ")" else { continue }
      return (state, trimmed(rest.drop { ":*)-".contains($0) || $0 == " " }))
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\u{FE0F}" || $0 == "-" || $0 == ":" }
    while let last = text.last, last == " " || last == "-" { text.removeLast() }
    return String(text)
  }

  /// Where the value of `**Status:** complete` lies; nil when the line begins otherwise.
  static func statusLine(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var position = line.lowerBound
    while position < line.upperBound, bytes[position] == 0x2A || bytes[position] == 0x5F { position += 1 }
    let end = position + 6
    guard end < line.upperBound, bytes[position] | 0x20 == 0x73,
      bytes[position..<end].lazy.map(\.asciiLowercased).elementsEqual("status".utf8)
    else { return nil }
    position = end
    var sawColon = false
    while position < line.upperBound, ":*_ \t".utf8.contains(bytes[position]) {
      if bytes[position] == 0x3A { sawColon = true }
      position += 1
    }
    return sawColon && position < line.upperBound ? position..<line.upperBound : nil
  }

  /// What a heading says about its section; nil for one that says nothing.
  static func heading(_ title: String) -> PlanStatus? {
    guard mayTell(title) else { return nil }
    let text = Substring(title)
    if let close = text.last, close == ")" || close == "]" {
      let open: Character = close == ")" ? "(" : "["
      if let start = text.lastIndex(of: open), let status = PlanStatus(whole: text[start...].dropFirst().dropLast()) {
        return status
      }
    }
    for scalar in [text.unicodeScalars.first, text.unicodeScalars.reversed().first { $0 != "\u{FE0F}" && $0 != " " }] {
      guard let scalar, let state = PlanStatus.state(of: scalar) else { continue }
      let words = tail(of: text).flatMap { PlanStatus(whole: $0) }
      if let words, words.state != .done || state == .done { return words }
      return PlanStatus(state)
    }
    return tail(of: text).flatMap { PlanStatus(whole: $0) }
  }

  /// Whether a heading can tell a state; cheap, for most tell none.
  private static func mayTell(_ title: String) -> Bool {
    guard let first = title.utf8.first, let last = title.utf8.last else { return false }
    if first >= 0x80 || last >= 0x80 || last == 0x29 || last == 0x5D { return true }
    var previous: UInt8 = 0
    for byte in title.utf8 {
      // ` - `, `: `, and the dashes beyond ASCII.
      if byte == 0x20, previous == 0x2D || previous == 0x3A || previous == 0x94 || previous == 0x93 { return true }
      previous = byte
    }
    return false
  }

  /// What stands behind the last dash between blanks, or behind a colon in capitals.
  private static func tail(of title: Substring) -> Substring? {
    for (index, character) in zip(title.indices, title).reversed() where "-–—:".contains(character) {
      let rest = title[title.index(after: index)...]
      guard rest.first == " " else { continue }
      if character == ":" { return rest.contains(where: \.isLowercase) ? nil : rest }
      guard index > title.startIndex, title[title.index(before: index)] == " " else { continue }
      return rest
    }
    return nil
  }
}
