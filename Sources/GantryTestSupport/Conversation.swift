import ChildProcess
import Glibc
import JSON

/// A client that knows nothing of the protocol: it sends bytes and says which lines it expects.
///
/// Every expectation has a deadline and fails with what was said so far. Used by one thread at a time.
public final class Conversation {
  private let socket: Descriptor
  private let patience: Double
  private var buffer: [UInt8] = []
  private var atEnd = false
  private var failedReading: Int32?
  private var history: [String] = []

  /// Values that placeholders have captured, by name.
  public var captures: [String: JSON] = [:]

  /// Connects.
  /// - Parameter patience: seconds that any single expectation may take.
  public init(socket path: String, patience: Double = 20) throws(TestFailure) {
    self.patience = patience
    socket = try connectedSocket(path)
  }

  // MARK: Saying

  /// Sends a line, with the captured values in the place of their placeholders.
  public func send(_ line: String) throws(TestFailure) {
    let line = try LinePattern.substitute(captures, in: line)
    note("--> ", line)
    try write(Array(line.utf8) + [0x0A])
  }

  /// Sends exactly these bytes.
  public func send(bytes: [UInt8]) throws(TestFailure) {
    note("--> ", String(decoding: bytes.prefix(200), as: UTF8.self) + " (\(bytes.count) bytes)")
    try write(bytes)
  }

  /// Says that nothing more will come, and goes on listening.
  public func halfClose() throws(TestFailure) {
    note("--> ", "(end)")
    guard shutdown(socket.raw, Int32(SHUT_WR)) == 0 else { throw failure("shutdown: \(errorText(errno))") }
  }

  // MARK: Hearing

  /// The next line, whatever it is.
  public func expectLine() throws(TestFailure) -> String {
    let deadline = Deadline.after(seconds: patience)
    var searched = 0
    while true {
      if let newline = buffer[searched...].firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<newline], as: UTF8.self)
        buffer.removeSubrange(...newline)
        note("<-- ", line)
        return line
      }
      searched = buffer.count
      if atEnd { throw failure("expected a line, but the server has closed") }
      guard try deadline.poll(socket.raw, POLLIN) else {
        throw failure("expected a line, but nothing came for \(patience) seconds")
      }
      readSome()
    }
  }

  /// The next line, which has to match the pattern.
  /// - Returns: the line's value.
  @discardableResult
  public func expect(_ pattern: String) throws(TestFailure) -> JSON {
    let line = try expectLine()
    if let mismatch = LinePattern.mismatch(of: line, with: pattern, captures: &captures) {
      throw failure("expected \(pattern)\nreceived \(line)\n\(mismatch)")
    }
    do throws(JSONError) {
      return try JSON.parse(line)
    } catch {
      throw failure("received a line that is not JSON: \(error)")
    }
  }

  /// The next line, which has to be this text byte for byte.
  public func expectExactly(_ text: String) throws(TestFailure) {
    let line = try expectLine()
    guard Array(line.utf8) == Array(text.utf8) else { throw failure("expected \(text)\nreceived \(line)") }
  }

  /// The end of the connection, with not a byte before it.
  public func expectEnd() throws(TestFailure) {
    let deadline = Deadline.after(seconds: patience)
    while !atEnd {
      guard try deadline.poll(socket.raw, POLLIN) else {
        throw failure("expected the server to close, but it did not for \(patience) seconds")
      }
      readSome()
    }
    guard buffer.isEmpty else {
      throw failure("expected the end, but received \(String(decoding: buffer.prefix(500), as: UTF8.self))")
    }
    note("<-- ", "(end)")
    if let failedReading { throw failure("expected an orderly end, but reading failed: \(errorText(failedReading))") }
  }

  /// Calls a method and returns its result, which has to come as the next line.
  public func call(_ method: String, _ params: JSON? = nil) throws(TestFailure) -> JSON {
    var request: JSONObject = ["jsonrpc": "2.0", "id": "call", "method": .string(method)]
    request["params"] = params
    try send(JSON.object(request).description)
    let reply = try expect(#"{"jsonrpc":"2.0","id":"call","<others>":"<any>"}"#)
    guard let result = reply["result"] else { throw failure("\(method) failed") }
    return result
  }

  /// The proof that the connection lives and that nothing else was on its way: a ping, and its answer as the next line.
  public func expectAlive() throws(TestFailure) {
    try send(#"{"jsonrpc":"2.0","id":"p","method":"ping"}"#)
    try expect(#"{"jsonrpc":"2.0","id":"p","result":{"pong":true,"time":"<time>"}}"#)
  }

  // MARK: Bytes

  /// Writes, and reads meanwhile: a server that waits for its reader would never take the rest.
  private func write(_ bytes: [UInt8]) throws(TestFailure) {
    let deadline = Deadline.after(seconds: patience)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket.raw, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        guard try deadline.poll(socket.raw, POLLIN | POLLOUT) else {
          throw failure("the server takes no more bytes")
        }
        if !atEnd { readSome() }
      } else if errno != EINTR {
        throw failure("send: \(errorText(errno))")
      }
    }
  }

  private func readSome() {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket.raw, &chunk, chunk.count, 0)
    if count > 0 {
      buffer += chunk[..<count]
    } else if count == 0 {
      atEnd = true
    } else if errno != EAGAIN, errno != EINTR {
      atEnd = true
      failedReading = errno
    }
  }

  private func note(_ arrow: String, _ text: String) {
    history.append(arrow + (text.utf8.count > 400 ? String(text.prefix(400)) + "…" : text))
    if history.count > 40 { history.removeFirst() }
  }

  private func failure(_ text: String) -> TestFailure {
    TestFailure(text + "\nThe conversation so far:\n" + history.joined(separator: "\n"))
  }
}
