import JSON

/// The `id` of a request: the bytes of its JSON value, as they came.
///
/// Reading an id as a number would change it (`1.0`, `9007199254740993`), and then the client no longer knows its own
/// request. So it is never read, only echoed, and two ids are the same when their bytes are.
public struct RequestID: Sendable, Hashable {
  /// A JSON string, number or `null`.
  public let bytes: [UInt8]

  /// The id of a reply to a message whose own id could not be found.
  public static let null = RequestID(unchecked: "null".utf8)

  public init(_ number: Int64) { bytes = Array(String(number).utf8) }
  public init(_ text: String) { bytes = text.serialized() }

  /// Takes the caller's word for it that `bytes` is the text of a string, number or `null`.
  public init(unchecked bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  public var isNull: Bool { self == .null }

  /// Whether both are the same JSON value, however its characters are escaped. Numbers are the same if their literals are.
  ///
  /// For an id that was not echoed but written anew, as in `$/cancelRequest`: a client's encoder may have escaped it
  /// otherwise than before, and so does ours when it went through a parsed value.
  public func isEquivalent(to other: RequestID) -> Bool {
    if self == other { return true }
    do throws(JSONError) {
      return try JSON.parse(bytes) == JSON.parse(other.bytes)
    } catch {
      // Bytes that are not JSON are no other id's value.
      return false
    }
  }
}

extension RequestID: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension RequestID: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}

extension RequestID: JSONDecodable {
  /// From a value that was already parsed, as the member `id` of `$/cancelRequest` is: compare it with `isEquivalent`.
  public init(json: JSON) throws(JSONDecodingError) {
    switch json {
    case .string, .number, .null: bytes = json.serialized()
    default: throw .wrongType(expected: "a request id (string or number)", found: json)
    }
  }
}
