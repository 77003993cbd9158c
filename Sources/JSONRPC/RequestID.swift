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
}

extension RequestID: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension RequestID: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}

extension RequestID: JSONDecodable {
  /// From a value that was already parsed: right for the member `id` of `$/cancelRequest`, whose number literals are kept.
  public init(json: JSON) throws(JSONDecodingError) {
    switch json {
    case .string, .number, .null: bytes = json.serialized()
    default: throw .wrongType(expected: "a request id (string or number)", found: json)
    }
  }
}
