/// The `#!` line of a script.
enum Shebang {
  /// The name of the interpreter without its directory; nil when the file has no such line, or when the interpreter is
  /// told another language by an option.
  static func interpreter(_ head: [UInt8]) -> String? {
    guard head.hasPrefix("#!".utf8) else { return nil }
    let line = head.dropFirst(2).prefix(while: { $0 != Bytes.newline }).prefix(256)
    var words = line.split(whereSeparator: Bytes.isBlank)[...]
    guard let program = words.popFirst() else { return nil }
    var name = baseName(program)
    if name == "env" {
      // `env -S`, other options and assignments come before the program.
      while let next = words.first, next.first == UInt8(ascii: "-") || next.contains(UInt8(ascii: "=")) {
        // `-S` and `--split-string=` may have the program in the same word.
        if let program = splitString(next) {
          words[words.startIndex] = program
          break
        }
        words.removeFirst()
      }
      guard let next = words.first else { return nil }
      name = baseName(next)
    }
    if name == "osascript", words.contains(where: { $0.hasPrefix("-l".utf8) }) { return nil }
    if name == "sh", let program = restarted(head) { return program }
    return name
  }

  /// The program in `-Sname` or `--split-string=name`; nil for any other word.
  private static func splitString(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for option in ["-S", "-vS", "--split-string="] where word.hasPrefix(option.utf8) {
      let rest = word.dropFirst(option.utf8.count)
      return rest.isEmpty ? nil : rest
    }
    return nil
  }

  /// Scripts of other languages begin as `sh` and restart themselves: `exec tclsh "$0" "$@"`.
  private static func restarted(_ head: [UInt8]) -> String? {
    for line in head.split(separator: Bytes.newline, maxSplits: 5, omittingEmptySubsequences: false).prefix(5) {
      let line = line.prefix(256)
      guard let exec = line.firstRange(of: Array("exec ".utf8)) else { continue }
      let rest = line[(exec + 5)...]
      let program = rest.prefix(while: Bytes.isWord)
      guard !program.isEmpty, let script = rest.firstRange(of: Array("$0".utf8)),
        rest[script...].firstRange(of: Array("$@".utf8)) != nil
      else { continue }
      return program.text
    }
    return nil
  }

  private static func baseName(_ path: ArraySlice<UInt8>) -> String {
    (path.lastIndex(of: Bytes.slash).map { path[($0 + 1)...] } ?? path).text
  }

  /// `python3.12` → `python`; a name made of nothing else keeps its digits.
  static func withoutVersion(_ name: String) -> String {
    var bytes = Array(name.utf8)
    while let last = bytes.last, Bytes.isDigit(last) || last == UInt8(ascii: ".") || last == UInt8(ascii: "-") {
      bytes.removeLast()
    }
    return bytes.isEmpty ? name : bytes.text
  }
}
