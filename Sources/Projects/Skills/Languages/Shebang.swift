/// The `#!` line of a script.
enum Shebang {
  /// The name of the interpreter without its directory and version; nil when the file has no such line.
  static func interpreter(_ head: [UInt8]) -> String? {
    guard head.hasPrefix("#!".utf8) else { return nil }
    let line = head.dropFirst(2).prefix(while: { $0 != Bytes.newline }).prefix(256)
    var words = line.split(whereSeparator: Bytes.isBlank)[...]
    guard let program = words.popFirst() else { return nil }
    var name = baseName(program)
    if name == "env" {
      // `env -S`, other options and assignments come before the program.
      while let next = words.first, next.first == UInt8(ascii: "-") || next.contains(UInt8(ascii: "=")) {
        words.removeFirst()
      }
      guard let next = words.first else { return nil }
      name = baseName(next)
    }
    return withoutVersion(name)
  }

  private static func baseName(_ path: ArraySlice<UInt8>) -> String {
    (path.lastIndex(of: Bytes.slash).map { path[($0 + 1)...] } ?? path).text
  }

  /// `python3.12` → `python`; a name made of nothing else keeps its digits.
  private static func withoutVersion(_ name: String) -> String {
    var bytes = Array(name.utf8)
    while let last = bytes.last, Bytes.isDigit(last) || last == UInt8(ascii: ".") || last == UInt8(ascii: "-") {
      bytes.removeLast()
    }
    return bytes.isEmpty ? name : bytes.text
  }
}
