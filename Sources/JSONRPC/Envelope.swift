import JSON

/// Reads the envelope of JSON-RPC 2.0: one line in, its messages out. The params are checked to be JSON and left as text.
public enum Envelope {
  /// Decodes one line as the framer cuts it. Never fails: what cannot be used comes back as the error to answer with.
  public static func decode(_ line: UnsafeRawBufferPointer, limits: EnvelopeLimits = .default) -> Line {
    do throws(JSONError) {
      let textLimits = JSONLimits(maximumDepth: limits.maximumDepth, maximumBytes: line.count)
      var scanner = try JSONScanner(line, limits: textLimits)
      switch try scanner.rootKind() {
      case .object:
        let members = try EnvelopeMembers(&scanner, line)
        try scanner.finish()
        return .single(message(members, scanner, line, limits))
      case .array: return try batch(&scanner, line, limits)
      default:
        _ = try scanner.nextValue()
        try scanner.finish()
        return .rejected(.invalidRequest("a message is an object, or an array of objects"))
      }
    } catch {
      return .rejected(.parseError(error))
    }
  }

  private static func batch(
    _ scanner: inout JSONScanner, _ line: UnsafeRawBufferPointer, _ limits: EnvelopeLimits
  ) throws(JSONError) -> Line {
    var elements: [JSONScanner.Value] = []
    var count = 0
    scanner.enter()
    while let element = try scanner.nextElement() {
      count += 1
      if count <= limits.maximumBatch { elements.append(element) }
    }
    try scanner.finish()
    if count == 0 { return .rejected(.invalidRequest("a batch has at least one member")) }

    var messages: [Message] = []
    messages.reserveCapacity(elements.count)
    for element in elements {
      guard element.kind == .object else {
        messages.append(.invalid(.invalidRequest("a member of a batch is an object"), id: .null))
        continue
      }
      let text = UnsafeRawBufferPointer(rebasing: line[element.range])
      var inner = try JSONScanner(text, limits: JSONLimits(maximumDepth: JSONLimits.deepest))
      _ = try inner.rootKind()
      let members = try EnvelopeMembers(&inner, text)
      messages.append(message(members, inner, text, limits))
    }
    guard count > limits.maximumBatch else { return .batch(messages) }
    let firstID = messages.lazy.compactMap { if case .call(let request) = $0 { request.id } else { nil } }.first
    return .batch([.invalid(.batchTooLarge(count: count, limit: limits.maximumBatch), id: firstID ?? .null)])
  }

  private static func message(
    _ members: EnvelopeMembers, _ scanner: JSONScanner, _ bytes: UnsafeRawBufferPointer, _ limits: EnvelopeLimits
  ) -> Message {
    if let name = members.duplicate {
      return .invalid(.invalidRequest("the member \"\(name)\" comes twice"), id: .null)
    }
    if members.method == nil, members.result != nil || members.error != nil { return .response }

    var id: RequestID?
    if let value = members.id {
      switch value.kind {
      case .string, .number, .null: break
      default: return .invalid(.invalidRequest("\"id\" must be a string, a number or null"), id: .null)
      }
      guard value.range.count <= limits.maximumIDBytes else {
        return .invalid(.idTooLong(bytes: value.range.count, limit: limits.maximumIDBytes), id: .null)
      }
      id = RequestID(unchecked: bytes[value.range])
    }
    func invalid(_ reason: String) -> Message { .invalid(.invalidRequest(reason), id: id ?? .null) }

    guard let version = members.jsonrpc, version.kind == .string, scanner.text(of: version) == "2.0" else {
      return invalid("\"jsonrpc\" must be \"2.0\"")
    }
    guard let method = members.method else { return invalid("\"method\" is required") }
    guard method.kind == .string else { return invalid("\"method\" must be a string") }
    if members.result != nil || members.error != nil {
      return invalid("a request has no \"result\" and no \"error\"")
    }
    var params: RawJSON?
    if let value = members.params, value.kind != .null {
      guard value.kind == .object || value.kind == .array else {
        return invalid("\"params\" must be an object or an array")
      }
      params = RawJSON(unchecked: bytes[value.range])
    }
    return .call(Request(id: id, method: scanner.text(of: method), params: params))
  }
}
