import JSON

/// What a client reads: the reply to one of its requests, or something the server says by itself.
public enum IncomingResponse: Sendable, Hashable {
  case result(id: RequestID, RawJSON)
  case failure(id: RequestID, RPCError)
  /// A notification, such as the events of a subscription.
  case notification(Request)
  /// The replies to a batch, in the server's order.
  case batch([IncomingResponse])

  /// Decodes one line of the server. Members that this client does not know are ignored.
  /// - Throws: ``ProtocolViolation`` if the line is no JSON-RPC 2.0 message.
  public static func decode(_ line: UnsafeRawBufferPointer) throws(ProtocolViolation) -> IncomingResponse {
    switch try scan(line) {
    case .object(let members, let scanner): return try message(members, scanner, line)
    case .array(let elements):
      var responses: [IncomingResponse] = []
      responses.reserveCapacity(elements.count)
      for element in elements {
        let text = UnsafeRawBufferPointer(rebasing: line[element.range])
        guard case .object(let members, let scanner) = try scan(text) else {
          throw ProtocolViolation("a batch with a member that is not an object")
        }
        responses.append(try message(members, scanner, text))
      }
      return .batch(responses)
    case .scalar: throw ProtocolViolation("a message that is neither an object nor an array")
    }
  }

  /// Decodes one line of the server.
  public static func decode(_ line: [UInt8]) throws(ProtocolViolation) -> IncomingResponse {
    try line.withUnsafeBytes { bytes in
      Result { () throws(ProtocolViolation) in try decode(bytes) }
    }.get()
  }
}

extension IncomingResponse {
  private enum Scanned {
    case object(EnvelopeMembers, JSONScanner)
    case array([JSONScanner.Value])
    case scalar
  }

  private static func scan(_ text: UnsafeRawBufferPointer) throws(ProtocolViolation) -> Scanned {
    do throws(JSONError) {
      // What a client was allowed to put in comes out wrapped in a result, a few levels deeper.
      var scanner = try JSONScanner(text, limits: JSONLimits(maximumDepth: JSONLimits.deepest))
      let scanned: Scanned
      switch try scanner.rootKind() {
      case .object:
        let members = try EnvelopeMembers(&scanner, text)
        scanned = .object(members, scanner)
      case .array:
        var elements: [JSONScanner.Value] = []
        scanner.enter()
        while let element = try scanner.nextElement() { elements.append(element) }
        scanned = .array(elements)
      default:
        _ = try scanner.nextValue()
        scanned = .scalar
      }
      try scanner.finish()
      return scanned
    } catch {
      throw ProtocolViolation("a line that is not JSON: \(error)")
    }
  }

  private static func message(
    _ members: EnvelopeMembers, _ scanner: JSONScanner, _ bytes: UnsafeRawBufferPointer
  ) throws(ProtocolViolation) -> IncomingResponse {
    func text(of value: JSONScanner.Value) -> RawJSON { RawJSON(unchecked: bytes[value.range]) }

    guard let version = members.jsonrpc, version.kind == .string, scanner.text(of: version) == "2.0" else {
      throw ProtocolViolation("a message whose \"jsonrpc\" is not \"2.0\"")
    }
    if let name = members.duplicate { throw ProtocolViolation("a message with two members \"\(name)\"") }
    if let method = members.method {
      guard method.kind == .string, members.id == nil else { throw ProtocolViolation("a request") }
      return .notification(Request(id: nil, method: scanner.text(of: method), params: members.params.map(text)))
    }
    guard let id = members.id, id.kind == .string || id.kind == .number || id.kind == .null else {
      throw ProtocolViolation("a reply without an id")
    }
    let requestID = RequestID(unchecked: bytes[id.range])
    switch (members.result, members.error) {
    case (let result?, nil): return .result(id: requestID, text(of: result))
    case (nil, let error?): return .failure(id: requestID, try decodeError(text(of: error)))
    default: throw ProtocolViolation("a reply that has not exactly one of \"result\" and \"error\"")
    }
  }

  private static func decodeError(_ text: RawJSON) throws(ProtocolViolation) -> RPCError {
    do {
      return try RPCError(json: try text.parsed(limits: JSONLimits(maximumDepth: JSONLimits.deepest)))
    } catch {
      throw ProtocolViolation("a malformed error object: \(error)")
    }
  }
}
