import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

@Suite("Under a service manager")
struct ServiceManagerTests {
  @Test("It is told when the daemon is ready, reloads and stops", arguments: [false, true])
  func notifications(isAbstract: Bool) throws {
    let stage = try TemporaryDirectory()
    let path = stage.appending("notify")
    let manager = try LocalSocket(isAbstract ? "@" + path : path, Int32(SOCK_DGRAM.rawValue))
    let daemon = try Daemon(environment: ["NOTIFY_SOCKET": isAbstract ? "@" + path : path])
    #expect(try manager.message() == "STATUS=Starting\nEXTEND_TIMEOUT_USEC=65000000")
    #expect(try manager.message() == "READY=1\nSTATUS=Serving on \(daemon.socketPath)")
    daemon.signal(SIGHUP)
    #expect(try manager.message().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
    #expect(try manager.message().hasPrefix("READY=1\n"))
    #expect(try daemon.terminate() == .exited(0))
    #expect(try manager.message() == "STOPPING=1")
    #expect(try manager.message() == "STATUS=Stopping\nEXTEND_TIMEOUT_USEC=15000000")
  }

  @Test("It is asked for more time again and again while jobs keep the daemon from ending")
  func moreTime() throws {
    let stage = try TemporaryDirectory()
    let gate = try Gate(in: stage)
    let manager = try LocalSocket(stage.appending("notify"), Int32(SOCK_DGRAM.rawValue))
    let daemon = try Daemon(
      configuration: """
        drain_seconds = 600
        [job_types.own]
        command = ["/bin/sh", "-c", "\(gate.script)"]
        """,
      environment: ["NOTIFY_SOCKET": stage.appending("notify")])
    _ = try manager.message(beginning: "READY=1\n")
    _ = try daemon.connect().call("createJob", ["type": "own"])
    try gate.waitForArrival()
    daemon.signal(SIGTERM)
    #expect(try manager.message() == "STOPPING=1")
    for _ in 0..<2 {
      #expect(try manager.message() == "STATUS=Waiting for 1 running job\nEXTEND_TIMEOUT_USEC=15000000")
    }
    try gate.open()
    #expect(try daemon.waitForExit() == .exited(0))
  }

  @Test("It gets signs of life when it watches")
  func watchdog() throws {
    let stage = try TemporaryDirectory()
    let manager = try LocalSocket(stage.appending("notify"), Int32(SOCK_DGRAM.rawValue))
    let daemon = try Daemon(environment: ["NOTIFY_SOCKET": stage.appending("notify"), "WATCHDOG_USEC": "40000"])
    _ = try manager.message(beginning: "READY=1\n")
    for _ in 0..<3 { #expect(try manager.message() == "WATCHDOG=1") }
    #expect(try daemon.terminate() == .exited(0))
  }

  @Test("A store that hangs gets no signs of life, though the loop answers")
  func watchdogOfAStoreThatHangs() throws {
    let stage = try TemporaryDirectory()
    let faults = try Faults()
    let manager = try LocalSocket(stage.appending("notify"), Int32(SOCK_DGRAM.rawValue))
    let variables = ["NOTIFY_SOCKET": stage.appending("notify"), "WATCHDOG_USEC": "40000"]
    let daemon = try Daemon(environment: faults.environment.merging(variables) { $1 })
    let (client, other) = (try daemon.connect(), try daemon.connect())
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    // Waits by the daemon's own clock, for many times what lies between two signs of life.
    func pass() throws {
      #expect(try other.call("waitJob", ["job_id": job, "timeout_seconds": 0.4])["timed_out"] == true)
    }
    faults.holdSyncs(of: .log)
    try client.send(#"{"jsonrpc":"2.0","id":1,"method":"createJob","params":{"type":"noop"}}"#)
    try pass()
    manager.forget()
    try pass()
    #expect(!manager.hasMessage)
    faults.heal()
    _ = try client.expectLine()
    #expect(try manager.message() == "WATCHDOG=1")
    #expect(try daemon.terminate() == .exited(0))
  }

  @Test("A watchdog for another process is not fed")
  func watchdogOfAnother() throws {
    let stage = try TemporaryDirectory()
    let manager = try LocalSocket(stage.appending("notify"), Int32(SOCK_DGRAM.rawValue))
    let daemon = try Daemon(
      environment: ["NOTIFY_SOCKET": stage.appending("notify"), "WATCHDOG_USEC": "1000", "WATCHDOG_PID": "1"])
    _ = try manager.message(beginning: "READY=1\n")
    #expect(try daemon.terminate() == .exited(0))
    #expect(try manager.message() == "STOPPING=1")
  }

  @Test("Its socket is served, and stays when the daemon ends")
  func activation() throws {
    let stage = try TemporaryDirectory()
    let path = stage.appending("activated")
    let socket = try LocalSocket(path, Int32(SOCK_STREAM.rawValue))
    #expect(listen(socket.descriptor.raw, 8) == 0)
    let daemon = try Daemon(listening: socket.descriptor.raw)
    _ = try Conversation(socket: path, patience: 20).call("ping")
    #expect(access(daemon.socketPath, F_OK) != 0)
    daemon.signal(SIGHUP)
    try daemon.waitForLog(containing: "configuration reloaded")
    #expect(!daemon.log.contains("needs a restart"))
    #expect(try daemon.terminate() == .exited(0))
    #expect(access(path, F_OK) == 0)
    // Whoever asks meanwhile waits in the socket for the next daemon.
    let early = try Conversation(socket: path, patience: 20)
    try daemon.start()
    _ = try early.call("ping")
  }

  @Test("A descriptor that is no listening socket is refused with the reason")
  func wrongDescriptor() throws {
    let stage = try TemporaryDirectory()
    let socket = try LocalSocket(stage.appending("idle"), Int32(SOCK_STREAM.rawValue))
    let failure = #expect(throws: TestFailure.self) { try Daemon(listening: socket.descriptor.raw) }
    #expect(String(describing: failure).contains("does not listen"))
  }
}

/// A Unix socket bound by a test; `@` is the abstract namespace.
private struct LocalSocket {
  let descriptor: Descriptor

  init(_ name: String, _ type: Int32) throws {
    descriptor = Descriptor(owning: socket(AF_UNIX, type | Int32(SOCK_CLOEXEC.rawValue), 0))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isAbstract = name.hasPrefix("@")
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: name.utf8)
      if isAbstract { $0[0] = 0 }
    }
    let length = MemoryLayout<sa_family_t>.size + name.utf8.count + (isAbstract ? 0 : 1)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor.raw, $0, socklen_t(length)) }
    }
    try #require(result == 0, "bind: \(String(cString: strerror(errno)))")
  }

  /// Something was said that nobody has read.
  var hasMessage: Bool {
    var ready = pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) == 1
  }

  /// Drops what was said so far.
  func forget() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while recv(descriptor.raw, &bytes, bytes.count, Int32(MSG_DONTWAIT)) >= 0 {}
  }

  /// The next datagram that begins so.
  func message(beginning start: String) throws -> String {
    while true {
      let message = try message()
      if message.hasPrefix(start) { return message }
    }
  }

  /// The next datagram.
  func message() throws -> String {
    var ready = pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0)
    try #require(poll(&ready, 1, 30_000) == 1, "nothing was said")
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor.raw, &bytes, bytes.count, 0)
    try #require(count >= 0)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
