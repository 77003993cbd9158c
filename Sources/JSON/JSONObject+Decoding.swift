extension JSONObject {
  /// The member `key`, which has to be there. Its errors carry its path.
  public func required<T: JSONDecodable>(_ key: String, as type: T.Type = T.self) throws(JSONDecodingError) -> T {
    guard let value = self[key] else { throw .missing(key) }
    return try Self.decode(value, under: key)
  }

  /// The member `key`; `nil` if it is absent or `null`.
  public func optional<T: JSONDecodable>(_ key: String, as type: T.Type = T.self) throws(JSONDecodingError) -> T? {
    guard let value = self[key], !value.isNull else { return nil }
    return try Self.decode(value, under: key)
  }

  /// Throws for the first member whose name is not among `names`.
  public func rejectUnknown(besides names: [String]) throws(JSONDecodingError) {
    for (key, _) in self where !names.contains(where: { $0.hasSameBytes(as: key) }) {
      throw JSONDecodingError(.unknownField, field: key, reason: "is not a known member")
    }
  }

  private static func decode<T: JSONDecodable>(_ value: JSON, under key: String) throws(JSONDecodingError) -> T {
    do throws(JSONDecodingError) {
      return try T(json: value)
    } catch {
      throw error.under(key)
    }
  }
}
