import JSON
import JSONRPC

/// The lines a client sends.
enum RequestLine {
  /// One call with a numeric id, ending in a newline.
  static func call(id: Int64, method: String, params: RawJSON?) -> [UInt8] {
    guard let params else { return Outgoing.request(method: method, id: RequestID(id)) }
    return Outgoing.request(method: method, id: RequestID(id)) { writer in
      // A newline in valid JSON is white space between tokens, but on the wire it would end the request.
      writer.raw(params.bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 })
    }
  }

  /// Asks the daemon to stop working on a request that nobody waits for any longer.
  static func cancel(id: Int64) -> [UInt8] {
    Outgoing.notification(method: "$/cancelRequest") { writer in
      writer.beginObject()
      writer.member("id", id)
      writer.endObject()
    }
  }
}
