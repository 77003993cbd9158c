/// Why a JSON value is not what its reader expected.
public struct JSONDecodingError: Error, Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case missing
    case wrongType
    case unknownField
    case duplicateKey
    case outOfRange
    case notInEnum
    case tooShort
    case tooLong
    case badFormat
    case conflict
  }

  public let kind: Kind

  /// The place of the value as a JSON pointer (RFC 6901): `/payload/files/3`; empty for the whole value.
  public private(set) var path: String

  /// One clause about the value at ``path``: `must be a string, not a number`.
  public let reason: String

  /// - Parameter path: a JSON pointer.
  public init(_ kind: Kind, path: String = "", reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  /// An error about the member `field` of the value at hand.
  public init(_ kind: Kind, field: String, reason: String) {
    self.init(kind, path: "/" + JSONPointer.escape(field), reason: reason)
  }

  /// The outermost member that ``path`` goes through; empty for the whole value.
  public var field: String {
    JSONPointer.unescape(path.dropFirst().prefix { $0 != "/" })
  }

  /// The same error, seen from the object that holds the value under `key`.
  public func under(_ key: String) -> JSONDecodingError {
    JSONDecodingError(kind, path: "/" + JSONPointer.escape(key) + path, reason: reason)
  }

  /// The same error, seen from the array that holds the value at `index`.
  public func under(_ index: Int) -> JSONDecodingError {
    JSONDecodingError(kind, path: "/\(index)" + path, reason: reason)
  }

  public static func missing(_ field: String) -> JSONDecodingError {
    JSONDecodingError(.missing, field: field, reason: "is required")
  }

  public static func wrongType(expected: String, found: JSON) -> JSONDecodingError {
    let article = found.isNull ? "" : found.typeName == "array" || found.typeName == "object" ? "an " : "a "
    return JSONDecodingError(.wrongType, reason: "must be \(expected), not \(article)\(found.typeName)")
  }
}

extension JSONDecodingError: CustomStringConvertible {
  public var description: String { path.isEmpty ? "the value \(reason)" : "\(path) \(reason)" }
}
