/// The beginning of a PEP 508 requirement: `name[extra] >= 1; marker`.
enum PythonRequirement {
  /// The name; nil when the text does not begin with one.
  static func name(_ text: some RandomAccessCollection<UInt8>) -> String? {
    let name = text.prefix { Bytes.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    guard let first = name.first, Bytes.isLetter(first) || Bytes.isDigit(first) else { return nil }
    // `./dir` and `file.whl` are places, not names.
    guard text.dropFirst(name.count).first != Bytes.slash, text.dropFirst(name.count).first != UInt8(ascii: ":") else {
      return nil
    }
    return Array(name).text
  }

  /// Groups of this name hold tools, not parts of the program.
  static func isDevelopment(group: String) -> Bool {
    let words = ["dev", "test", "lint", "doc", "type", "check", "ci", "format", "bench", "build"]
    let name = String(decoding: group.utf8.map(Bytes.lowercased), as: UTF8.self)
    return words.contains { name.hasPrefix($0) }
  }
}
