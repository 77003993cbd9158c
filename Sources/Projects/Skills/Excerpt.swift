/// A line of somebody's file, fit to be stored and shown.
enum Excerpt {
  static let maximumCharacters = 120

  /// Words beside which a value is taken for a secret.
  private static let secretWords = [
    "password", "passwd", "secret", "token", "apikey", "api_key", "api-key", "access_key", "private_key", "credential",
    "authorization", "_auth",
  ].map { Array($0.utf8) }

  /// Beginnings of keys that services hand out.
  private static let secretPrefixes = [
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "AKIA", "ASIA", "sk_live_",
    "sk_test_", "rk_live_", "sk-", "AIza", "npm_", "pypi-", "dop_v1_", "hf_",
  ].map { Array($0.utf8) }

  /// The line without its indentation, on one line, shortened, with `***` where a secret stood.
  static func of(_ line: some RandomAccessCollection<UInt8>) -> String {
    // Only what can be shown is looked at; a line may be a megabyte long.
    var bytes = Array(line.prefix(1024)).trimmed().map { $0 < 0x20 || $0 == 0x7F ? Bytes.space : $0 }
    bytes = maskUserInfo(bytes)
    bytes = maskWords(bytes)
    bytes = maskNamedValue(bytes)
    // A cut inside a character or a trailing control code would be shown as a replacement character.
    let text = String(String.UnicodeScalarView(bytes.text.unicodeScalars.filter(isShown)))
    if text.count <= maximumCharacters { return text }
    return text.prefix(maximumCharacters - 1) + "…"
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
    // Directional overrides could make a line read as another.
    case .format: scalar == "\u{200D}"
    default: true
    }
  }

  private static let mask = Array("***".utf8)

  /// `scheme://user:password@host` without the user and the password.
  private static func maskUserInfo(_ bytes: [UInt8]) -> [UInt8] {
    let marker = Array("://".utf8)
    var result: [UInt8] = []
    var rest = bytes[...]
    while let found = rest.firstRange(of: marker) {
      let start = found + marker.count
      result += rest[..<start]
      var end = start
      var at = -1
      while end < rest.endIndex, !Bytes.isBlank(rest[end]), rest[end] != Bytes.slash, rest[end] != Bytes.quote,
        rest[end] != Bytes.apostrophe
      {
        if rest[end] == UInt8(ascii: "@") { at = end }
        end += 1
      }
      if at >= 0 {
        result += mask
        rest = rest[at...]
      } else {
        rest = rest[start...]
      }
    }
    return result + rest
  }

  /// Words that look like keys: a known beginning, or long and mixed.
  private static func maskWords(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, isKeyByte(bytes[end]) { end += 1 }
      let word = bytes[index..<end]
      result += looksSecret(word) ? mask[...] : word
      if end < bytes.count { result.append(bytes[end]) }
      index = end + 1
    }
    return result
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    Bytes.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "=")
  }

  private static func looksSecret(_ word: ArraySlice<UInt8>) -> Bool {
    if word.count >= 20, secretPrefixes.contains(where: { word.hasPrefix($0) }) { return true }
    let longest = word.split(separator: UInt8(ascii: "-")).max { $0.count < $1.count } ?? []
    return longest.count >= 32 && longest.contains(where: Bytes.isDigit) && longest.contains(where: Bytes.isLetter)
  }

  /// `password: x` and its like, without the x.
  private static func maskNamedValue(_ bytes: [UInt8]) -> [UInt8] {
    let lower = bytes.map(Bytes.lowercased)
    for word in secretWords {
      guard let found = lower.firstRange(of: word) else { continue }
      var index = found + word.count
      while index < bytes.count, bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ":") { index += 1 }
      guard index < bytes.count else { continue }
      return bytes[...index] + [Bytes.space] + mask
    }
    return bytes
  }
}
