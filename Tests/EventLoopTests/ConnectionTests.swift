import EventLoop
import Glibc
import Testing
import Threads

@MainActor @Suite(.serialized) struct ConnectionTests {
  @Test func bytesGoBothWaysAndTheEndIsSeen() throws {
    let server = try EchoServer()
    let client = WorkerThread(name: "client") { [path = server.path, result = server.result] in
      let socket = connectTo(path)
      writeAll(socket, Array("hello".utf8))
      shutdown(socket, Int32(SHUT_WR))
      result.send(readToEnd(socket))
      close(socket)
    }
    server.loop.run()
    client.join()
    #expect(server.result.receive() == Array("hello".utf8))
    try server.loop.close()
  }

  @Test func whatThePeerDoesNotReadIsKeptAndArrivesWhole() throws {
    // Far more than a socket buffer: most of it must wait in the loop until the client starts to read.
    let size = 8 << 20
    let server = try EchoServer(reply: [UInt8](repeating: 7, count: size))
    let client = WorkerThread(name: "client") { [path = server.path, result = server.result] in
      let socket = connectTo(path)
      shutdown(socket, Int32(SHUT_WR))
      result.send(readToEnd(socket))
      close(socket)
    }
    server.loop.run()
    client.join()
    #expect(server.mostUnsent > 0)
    #expect(server.result.receive() == [UInt8](repeating: 7, count: size))
    try server.loop.close()
  }

  @Test func aPeerThatVanishesIsReportedAndNotFatal() throws {
    signal(SIGPIPE, SIG_IGN)
    let server = try EchoServer(reply: [UInt8](repeating: 7, count: 8 << 20))
    let client = WorkerThread(name: "client") { [path = server.path] in
      let socket = connectTo(path)
      shutdown(socket, Int32(SHUT_WR))
      var one = [UInt8](repeating: 0, count: 1)
      _ = read(socket, &one, 1)
      close(socket)
    }
    server.loop.run()
    client.join()
    #expect(server.writeFailures == 1)
    try server.loop.close()
  }

  @Test func thePeersUserIsKnown() throws {
    let server = try EchoServer()
    let client = WorkerThread(name: "client") { [path = server.path] in
      let socket = connectTo(path)
      close(socket)
    }
    server.loop.run()
    client.join()
    #expect(server.peer?.uid == geteuid())
    #expect(server.peer?.pid == getpid())
    try server.loop.close()
  }
}

/// Accepts one connection, answers with what came (or a given reply) once the client has said all, and ends.
@MainActor private final class EchoServer {
  let loop: Loop
  let path: String
  let result = BlockingMailbox<[UInt8]>()
  private(set) var mostUnsent = 0
  private(set) var writeFailures = 0
  private(set) var peer: PeerCredentials?
  private var listener: Listener?
  private var received: [UInt8] = []

  init(reply: [UInt8]? = nil) throws {
    loop = try Loop()
    path = "/tmp/gantry-loop-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"
    listener = try Listener(
      loop: loop, descriptor: listening(path), backlog: 1,
      accepted: { [unowned self] in serve($0, reply: reply) },
      failed: { Issue.record("accept failed: \($0)") })
  }

  private func serve(_ connection: Connection, reply: [UInt8]?) {
    peer = connection.peer
    listener?.close()
    listener = nil
    unlink(path)
    connection.onBytes = { [unowned self] in received += $0 }
    connection.onEnd = { [unowned self] _ in
      connection.onDrain = { connection.close() }
      connection.onWriteFailure = { [unowned self] _ in
        writeFailures += 1
        connection.close()
      }
      connection.send(reply ?? received)
      mostUnsent = connection.unsentBytes
      if mostUnsent == 0 { connection.close() }
    }
    connection.startReading()
  }
}

private nonisolated func address(_ path: String) -> sockaddr_un {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
  return address
}

private nonisolated func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
  var address = address(path)
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
  }
}

private nonisolated func listening(_ path: String) -> Int32 {
  let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  #expect(withAddress(path) { bind(descriptor, $0, $1) } == 0)
  return descriptor
}

private nonisolated func connectTo(_ path: String) -> Int32 {
  let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  #expect(withAddress(path) { connect(descriptor, $0, $1) } == 0)
  return descriptor
}

private nonisolated func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) {
  #expect(write(descriptor, bytes, bytes.count) == bytes.count)
}

private nonisolated func readToEnd(_ descriptor: Int32) -> [UInt8] {
  var all: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return all }
    all += chunk[..<count]
  }
}
