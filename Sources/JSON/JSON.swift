/// A JSON value as RFC 8259 defines it.
///
/// Numbers keep their literal and objects keep the order of their members, so a value that is parsed and written again
/// says the same thing. Two strings are equal when their bytes are: Unicode equivalence plays no part.
public enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON: Equatable {
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }
}

extension JSON {
  /// The name of the value's type as error messages print it: `null`, `boolean`, `number`, `string`, `array`, `object`.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// A number, or `null` when `value` is not finite (JSON has no spelling for those).
  public init(_ value: Double) {
    self = value.isFinite ? .number(JSONNumber(value)) : .null
  }

  public init(_ value: Int64) { self = .number(JSONNumber(value)) }
  public init(_ value: Int) { self = .number(JSONNumber(Int64(value))) }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The value of a number that is integral and fits in 64 bits, whatever its spelling (`10`, `10.0`, `1e1`).
  public var intValue: Int64? {
    if case .number(let number) = self { number.int64 } else { nil }
  }

  /// The nearest finite double of a number.
  public var doubleValue: Double? {
    if case .number(let number) = self { number.double } else { nil }
  }

  public var numberValue: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  public var arrayValue: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  public var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member `key` of an object; `nil` for anything else and when there is none.
  public subscript(key: String) -> JSON? { objectValue?[key] }

  /// The element at `index` of an array; `nil` for anything else and out of bounds.
  public subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

// Not by `nil`: with it, `nil` where a `JSON?` is meant would sometimes be `.null`.
extension JSON: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self.init(value) }
  public init(floatLiteral value: Double) { self.init(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
}
