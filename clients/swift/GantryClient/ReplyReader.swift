import JSON
import JSONRPC

/// The answer to one call.
struct Reply {
  /// The number of the call; nil for an error that concerns the connection as a whole.
  var id: Int64?
  var outcome: Result<RawJSON, GantryError>
}

/// From the bytes of the connection to the answers in them.
struct ReplyReader {
  // Far above what a daemon sends in one line; it only keeps a broken peer from filling the memory.
  private var framer = LineFramer(maximumLineBytes: 256 << 20)

  /// Takes the next bytes and returns the answers that are complete with them. Notifications are passed over.
  ///
  /// - Throws: ``GantryError/protocolViolation(_:)``; the connection is of no further use then.
  mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(GantryError) -> [Reply] {
    var replies: [Reply] = []
    var violation: GantryError?
    framer.feed(chunk: bytes) { frame in
      guard violation == nil else { return }
      do throws(GantryError) {
        if let reply = try Self.reply(in: frame) { replies.append(reply) }
      } catch {
        violation = error
      }
    }
    if let violation { throw violation }
    return replies
  }

  private static func reply(in frame: LineFramer.Frame) throws(GantryError) -> Reply? {
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
    case .notification: return nil
    case .batch: throw .protocolViolation("it sent a batch, though none was asked for")
    case .result(let id, let result): return Reply(id: try number(of: id), outcome: .success(result))
    case .failure(let id, let error):
      return Reply(id: id.isNull ? nil : try number(of: id), outcome: .failure(.rpc(error)))
    }
  }

  private static func number(of id: RequestID) throws(GantryError) -> Int64 {
    guard let number = Int64(id.description) else {
      throw .protocolViolation("it answered a call \(id.description.prefix(40)) that was never made")
    }
    return number
  }
}
