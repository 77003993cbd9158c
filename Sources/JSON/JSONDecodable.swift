/// A value that can be read from a JSON value.
public protocol JSONDecodable {
  init(json: JSON) throws(JSONDecodingError)
}

extension String: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let value = json.stringValue else { throw .wrongType(expected: "a string", found: json) }
    self = value
  }
}

extension Bool: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let value = json.boolValue else { throw .wrongType(expected: "true or false", found: json) }
    self = value
  }
}

extension Int64: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let number = json.numberValue else { throw .wrongType(expected: "an integer", found: json) }
    guard let value = number.int64 else {
      throw JSONDecodingError(.outOfRange, reason: "must be an integer between \(Int64.min) and \(Int64.max)")
    }
    self = value
  }
}

extension Int: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) { self.init(try Int64(json: json)) }
}

extension Double: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let number = json.numberValue else { throw .wrongType(expected: "a number", found: json) }
    guard let value = number.double else {
      throw JSONDecodingError(.outOfRange, reason: "must be a number that a 64-bit float can hold")
    }
    self = value
  }
}

extension JSONNumber: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let number = json.numberValue else { throw .wrongType(expected: "a number", found: json) }
    self = number
  }
}

extension JSON: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) { self = json }
}

extension JSONObject: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let value = json.objectValue else { throw .wrongType(expected: "an object", found: json) }
    self = value
  }
}

extension RawJSON: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) { self.init(json) }
}

extension Optional: JSONDecodable where Wrapped: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    self = json.isNull ? .none : .some(try Wrapped(json: json))
  }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  public init(json: JSON) throws(JSONDecodingError) {
    guard let values = json.arrayValue else { throw .wrongType(expected: "an array", found: json) }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do throws(JSONDecodingError) {
        elements.append(try Element(json: value))
      } catch {
        throw error.under(index)
      }
    }
    self = elements
  }
}
