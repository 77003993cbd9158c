import JSON

/// The errors that the protocol itself defines, before any method has a say.
extension RPCError {
  /// -32700: the line is not JSON. The bytes themselves are not repeated: they may be anything.
  public static func parseError(_ error: JSONError) -> RPCError {
    if error.code == .nestingTooDeep {
      return RPCError(
        code: -32700, kind: "nestingTooDeep",
        message: "The message is nested too deep (at byte \(error.offset)). Send flatter data.",
        data: ["offset": JSON(error.offset)])
    }
    var data: JSONObject = ["reason": .string(error.reason), "offset": JSON(error.offset)]
    switch error.code {
    // What a message spread over several lines looks like, one line at a time.
    case .unexpectedEnd, .unexpectedByte, .trailingData: data["hint"] = "one message per line"
    default: break
    }
    return RPCError(
      code: -32700, kind: "parseError", message: "The line is not one JSON value: \(error).", data: data)
  }

  /// -32600: JSON, but not a request.
  /// - Parameter reason: a clause that says what is wrong.
  public static func invalidRequest(_ reason: String) -> RPCError {
    RPCError(
      code: -32600, kind: "invalidRequest", message: "Not a JSON-RPC 2.0 request: \(reason).",
      data: ["reason": .string(reason)])
  }

  /// -32600: more members in a batch than allowed. None of them was executed.
  public static func batchTooLarge(count: Int, limit: Int) -> RPCError {
    RPCError(
      code: -32600, kind: "batchTooLarge",
      message: "The batch has \(count) members, at most \(limit) are allowed; none was executed. Split it.",
      data: ["count": JSON(count), "limit": JSON(limit)])
  }

  /// -32600: an id longer than allowed, which is therefore not echoed.
  public static func idTooLong(bytes: Int, limit: Int) -> RPCError {
    RPCError(
      code: -32600, kind: "idTooLong",
      message: "The id has \(bytes) bytes, at most \(limit) are allowed. Use a counter or a UUID.",
      data: ["size": JSON(bytes), "limit": JSON(limit)])
  }

  /// -32601: no such method.
  public static func methodNotFound(_ method: String) -> RPCError {
    let shown = String(method.unicodeScalars.prefix(64))
    return RPCError(
      code: -32601, kind: "methodNotFound",
      message: "There is no method \"\(shown)\". Call rpc.discover for the list.", data: ["method": .string(shown)])
  }

  /// -32602: the params do not fit the method.
  public static func invalidParams(_ error: JSONDecodingError) -> RPCError {
    switch error.kind {
    case .unknownField:
      RPCError(
        code: -32602, kind: "unknownParam", message: "There is no parameter \"\(error.field)\".",
        data: ["field": .string(error.field), "reason": .string(error.reason)])
    case .duplicateKey:
      RPCError(
        code: -32602, kind: "duplicateKey", message: "The params have the member \(error.path) twice.",
        data: ["field": .string(error.field), "pointer": .string(error.path), "reason": .string(error.reason)])
    default: invalidParams(field: error.field, pointer: error.path, reason: error.reason)
    }
  }

  /// -32602: the parameter `field` has a value that the method cannot take.
  /// - Parameters:
  ///   - pointer: the JSON pointer of the value if it lies deeper than the parameter itself.
  ///   - reason: a clause about the value: `must be a string, not a number`.
  public static func invalidParams(field: String, pointer: String? = nil, reason: String) -> RPCError {
    var data: JSONObject = ["field": .string(field), "reason": .string(reason)]
    let plain = "/" + field
    if let pointer, pointer != plain, !pointer.isEmpty { data["pointer"] = .string(pointer) }
    let subject = field.isEmpty ? "The params" : "The parameter \"\(field)\""
    return RPCError(code: -32602, kind: "invalidParams", message: "\(subject): \(reason).", data: data)
  }

  /// -32602: params by position, but too many or too few of them.
  public static func wrongParameterCount(_ count: Int, names: [String], required: Int) -> RPCError {
    let expected = names.count == required ? "\(required)" : "\(required) to \(names.count)"
    let list = names.isEmpty ? "" : " (" + names.joined(separator: ", ") + ")"
    return RPCError(
      code: -32602, kind: "invalidParams", message: "Expected \(expected) parameters\(list), got \(count).",
      data: [
        "reason": .string("expected \(expected) parameters, got \(count)"),
        "expected": [
          "minimum": JSON(required), "maximum": JSON(names.count), "names": .array(names.map { .string($0) }),
        ], "received": JSON(count),
      ])
  }

  /// -32603: the fault is the daemon's. The details are in its log under the trace id.
  public static func internalError(traceID: String) -> RPCError {
    RPCError(
      code: -32603, kind: "internalError",
      message: "The daemon failed to handle the request. Its log has the details under \(traceID).",
      data: ["trace_id": .string(traceID)])
  }

  /// -32001: a request line beyond the limit. It was discarded up to its newline; the connection goes on.
  public static func messageTooLarge(limit: Int, atLeast size: Int) -> RPCError {
    RPCError(
      code: -32001, kind: "messageTooLarge",
      message: "The line has more than \(limit) bytes and was discarded. Send less, or raise the limit.",
      data: ["limit": JSON(limit), "size_at_least": JSON(size)])
  }
}
