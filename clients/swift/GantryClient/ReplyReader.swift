import JSON
import JSONRPC

/// The answer to one call.
struct Reply {
  /// The number of the call; nil for an error that concerns the connection as a whole.
  var id: Int64?
  var outcome: Result<RawJSON, GantryError>
}

/// What one reading brought.
struct Arrivals {
  var replies: [Reply] = []
  /// The params of `event` notifications. Those of a subscription come behind the reply that began it.
  var events: [RawJSON] = []
}

/// From the bytes of the connection to the answers and events in them.
struct ReplyReader {
  // Far above what a daemon sends in one line; it only keeps a broken peer from filling the memory.
  private var framer = LineFramer(maximumLineBytes: 256 << 20)

  /// Takes the next bytes and returns what is complete with them. Notifications of other kinds are passed over.
  ///
  /// - Throws: ``GantryError/protocolViolation(_:)``; the connection is of no further use then.
  mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(GantryError) -> Arrivals {
    var arrivals = Arrivals()
    var violation: GantryError?
    framer.feed(chunk: bytes) { frame in
      guard violation == nil else { return }
      do throws(GantryError) {
        try Self.read(frame, into: &arrivals)
      } catch {
        violation = error
      }
    }
    if let violation { throw violation }
    return arrivals
  }

  private static func read(_ frame: LineFramer.Frame, into arrivals: inout Arrivals) throws(GantryError) {
    guard case .line(let line) = frame else {
      throw .protocolViolation("it sent a line that is too long")
    }
    let message: IncomingResponse
    do throws(ProtocolViolation) {
      message = try IncomingResponse.decode(line)
    } catch {
      throw .protocolViolation("it sent \(error.reason)")
    }
    switch message {
    case .notification(let notification):
      if notification.method == "event", let params = notification.params { arrivals.events.append(params) }
    case .batch: throw .protocolViolation("it sent a batch, though none was asked for")
    case .result(let id, let result):
      arrivals.replies.append(Reply(id: try number(of: id), outcome: .success(result)))
    case .failure(let id, let error):
      arrivals.replies.append(Reply(id: id.isNull ? nil : try number(of: id), outcome: .failure(.rpc(error))))
    }
  }

  private static func number(of id: RequestID) throws(GantryError) -> Int64 {
    guard let number = Int64(id.description) else {
      throw .protocolViolation("it answered a call \(id.description.prefix(40)) that was never made")
    }
    return number
  }
}
