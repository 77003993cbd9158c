extension GlobalOptions {
  /// A command to go on with, whole, as it is typed: quoted for a shell, and to the daemon that this one talks to.
  func next(_ words: [String]) -> String {
    (["gantry"] + words + (socket.map { ["--socket", $0] } ?? [])).map(Self.quoted).joined(separator: " ")
  }

  /// A command to go on with.
  func next(_ words: String...) -> String { next(words) }

  /// The lines that tell how to see more rows of a list; none when there are no more.
  ///
  /// - Parameters:
  ///   - command: what was asked for, without where to begin.
  ///   - cursor: where the list goes on.
  func more(_ command: [String], cursor: String?) -> [String] {
    guard let cursor else { return [] }
    return ["", "There are more: \(next(command + ["--cursor", cursor]))"]
  }

  /// `word` as a POSIX shell reads it back.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: "-_./:@%+,=".utf8.contains(byte)
      }
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}

/// An option and its value, as words of a command; none when it was not given.
func words(_ option: String, _ value: (some CustomStringConvertible)?) -> [String] {
  value.map { [option, $0.description] } ?? []
}
