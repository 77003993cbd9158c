import JSON

/// The error of a reply: `{"code": …, "message": …, "data": {"kind": …, …}}`.
public struct RPCError: Error, Sendable, Hashable {
  /// Negative codes belong to JSON-RPC and the connection, positive ones to what was asked for.
  public let code: Int

  /// The stable name that clients branch on.
  public let kind: String

  /// For people: what happened and what to do about it. May change at any time.
  public let message: String

  /// The members of `data` besides `kind`.
  public let data: JSONObject

  public init(code: Int, kind: String, message: String, data: JSONObject = [:]) {
    self.code = code
    self.kind = kind
    self.message = message
    self.data = data
  }

  /// The same error with one more member in its data.
  public func with(_ key: String, _ value: JSON) -> RPCError {
    var data = data
    data[key] = value
    return RPCError(code: code, kind: kind, message: message, data: data)
  }

  public static func == (left: RPCError, right: RPCError) -> Bool {
    left.code == right.code && left.kind == right.kind && left.message == right.message && left.data == right.data
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(kind)
  }
}

extension RPCError: CustomStringConvertible {
  public var description: String { "\(kind) (\(code)): \(message)" }
}

extension RPCError: JSONEncodable {
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("code", code)
    writer.member("message", message)
    writer.key("data")
    writer.beginObject()
    writer.member("kind", kind)
    for (key, value) in data { writer.member(key, value) }
    writer.endObject()
    writer.endObject()
  }
}

extension RPCError: JSONDecodable {
  /// Lenient about `data`, which other servers may leave out: the kind is then `unknown`.
  public init(json: JSON) throws(JSONDecodingError) {
    let object = try JSONObject(json: json)
    code = try object.required("code")
    message = try object.required("message")
    var members = object["data"]?.objectValue ?? [:]
    kind = members["kind"]?.stringValue ?? "unknown"
    members["kind"] = nil
    data = members
  }
}
