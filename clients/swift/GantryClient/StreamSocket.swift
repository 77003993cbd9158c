import GantryPaths
import Glibc

/// A connected, non-blocking Unix stream socket. Closes its descriptor at the end of its life.
struct StreamSocket: ~Copyable {
  let descriptor: Int32

  /// What one attempt to move bytes led to.
  enum Progress: Equatable {
    case moved(Int)
    case wouldBlock
    case ended
    case failed(Int32)
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Connects to the socket at `path`, waiting in a full backlog until the deadline.
  static func connect(to path: String, until deadline: Deadline) throws(GantryError) -> StreamSocket {
    guard path.utf8.count <= SocketLocation.maximumLength else {
      throw .cannotConnect(path: path, systemError: ENAMETOOLONG)
    }
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .cannotConnect(path: path, systemError: errno) }
    let socket = StreamSocket(descriptor: descriptor)

    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    while let number = socket.connect(&address, until: deadline) {
      // EAGAIN: the backlog stayed full for as long as the socket was told to wait.
      guard number == EINTR || number == EAGAIN, !deadline.hasPassed else {
        throw .cannotConnect(path: path, systemError: number)
      }
    }
    guard fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else { throw .cannotConnect(path: path, systemError: errno) }
    return socket
  }

  /// One attempt; the error number when it fails.
  private func connect(_ address: inout sockaddr_un, until deadline: Deadline) -> Int32? {
    limitConnect(to: deadline)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return result == 0 ? nil : errno
  }

  deinit { close(descriptor) }

  /// A blocking connect to a Unix socket sleeps in the kernel while the backlog is full, for as long as SO_SNDTIMEO says.
  private func limitConnect(to deadline: Deadline) {
    let milliseconds = deadline.pollTimeout
    guard milliseconds >= 0 else { return }
    // Zero would mean for ever.
    let limit = max(1, Int(milliseconds))
    var time = timeval(tv_sec: limit / 1000, tv_usec: limit % 1000 * 1000)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Sends as much as fits. Never raises SIGPIPE.
  func send(_ bytes: some Collection<UInt8>) -> Progress {
    let sent = bytes.withContiguousStorageIfAvailable {
      Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    guard let sent else { return .failed(EINVAL) }
    return sent >= 0 ? .moved(sent) : Self.failure(errno)
  }

  /// Receives what is there, at most the size of the buffer.
  func receive(into buffer: UnsafeMutableRawBufferPointer) -> Progress {
    let received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
    if received == 0 { return .ended }
    return received > 0 ? .moved(received) : Self.failure(errno)
  }

  private static func failure(_ number: Int32) -> Progress {
    number == EAGAIN || number == EINTR ? .wouldBlock : .failed(number)
  }

  /// Waits until one of `events` (`POLLIN`, `POLLOUT`) is possible. False when the deadline came first.
  func wait(for events: Int32, until deadline: Deadline) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
      let count = poll(&entry, 1, deadline.pollTimeout)
      if count > 0 { return true }
      // Interrupted, or woken a moment early: look at the clock and go on.
      if deadline.hasPassed { return false }
    }
  }
}
