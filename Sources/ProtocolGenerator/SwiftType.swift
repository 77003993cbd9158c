import JSON

/// The Swift side of a schema.
indirect enum SwiftType: Equatable {
  case string, int, double, bool
  /// Any JSON, kept as text.
  case raw
  case array(SwiftType)
  /// A generated struct.
  case object(String)
  /// A generated open enumeration.
  case enumeration(String)
  case optional(SwiftType)

  /// - Throws: for a schema outside the subset that the generator knows.
  init(_ schema: JSON, in document: ProtocolDocument, at place: String) throws(DocumentError) {
    if schema["x-swift"]?.stringValue == "raw" {
      self = Self.isNullable(schema) ? .optional(.raw) : .raw
      return
    }
    if ProtocolDocument.referencedName(schema) != nil {
      let target = document.resolved(schema)
      guard let name = target["x-swift-name"]?.stringValue else {
        self = try Self(target, in: document, at: place)
        return
      }
      self = target["enum"] != nil ? .enumeration(name) : .object(name)
      return
    }
    if let choices = schema["oneOf"]?.arrayValue {
      let rest = choices.filter { $0["type"]?.stringValue != "null" }
      guard rest.count == 1, choices.count == 2 else {
        throw DocumentError(place: place, reason: "may only offer one schema or null")
      }
      self = .optional(try Self(rest[0], in: document, at: place))
      return
    }
    if let types = schema["type"]?.arrayValue?.compactMap(\.stringValue) {
      let rest = types.filter { $0 != "null" }
      guard rest.count == 1, types.count == 2 else {
        throw DocumentError(place: place, reason: "may only have one type or null")
      }
      self = .optional(try Self(type: rest[0], schema, in: document, at: place))
      return
    }
    guard let type = schema["type"]?.stringValue else { throw DocumentError(place: place, reason: "has no type") }
    self = try Self(type: type, schema, in: document, at: place)
  }

  private init(type: String, _ schema: JSON, in document: ProtocolDocument, at place: String) throws(DocumentError) {
    switch type {
    case "string": self = .string
    case "integer": self = .int
    case "number": self = .double
    case "boolean": self = .bool
    case "object": self = .raw
    case "array":
      guard let items = schema["items"] else { throw DocumentError(place: place, reason: "has no items") }
      self = .array(try Self(items, in: document, at: place + "/items"))
    default: throw DocumentError(place: place, reason: "has the type '\(type)', which is not in the subset")
    }
  }

  private static func isNullable(_ schema: JSON) -> Bool {
    schema["oneOf"]?.arrayValue?.contains { $0["type"]?.stringValue == "null" } == true
      || schema["type"]?.arrayValue?.contains("null") == true
  }

  /// As written in Swift.
  var text: String {
    switch self {
    case .string: "String"
    case .int: "Int64"
    case .double: "Double"
    case .bool: "Bool"
    case .raw: "RawJSON"
    case .array(let element): "[\(element.text)]"
    case .object(let name), .enumeration(let name): name
    case .optional(let wrapped): "\(wrapped.text)?"
    }
  }

  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// The same without its optional.
  var unwrapped: SwiftType {
    if case .optional(let wrapped) = self { wrapped } else { self }
  }
}
