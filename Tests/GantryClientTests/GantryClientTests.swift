import JSON
import JSONRPC
import Testing

@testable import GantryClient

@Suite("A client with many calls under way")
struct GantryClientTests {
  @Test func `answers find their calls in whatever order they come`() async throws {
    let count = 50
    let daemon = try FakeDaemon { peer in
      var lines: [String] = []
      while lines.count < count, let line = peer.line() { lines.append(line) }
      for line in lines.reversed() {
        let call = try? JSON.parse(line)
        let text = call?["params"]?["text"]?.stringValue ?? ""
        peer.send(#"{"jsonrpc":"2.0","id":\#(call?["id"]?.intValue ?? 0),"result":{"text":"re: \#(text)"}}"# + "\n")
      }
      peer.awaitEnd()
    }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<count {
        group.addTask { (number, try await client.call(Echo.self, .init(text: "\(number)")).text) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(answers == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, "re: \($0)") }))
  }

  @Test func `a call that takes too long is given up, and the daemon is told`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in while let line = peer.line() { seen.append(line) } }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let error = await #expect(throws: GantryError.self) { try await client.call("waitJob", timeout: .zero) }
    #expect(error?.kind == "timeout")
    let lines = await seen.lines(2)
    #expect(lines[0].contains(#""method":"waitJob""#))
    #expect(lines[1] == #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"#)
  }

  @Test func `cancelling the task ends the call, and the daemon is told`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in while let line = peer.line() { seen.append(line) } }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let task = Task { try await client.call("waitJob", timeout: nil) }
    _ = await seen.lines(1)
    task.cancel()
    let error = await #expect(throws: GantryError.self) { try await task.value }
    #expect(error?.kind == "cancelled")
    #expect(await seen.lines(2)[1].contains("$/cancelRequest"))
  }

  @Test func `a call in a task that is cancelled already is never sent`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in
      while let line = peer.line() {
        seen.append(line)
        peer.send(#"{"jsonrpc":"2.0","id":2,"result":{}}"# + "\n")
      }
    }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await client.call("createJob")
    }
    let error = await #expect(throws: GantryError.self) { try await task.value }
    #expect(error?.kind == "cancelled")
    _ = try await client.call("ping")
    #expect(await seen.lines(1) == [#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#])
  }

  @Test func `closing ends the calls under way and every later one`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in
      while let line = peer.line() { seen.append(line) }
      seen.append("end")
    }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let task = Task { try await client.call("waitJob", timeout: nil) }
    _ = await seen.lines(1)
    client.close()
    #expect(await #expect(throws: GantryError.self) { try await task.value }?.kind == "closed")
    #expect(await #expect(throws: GantryError.self) { try await client.call("ping") }?.kind == "closed")
    #expect(await seen.lines(2).last == "end")
  }

  @Test func `the last reference takes the connection with it`() async throws {
    let seen = Transcript()
    let daemon = try FakeDaemon { peer in
      peer.awaitEnd()
      seen.append("end")
    }
    var client: GantryClient? = try await GantryClient.connect(socketPath: daemon.path)
    #expect(client != nil)
    client = nil
    #expect(await seen.lines(1) == ["end"])
  }

  @Test func `a daemon that goes away fails every call under way`() async throws {
    let daemon = try FakeDaemon { peer in
      _ = peer.line()
      _ = peer.line()
    }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let tasks = (0..<2).map { _ in Task { try await client.call("waitJob", timeout: nil) } }
    for task in tasks {
      #expect(await #expect(throws: GantryError.self) { try await task.value }?.kind == "closed")
    }
  }

  @Test func `nonsense from the daemon fails the call with what was wrong`() async throws {
    let daemon = try FakeDaemon { peer in
      _ = peer.line()
      peer.send("nonsense\n")
      peer.awaitEnd()
    }
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let error = await #expect(throws: GantryError.self) { try await client.call("ping") }
    #expect(error?.kind == "protocolViolation")
  }

  @Test func `requests and answers larger than any buffer pass`() async throws {
    let daemon = try FakeDaemon { peer in
      guard let line = peer.line() else { return }
      peer.send(#"{"jsonrpc":"2.0","id":1,"result":{"text":""# + line.filter { $0 == "y" } + "\"}}\n")
    }
    let text = String(repeating: "y", count: 1_000_000)
    let client = try await GantryClient.connect(socketPath: daemon.path)
    let isSame = try await client.call(Echo.self, .init(text: text)).text == text
    #expect(isSame)
  }

  @Test func `connecting to nothing fails with the way to start the daemon`() async {
    let error = await #expect(throws: GantryError.self) {
      try await GantryClient.connect(socketPath: "/tmp/gantry-none/g.sock")
    }
    #expect(error?.kind == "cannotConnect")
    #expect(error?.description.contains("gantryd") == true)
  }
}
