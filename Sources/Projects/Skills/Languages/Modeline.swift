/// A line in which a file tells editors what it is: `-*- C++ -*-`, `-*- mode: sh -*-`, `vim: set ft=make:`.
enum Modeline {
  /// Lines looked at from the top, as editors do.
  private static let topLines = 5
  private static let emacsMark = Array("-*-".utf8)

  /// The language as the line names it; nil when the top of the file has no such line.
  static func language(_ head: [UInt8]) -> String? {
    for line in head.split(separator: Bytes.newline, maxSplits: topLines).prefix(topLines) {
      let line = line.prefix(512)
      if let name = emacs(line) ?? vim(line) { return name }
    }
    return nil
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
    guard let mark = ["vim:", "vi:", "ex:"].lazy.compactMap({ line.firstRange(of: Array($0.utf8)) }).first,
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
