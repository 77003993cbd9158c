import JSON

/// Writes what is not a reply: requests and notifications, one line each, newline included.
public enum Outgoing {
  /// A request of a declared method.
  public static func request<M: RPCMethod>(_ method: M.Type, id: RequestID, _ params: M.Params) -> [UInt8] {
    request(method: M.name, id: id) { params.write(to: &$0) }
  }

  /// A request of any method.
  /// - Parameter params: writes one array or object; `nil` leaves the member out.
  public static func request(method: String, id: RequestID, params: ((inout JSONWriter) -> Void)? = nil) -> [UInt8] {
    message(method: method, id: id, params: params)
  }

  /// A notification: it has no id, and nobody answers it.
  public static func notification(method: String, params: ((inout JSONWriter) -> Void)? = nil) -> [UInt8] {
    message(method: method, id: nil, params: params)
  }

  private static func message(method: String, id: RequestID?, params: ((inout JSONWriter) -> Void)?) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("jsonrpc", "2.0")
    if let id { writer.member("id", id) }
    writer.member("method", method)
    if let params {
      writer.key("params")
      params(&writer)
    }
    writer.endObject()
    writer.bytes.append(0x0A)
    return writer.bytes
  }
}
