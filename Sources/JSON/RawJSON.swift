/// JSON text that is known to be one valid value and is passed on as it is.
///
/// What a client puts into `payload` or a handler into `result` travels through the daemon in this form: nothing is
/// rounded, reordered or renamed on the way.
public struct RawJSON: Sendable, Hashable {
  /// The text, UTF-8.
  public let bytes: [UInt8]

  public static let null = RawJSON(unchecked: "null".utf8)
  public static let emptyObject = RawJSON(unchecked: "{}".utf8)

  /// Takes the caller's word for it that `bytes` is the text of one value.
  public init(unchecked bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// - Throws: ``JSONError`` if `bytes` is not the text of one value.
  public init(validating bytes: [UInt8], limits: JSONLimits = .default) throws(JSONError) {
    try bytes.withUnsafeBytes { raw in
      Result { () throws(JSONError) in try JSONScanner.validate(raw, limits: limits) }
    }.get()
    self.bytes = bytes
  }

  /// - Throws: ``JSONError`` if `text` is not the text of one value.
  public init(validating text: String, limits: JSONLimits = .default) throws(JSONError) {
    try self.init(validating: Array(text.utf8), limits: limits)
  }

  public init(_ value: some JSONEncodable) { bytes = value.serialized() }

  /// The value. Fails only if the text was never checked.
  public func parsed(limits: JSONLimits = .default) throws(JSONError) -> JSON {
    try JSON.parse(bytes, limits: limits)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension RawJSON: CustomStringConvertible {
  public var description: String { text }
}
