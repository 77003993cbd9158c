import GantryTestSupport
import JSON
import Testing

/// Starts a daemon, holds a conversation with it and asks for a sign of life at the end.
func converse(configuration: String = "", _ body: (Conversation) throws -> Void) throws {
  let daemon = try Daemon(configuration: configuration)
  let client = try daemon.connect()
  try body(client)
  try client.expectAlive()
}

/// The line of an error reply: its code, its id as JSON text and its kind.
func error(_ code: Int, id: String = "null", _ kind: String) -> String {
  #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":\#(code),"message":"<string>","#
    + #""data":{"kind":"\#(kind)","<others>":"<any>"}}}"#
}

/// The line of an error reply about one parameter.
func error(_ code: Int, id: String, _ kind: String, field: String) -> String {
  #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":\#(code),"message":"<string>","#
    + #""data":{"kind":"\#(kind)","field":"\#(field)","<others>":"<any>"}}}"#
}

/// The line of a request.
func request(_ id: String, _ method: String, _ params: String? = nil) -> String {
  let tail = params.map { #","params":\#($0)"# } ?? ""
  return #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"\#(tail)}"#
}

/// The line of the answer to a ping.
func pong(_ id: String) -> String {
  #"{"jsonrpc":"2.0","id":\#(id),"result":{"pong":true,"time":"<time>"}}"#
}

let parseError = error(-32700, "parseError")
let invalidRequest = error(-32600, "invalidRequest")
