import Glibc
import JSON
import JSONRPC
import Testing

@testable import GantryClient

@Suite("A connection for one call at a time")
struct ConnectionTests {
  @Test func `a call is one line, and its result comes back as written`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in
      while let line = peer.line() {
        seen.append(line)
        peer.send(#"{"jsonrpc":"2.0","id":1,"result":{"n":1.50}}"# + "\n")
      }
    }
    let connection = try Connection(socketPath: daemon.path)
    #expect(try connection.call("ping").text == #"{"n":1.50}"#)
    #expect(await seen.lines(1) == [#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#])
  }

  @Test func `parameters that were pretty-printed stay on one line`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in
      if let line = peer.line() { seen.append(line) }
      peer.send(#"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n")
    }
    let params = try RawJSON(validating: "{\n\"a\": \"b\\n\"\n}")
    _ = try Connection(socketPath: daemon.path).call("x", params: params)
    #expect(await seen.lines(1) == [#"{"jsonrpc":"2.0","id":1,"method":"x","params":{ "a": "b\n" }}"#])
  }

  @Test func `a typed call encodes and decodes its own types`() throws {
    let daemon = try FakeDaemon { peer in
      guard let line = peer.line(), line.contains(#""params":{"text":"ü\"q"}"#) else { return }
      peer.send(#"{"jsonrpc":"2.0","id":1,"result":{"text":"back","new_member":true}}"# + "\n")
    }
    #expect(try Connection(socketPath: daemon.path).call(Echo.self, .init(text: "ü\"q")).text == "back")
  }

  @Test func `answers may come in pieces, after notifications and with the answers to calls given up`() throws {
    let daemon = try FakeDaemon { peer in
      _ = peer.line()
      _ = peer.line()
      peer.send(#"{"jsonrpc":"2.0","method":"event","params":{}}"# + "\n" + #"{"jsonrpc":"2.0","id":1,"re"#)
      peer.send(#"sult":"late"}"# + "\r\n\n" + #"{"jsonrpc":"2.0","id":2,"result":"mine"}"#)
      peer.send("\n")
    }
    let connection = try Connection(socketPath: daemon.path)
    #expect(throws: GantryError.self) { try connection.call("slow", timeout: .zero) }
    #expect(try connection.call("quick").text == #""mine""#)
  }

  @Test func `an error of the daemon keeps its kind and data, and the connection goes on`() throws {
    let daemon = try FakeDaemon { peer in
      _ = peer.line()
      peer.send(
        #"{"jsonrpc":"2.0","id":1,"error":{"code":1001,"message":"No such job.","data":{"kind":"jobNotFound","job_id":"x"}}}"#
          + "\n")
      _ = peer.line()
      peer.send(#"{"jsonrpc":"2.0","id":2,"result":{}}"# + "\n")
    }
    let connection = try Connection(socketPath: daemon.path)
    let error = #expect(throws: GantryError.self) { try connection.call("getJobStatus") }
    guard case .rpc(let rpc) = error else { throw Unexpected(error) }
    #expect(rpc.kind == "jobNotFound")
    #expect(rpc.data["job_id"] == "x")
    #expect(try connection.call("ping").text == "{}")
  }

  @Test func `a refusal without an id ends the call that waits`() throws {
    let daemon = try FakeDaemon { peer in
      peer.send(
        #"{"jsonrpc":"2.0","id":null,"error":{"code":-32006,"message":"Too many.","data":{"kind":"tooManyConnections"}}}"#
          + "\n")
      peer.awaitEnd()
    }
    let error = #expect(throws: GantryError.self) { try Connection(socketPath: daemon.path).call("ping") }
    #expect(error?.kind == "tooManyConnections")
  }

  @Test(arguments: [
    "HTTP/1.1 400 Bad Request", "{}", #"{"jsonrpc":"2.0","id":"a","result":1}"#, #"{"jsonrpc":"2.0","id":1}"#,
    #"[{"jsonrpc":"2.0","id":1,"result":1}]"#,
  ])
  func `what is not the protocol is said to be so, and nothing more is asked`(line: String) throws {
    let daemon = try FakeDaemon { peer in
      _ = peer.line()
      peer.send(line + "\n")
      peer.awaitEnd()
    }
    let connection = try Connection(socketPath: daemon.path)
    #expect(#expect(throws: GantryError.self) { try connection.call("ping") }?.kind == "protocolViolation")
    #expect(#expect(throws: GantryError.self) { try connection.call("ping") }?.kind == "closed")
  }

  @Test func `a result of another shape is a protocol violation that names the member`() throws {
    let daemon = try FakeDaemon { peer in
      _ = peer.line()
      peer.send(#"{"jsonrpc":"2.0","id":1,"result":{"text":7}}"# + "\n")
    }
    let connection = try Connection(socketPath: daemon.path)
    let error = #expect(throws: GantryError.self) { try connection.call(Echo.self, .init(text: "")) }
    #expect(error?.description.contains("/text must be a string") == true)
  }

  @Test func `a connection that ends before the answer is reported with the method`() throws {
    let daemon = try FakeDaemon { peer in _ = peer.line() }
    let error = #expect(throws: GantryError.self) { try Connection(socketPath: daemon.path).call("waitJob") }
    guard case .closed(let method, 0) = error else { throw Unexpected(error) }
    #expect(method == "waitJob")
  }

  @Test func `requests and answers larger than any buffer pass`() throws {
    let daemon = try FakeDaemon { peer in
      guard let line = peer.line() else { return }
      peer.send(#"{"jsonrpc":"2.0","id":1,"result":{"text":""# + line.filter { $0 == "y" } + "\"}}\n")
    }
    let text = String(repeating: "y", count: 1_000_000)
    let result = try Connection(socketPath: daemon.path).call(Echo.self, .init(text: text))
    let isSame = result.text == text
    #expect(isSame)
  }

  @Test func `without a socket the hint says how to start the daemon`() throws {
    let path = "/tmp/gantry-none-\(getpid()).sock"
    let error = #expect(throws: GantryError.self) { try Connection(socketPath: path) }
    guard case .cannotConnect(path, ENOENT, let hint) = error else { throw Unexpected(error) }
    #expect(hint.contains("gantryd --socket '\(path)'"))
  }

  @Test func `a socket that its daemon left behind is told from a missing one`() throws {
    let stale = try FakeDaemon.abandonedSocket()
    defer { unlink(stale) }
    let error = #expect(throws: GantryError.self) { try Connection(socketPath: stale) }
    guard case .cannotConnect(_, ECONNREFUSED, let hint) = error else { throw Unexpected(error) }
    #expect(hint.contains("Nobody listens"))
  }

  @Test func `a daemon that does not accept is given up at the deadline`() throws {
    let daemon = try FakeDaemon(deafWithBacklog: 0)
    let first = try Connection(socketPath: daemon.path)
    let error = #expect(throws: GantryError.self) {
      try Connection(socketPath: daemon.path, timeout: .milliseconds(1))
    }
    guard case .cannotConnect(_, EAGAIN, _) = error else { throw Unexpected(error) }
    withExtendedLifetime(first) {}
  }

  @Test func `a path too long for the system is refused before the attempt`() {
    let error = #expect(throws: GantryError.self) {
      try Connection(socketPath: "/" + String(repeating: "s", count: 107))
    }
    guard case .cannotConnect(_, ENAMETOOLONG, let hint) = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(hint.contains("107"))
  }
}

struct Unexpected: Error {
  var description: String
  init(_ error: (any Error)?) { description = String(describing: error) }
}
