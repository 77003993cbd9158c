/// A line in which a file tells editors what it is: `-*- C++ -*-`, `-*- mode: sh -*-`, `vim: set ft=make:`.
enum Modeline {
  struct Mode: Hashable, Sendable {
    let name: String
    /// From 1; nil near the end of the file, whose lines are not counted.
    let line: Int?
  }

  /// Lines looked at from the top and from the end, as editors do.
  private static let lines = 5
  /// Bytes of a line that are looked at.
  private static let width = 512
  private static let emacsMark = Array("-*-".utf8)

  /// The mode that the file names; nil when neither its top nor its end has such a line.
  static func mode(in text: [UInt8]) -> Mode? {
    let top = topLines(of: text)
    let end = endLines(of: text)
    for (index, line) in top.enumerated() {
      if let name = emacs(line) { return Mode(name: name, line: index + 1) }
    }
    for line in end { if let name = emacs(line) { return Mode(name: name, line: nil) } }
    for (index, line) in top.enumerated() {
      if let name = vim(line) { return Mode(name: name, line: index + 1) }
    }
    for line in end { if let name = vim(line) { return Mode(name: name, line: nil) } }
    return nil
  }

  private static func topLines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: Bytes.newline, maxSplits: lines, omittingEmptySubsequences: false).prefix(lines)
      .map { $0.prefix(width) }
  }

  private static func endLines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var end = text.last == Bytes.newline ? text.endIndex - 1 : text.endIndex
    while found.count < lines, end > 0 {
      let start = text[..<end].lastIndex(of: Bytes.newline).map { $0 + 1 } ?? 0
      found.append(text[start..<end].prefix(width))
      end = start - 1
    }
    return found
  }

  private static func emacs(_ line: ArraySlice<UInt8>) -> String? {
    guard let open = line.firstRange(of: emacsMark) else { return nil }
    let inside = line[(open + emacsMark.count)...]
    guard let close = inside.firstRange(of: emacsMark) else { return nil }
    for setting in inside[..<close].split(separator: UInt8(ascii: ";")) {
      guard let colon = setting.firstIndex(of: UInt8(ascii: ":")) else {
        // A mode alone has no name before it.
        return name(setting.trimmed())
      }
      let key = String(decoding: setting[..<colon].trimmed().map(Bytes.lowercased), as: UTF8.self)
      if key == "mode" { return name(setting[(colon + 1)...].trimmed()) }
    }
    return nil
  }

  private static func vim(_ line: ArraySlice<UInt8>) -> String? {
    guard let mark = ["vim:", "vi:", "Vim:", "ex:"].lazy.compactMap({ line.firstRange(of: Array($0.utf8)) }).first,
      mark == line.startIndex || Bytes.isBlank(line[mark - 1])
    else { return nil }
    let settings = line[mark...].split { Bytes.isBlank($0) || $0 == UInt8(ascii: ":") }
    for setting in settings {
      for key in ["ft=", "filetype=", "syntax="] where setting.hasPrefix(key.utf8) {
        return name(setting.dropFirst(key.utf8.count))
      }
    }
    return nil
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.isEmpty || bytes.contains(where: Bytes.isBlank) ? nil : bytes.text
  }
}
