import JSON
import JSONRPC
import Testing

@Suite("Replies and what a client reads")
struct ReplyTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("A reply is one line")
  func result() {
    let line = Reply.result(id: RequestID(1)) { writer in
      writer.beginObject()
      writer.member("text", "two\nlines")
      writer.endObject()
    }
    #expect(text(line) == #"{"jsonrpc":"2.0","id":1,"result":{"text":"two\nlines"}}"# + "\n")
  }

  @Test("An error carries its kind before the rest of its data")
  func error() {
    let error = RPCError(code: 1001, kind: "jobNotFound", message: "No job x.", data: ["job_id": "x"])
    #expect(
      text(Reply.error(id: .null, error))
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":1001,"message":"No job x.","data":{"kind":"jobNotFound","job_id":"x"}}}"#
        + "\n")
  }

  @Test("Replies are appended behind what is already waiting")
  func appending() {
    var line = Array("before\n".utf8)
    Reply.appendResult(id: RequestID("a"), to: &line) { $0.int(1) }
    #expect(text(line) == "before\n" + #"{"jsonrpc":"2.0","id":"a","result":1}"# + "\n")
  }

  @Test("The replies of a batch are one array on one line")
  func batch() {
    let line = Reply.batch([Reply.result(id: RequestID(1), true), Reply.result(id: RequestID(2), "x")])
    #expect(
      line.map(text) == #"[{"jsonrpc":"2.0","id":1,"result":true},{"jsonrpc":"2.0","id":2,"result":"x"}]"# + "\n")
  }

  @Test("A client reads back what a server writes")
  func roundTrip() throws {
    let id = RequestID("q")
    #expect(try IncomingResponse.decode(Reply.result(id: id, [1, 2])) == .result(id: id, RawJSON([1, 2])))
    let error = RPCError(code: 1002, kind: "invalidState", message: "m", data: ["current": "completed"])
    #expect(try IncomingResponse.decode(Reply.error(id: id, error)) == .failure(id: id, error))
    let batch = try #require(Reply.batch([Reply.result(id: id, 1), Reply.error(id: .null, error)]))
    #expect(try IncomingResponse.decode(batch) == .batch([.result(id: id, RawJSON(1)), .failure(id: .null, error)]))
    let event = Outgoing.notification(method: "event") { writer in
      writer.beginObject()
      writer.member("seq", 7)
      writer.endObject()
    }
    #expect(
      try IncomingResponse.decode(event)
        == .notification(Request(id: nil, method: "event", params: RawJSON(unchecked: #"{"seq":7}"#.utf8))))
  }

  @Test("A request that is written is decoded as the same request")
  func request() {
    #expect(decoded(Outgoing.request(method: "ping", id: RequestID(3))) == "call(3 ping)")
    let line = Outgoing.request(method: "m", id: RequestID("a/b")) { $0.raw("[1]".utf8) }
    #expect(decoded(line) == #"call("a/b" m [1])"#)
  }

  @Test(
    "What is no reply is a protocol violation",
    arguments: [
      "", "{", "5", "[1]", #"{"jsonrpc":"2.0","id":1}"#, #"{"jsonrpc":"2.0","result":1}"#, #"{"id":1,"result":1}"#,
      #"{"jsonrpc":"2.0","id":1,"result":1,"error":{"code":1,"message":"m"}}"#,
      #"{"jsonrpc":"2.0","id":1,"error":{"code":"1","message":"m"}}"#, #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":1,"id":2,"result":1}"#,
    ])
  func violations(line: String) {
    #expect(throws: ProtocolViolation.self) { try IncomingResponse.decode(Array(line.utf8)) }
  }

  @Test("An error without data is still an error")
  func foreignError() throws {
    let line = #"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}"#
    #expect(
      try IncomingResponse.decode(Array(line.utf8))
        == .failure(id: RequestID(1), RPCError(code: -32601, kind: "unknown", message: "no")))
  }
}
