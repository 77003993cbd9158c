import Glibc

/// A pair of sockets by which any thread interrupts the wait of the one that serves a connection.
final class Wakeup: Sendable {
  private let receiver: Int32
  private let sender: Int32

  /// Nil, with `errno` set, when the process has no descriptor left.
  init?() {
    var pair: (Int32, Int32) = (-1, -1)
    let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    let result = withUnsafeMutableBytes(of: &pair) {
      socketpair(AF_UNIX, Int32(type), 0, $0.assumingMemoryBound(to: Int32.self).baseAddress)
    }
    (receiver, sender) = pair
    if result != 0 { return nil }
  }

  deinit {
    // Keeps `errno` for the caller when there was nothing to open.
    guard receiver >= 0 else { return }
    close(receiver)
    close(sender)
  }

  /// Interrupts the present wait, or the next one.
  func signal() {
    var byte: UInt8 = 0
    // A full buffer is the only way to fail, and then the wait ends anyhow.
    _ = send(sender, &byte, 1, Int32(MSG_NOSIGNAL))
  }

  /// Waits for the socket, a signal or the deadline. True when the socket has something to read.
  func wait(with socket: borrowing StreamSocket, reading: Bool, sending: Bool, until deadline: Deadline) -> Bool {
    let events = (reading ? POLLIN : 0) | (sending ? POLLOUT : 0)
    var entries = [
      // Without anything to wait for not even the end of the connection counts: it would be reported again and again.
      pollfd(fd: events == 0 ? -1 : socket.descriptor, events: Int16(events), revents: 0),
      pollfd(fd: receiver, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&entries, 2, deadline.pollTimeout) > 0 else { return false }
    if entries[1].revents != 0 {
      var drained = [UInt8](repeating: 0, count: 256)
      while recv(receiver, &drained, drained.count, 0) == drained.count {}
    }
    return reading && Int32(entries[0].revents) & (POLLIN | POLLHUP | POLLERR) != 0
  }
}
