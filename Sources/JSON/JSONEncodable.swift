/// A value that can write itself as exactly one JSON value.
public protocol JSONEncodable {
  func write(to writer: inout JSONWriter)
}

extension JSONEncodable {
  /// The value as JSON text.
  public func serialized() -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }
}

extension String: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Int: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Int64: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Double: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.double(self) }
}

extension JSONNumber: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.number(self) }
}

extension JSON: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension JSONObject: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.object(self) }
}

extension RawJSON: JSONEncodable {
  public func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.write(to: &writer) }
    writer.endArray()
  }
}
