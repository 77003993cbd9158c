/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case unexpectedByte
    case unexpectedEnd
    case trailingData
    case nestingTooDeep
    case tooLarge
    case invalidUTF8
    case invalidEscape
    case loneSurrogate
    case controlCharacter
    case invalidNumber
    case invalidLiteral
  }

  public let code: Code

  /// Bytes before the place of the error.
  public let offset: Int

  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// One clause without the offending bytes, which may be anything: `a control character in a string at byte 17`.
  public var description: String { "\(reason) at byte \(offset)" }

  /// The clause without the offset.
  public var reason: String {
    switch code {
    case .unexpectedByte: "an unexpected character"
    case .unexpectedEnd: "the text ends too early"
    case .trailingData: "more text after the value"
    case .nestingTooDeep: "arrays and objects nested too deep"
    case .tooLarge: "the text is too long"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .invalidEscape: "an escape that JSON does not have"
    case .loneSurrogate: "half of a surrogate pair"
    case .controlCharacter: "a control character in a string"
    case .invalidNumber: "a malformed number"
    case .invalidLiteral: "a word that is not true, false or null"
    }
  }
}
