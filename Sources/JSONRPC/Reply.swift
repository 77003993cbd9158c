import JSON

/// Writes replies: one line each, its newline included.
public enum Reply {
  /// A successful reply.
  /// - Parameter body: writes exactly one value.
  public static func result(id: RequestID, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(256)
    appendResult(id: id, to: &line, body)
    return line
  }

  /// A successful reply with `value` as its result.
  public static func result(id: RequestID, _ value: some JSONEncodable) -> [UInt8] {
    result(id: id) { value.write(to: &$0) }
  }

  /// A failed reply.
  public static func error(id: RequestID, _ error: RPCError) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(256)
    appendError(id: id, error, to: &line)
    return line
  }

  /// Appends a successful reply to bytes on their way out.
  public static func appendResult(id: RequestID, to line: inout [UInt8], _ body: (inout JSONWriter) -> Void) {
    append(id: id, member: ",\"result\":", to: &line, body)
  }

  /// Appends a failed reply to bytes on their way out.
  public static func appendError(id: RequestID, _ error: RPCError, to line: inout [UInt8]) {
    append(id: id, member: ",\"error\":", to: &line) { error.write(to: &$0) }
  }

  /// The reply to a batch: the lines of its members in one array, or `nil` if none of them is owed a reply.
  public static func batch(_ replies: [[UInt8]]) -> [UInt8]? {
    guard !replies.isEmpty else { return nil }
    var line: [UInt8] = []
    line.reserveCapacity(replies.reduce(2) { $0 + $1.count })
    for reply in replies {
      line.append(line.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      line.append(contentsOf: reply.last == 0x0A ? reply.dropLast() : reply[...])
    }
    line.append(UInt8(ascii: "]"))
    line.append(0x0A)
    return line
  }

  private static func append(
    id: RequestID, member: StaticString, to line: inout [UInt8], _ body: (inout JSONWriter) -> Void
  ) {
    line.append(contentsOf: #"{"jsonrpc":"2.0","id":"#.utf8)
    line.append(contentsOf: id.bytes)
    line.append(contentsOf: UnsafeBufferPointer(start: member.utf8Start, count: member.utf8CodeUnitCount))
    // Moved out and back, so that the writer appends in place.
    var bytes: [UInt8] = []
    swap(&bytes, &line)
    var writer = JSONWriter(appendingTo: bytes)
    bytes = []
    body(&writer)
    swap(&writer.bytes, &line)
    line.append(UInt8(ascii: "}"))
    line.append(0x0A)
  }
}
