import JSON
import JSONRPC

/// A decoded line as one line of text, in which a test can say what it expects:
/// `call(1 ping [1])`, `notify(ping)`, `E(-32600 null invalidRequest)`, `response`, `[…, …]`.
func decoded(_ line: [UInt8], limits: EnvelopeLimits = .default) -> String {
  switch line.withUnsafeBytes({ Envelope.decode($0, limits: limits) }) {
  case .single(let message): render(message)
  case .batch(let messages): "[" + messages.map(render).joined(separator: ", ") + "]"
  case .rejected(let error): "E(\(error.code) null \(error.kind))"
  }
}

func decoded(_ line: String, limits: EnvelopeLimits = .default) -> String {
  decoded(Array(line.utf8), limits: limits)
}

private func render(_ message: Message) -> String {
  switch message {
  case .response: return "response"
  case .invalid(let error, let id): return "E(\(error.code) \(id) \(error.kind))"
  case .call(let request):
    let params = request.params.map { " \($0)" } ?? ""
    guard let id = request.id else { return "notify(\(request.method)\(params))" }
    return "call(\(id) \(request.method)\(params))"
  }
}
