/// Takes credentials out of texts that may be logged, stored or shown.
enum Redaction {
  static let mark = "***"

  /// The text without passwords and tokens: user information of URLs, secret query parameters, `Authorization`
  /// headers, and words in the forms that the large hosts give their tokens.
  static func redact(_ text: String) -> String {
    var output: [UInt8] = []
    let input = Array(text.utf8)
    output.reserveCapacity(input.count)
    var position = 0
    while position < input.count {
      if let end = userInformation(in: input, at: position) {
        output.append(contentsOf: "://\(mark)@".utf8)
        position = end
      } else if let (kept, end) = secretParameter(in: input, at: position) ?? authorization(in: input, at: position) {
        output.append(contentsOf: input[position..<kept])
        output.append(contentsOf: mark.utf8)
        position = end
      } else if startsWord(input, position) {
        let end = endOfWord(input, position)
        if looksLikeToken(input[position..<end]) {
          output.append(contentsOf: mark.utf8)
        } else {
          output.append(contentsOf: input[position..<end])
        }
        position = end
      } else {
        output.append(input[position])
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text of a source that was refused, which may be malformed in any way: all before its last `@` is hidden unless
  /// it is a plain user name, wherever the parts of a well-formed URL would end.
  static func redact(source text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return redact(text) }
    var start = text.startIndex
    if let slashes = text.indices.first(where: { text[$0...].hasPrefix("://") }), slashes < at {
      start = text.index(slashes, offsetBy: 3)
    }
    guard !isPlainName(Array(text[start..<at].utf8)) else { return redact(text) }
    return redact(String(text[..<start])) + mark + redact(String(text[at...]))
  }

  /// True for a word in the form of an access token of GitHub, GitLab, Slack, Bitbucket or AWS.
  static func looksLikeToken(_ word: some Collection<UInt8>) -> Bool {
    word.count >= 16 && tokenPrefixes.contains { word.starts(with: $0) }
  }

  /// True for a user name that is no secret by its looks.
  private static func isPlainName(_ user: some Collection<UInt8>) -> Bool {
    user.count <= 20 && user.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) } && !looksLikeToken(user)
  }

  private static let tokenPrefixes = [
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-", "xoxb-", "xoxp-", "ATBB",
    "ATCTT", "AKIA", "x-oauth-basic", "x-token-auth",
  ].map { Array($0.utf8) }

  private static let secretParameters = [
    "access_token=", "private_token=", "job_token=", "oauth_token=", "token=", "password=", "passwd=", "pwd=",
    "secret=", "client_secret=", "api_key=", "apikey=", "signature=", "sig=",
  ].map { Array($0.utf8) }

  private static let authorizations = ["authorization: ", "bearer ", "basic "].map { Array($0.utf8) }

  /// The position behind `@` when `://user:secret@` or a long `://user@` starts here; a short plain user name is none.
  private static func userInformation(in text: [UInt8], at start: Int) -> Int? {
    guard text[start...].starts(with: "://".utf8) else { return nil }
    var at: Int?
    var position = start + 3
    while position < text.count, !endsAuthority(text[position]) {
      if text[position] == UInt8(ascii: "@") { at = position }
      position += 1
    }
    guard let at else { return nil }
    let user = text[(start + 3)..<at]
    return isPlainName(user) ? nil : at + 1
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "/'\"<>".utf8.contains(byte)
  }

  /// Where the value of a secret parameter that starts here begins and ends.
  private static func secretParameter(in text: [UInt8], at start: Int) -> (Int, Int)? {
    guard startsWord(text, start) else { return nil }
    for name in secretParameters where matches(text, start, name) {
      let value = start + name.count
      var end = value
      while end < text.count, text[end] > 0x20, !"&'\";,".utf8.contains(text[end]) { end += 1 }
      if end > value { return (value, end) }
    }
    return nil
  }

  /// Where the value of an authorization header that starts here begins and ends: the rest of the line.
  private static func authorization(in text: [UInt8], at start: Int) -> (Int, Int)? {
    guard startsWord(text, start) else { return nil }
    for name in authorizations where matches(text, start, name) {
      let value = start + name.count
      let end = text[value...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let isHeader = name.last == UInt8(ascii: " ") && name.contains(UInt8(ascii: ":"))
      // "basic auth" in a sentence is no secret: one long word is.
      let word = text[value..<end].prefix { $0 > 0x20 }
      if isHeader { return (value, end) }
      if word.count >= 12, word.count == end - value { return (value, end) }
    }
    return nil
  }

  private static func matches(_ text: [UInt8], _ start: Int, _ name: [UInt8]) -> Bool {
    guard text.count - start >= name.count else { return false }
    for index in name.indices {
      let byte = text[start + index]
      let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      if lower != name[index] { return false }
    }
    return true
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func startsWord(_ text: [UInt8], _ position: Int) -> Bool {
    isWordByte(text[position]) && (position == 0 || !isWordByte(text[position - 1]))
  }

  private static func endOfWord(_ text: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < text.count, isWordByte(text[end]) { end += 1 }
    return end
  }
}
