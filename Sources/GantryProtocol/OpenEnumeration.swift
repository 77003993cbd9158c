import JSON

/// A set of names that may grow: values that this version does not know are kept and given on.
public protocol OpenEnumeration: RawRepresentable, Hashable, Sendable, JSONEncodable, JSONDecodable
where RawValue == String {
  init(rawValue: String)

  /// The values of this version.
  static var known: [Self] { get }
}

extension OpenEnumeration {
  public init(json: JSON) throws(JSONDecodingError) {
    self.init(rawValue: try String(json: json))
  }

  public func write(to writer: inout JSONWriter) {
    writer.string(rawValue)
  }

  /// False for a value of a newer version.
  public var isKnown: Bool { Self.known.contains(self) }
}
