import JSON

/// Something in the document is not as it must be.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// JSON pointer, names standing for indexes where that reads better.
  public var place: String
  /// A clause about what is there.
  public var reason: String

  public init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  public var description: String { "\(place) \(reason)" }
}

extension JSON {
  /// The text at the end of a path of members.
  func text(_ path: String...) throws(DocumentError) -> String {
    var value: JSON? = self
    for key in path { value = value?[key] }
    guard let text = value?.stringValue else {
      let name = self["name"]?.stringValue.map { "/\($0)" } ?? ""
      throw DocumentError(place: name + "/" + path.joined(separator: "/"), reason: "must be a string")
    }
    return text
  }

  func list(_ key: String) throws(DocumentError) -> [JSON] {
    guard let list = self[key]?.arrayValue else { throw DocumentError(place: "/" + key, reason: "must be an array") }
    return list
  }

  /// The strings of a list that may be absent.
  func texts(_ key: String) -> [String] {
    self[key]?.arrayValue?.compactMap(\.stringValue) ?? []
  }
}
