import Glibc

/// The service manager that started the daemon, if one did: sd_notify(3), sd_listen_fds(3), sd_watchdog_enabled(3).
public nonisolated struct ServiceManager: Sendable {
  /// Where it wants to be told; nil when nobody does. A leading `@` stands for the abstract namespace.
  public var notifySocket: String?
  /// Microseconds within which it wants a sign of life; nil when it does not watch.
  public var watchdogMicroseconds: UInt64?
  /// The socket it has opened for us.
  public var listeningDescriptor: Int32?

  /// No service manager.
  public init() {}

  /// Takes what the environment says, and takes it out of the environment: it is not meant for the programs that the
  /// daemon starts. Call before there are other threads.
  public static func fromEnvironment() -> ServiceManager {
    var manager = ServiceManager()
    manager.notifySocket = take("NOTIFY_SOCKET")
    let watchdogIsOurs = take("WATCHDOG_PID").map { $0 == String(getpid()) } ?? true
    if let time = take("WATCHDOG_USEC"), let microseconds = UInt64(time), microseconds > 0, watchdogIsOurs {
      manager.watchdogMicroseconds = microseconds
    }
    let listenIsOurs = take("LISTEN_PID") == String(getpid())
    let count = take("LISTEN_FDS").flatMap { Int32($0) } ?? 0
    _ = take("LISTEN_FDNAMES")
    if listenIsOurs, (1...1024).contains(count) {
      manager.listeningDescriptor = 3
      _ = fcntl(3, F_SETFD, FD_CLOEXEC)
      // One socket is all there is a use for.
      for surplus in 4..<(3 + max(count, 1)) { close(surplus) }
    }
    return manager
  }

  private static func take(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    unsetenv(name)
    return text
  }

  /// Tells it `assignments`, one `NAME=value` each.
  /// - Returns: errno when it could not be told; nil when it was, or when nobody wants to know.
  func notify(_ assignments: String...) -> Int32? {
    guard let notifySocket else { return nil }
    let name = Array(notifySocket.utf8)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isAbstract = name.first == UInt8(ascii: "@")
    guard isAbstract || name.first == UInt8(ascii: "/"), name.count < MemoryLayout.size(ofValue: address.sun_path)
    else { return EINVAL }
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: name)
      if isAbstract { $0[0] = 0 }
    }
    // An abstract name is as long as the address says, without an end mark.
    let length = MemoryLayout<sa_family_t>.size + name.count + (isAbstract ? 0 : 1)
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    let text = Array(assignments.joined(separator: "\n").utf8)
    let sent = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
      }
    }
    return sent < 0 ? errno : nil
  }
}
