/// Spelling of JSON pointers (RFC 6901), which name the place of an error.
enum JSONPointer {
  /// A member name as one token of a pointer: `~` becomes `~0`, `/` becomes `~1`.
  static func escape(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
    var token = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
    return token
  }

  /// The member name behind one token of a pointer.
  static func unescape(_ token: some StringProtocol) -> String {
    var key = ""
    var afterTilde = false
    for scalar in token.unicodeScalars {
      switch (afterTilde, scalar) {
      case (true, "0"): key += "~"
      case (true, "1"): key += "/"
      case (false, "~"): break
      default: key.unicodeScalars.append(scalar)
      }
      afterTilde = !afterTilde && scalar == "~"
    }
    return key
  }
}
