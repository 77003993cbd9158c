import Glibc
import Histogram

/// Drives some connections from one thread and measures how fast they are answered.
struct LoadGenerator {
  /// What one run gave.
  struct Result {
    var requests: Int
    /// Wall time of the whole run.
    var nanoseconds: UInt64
    /// Nanoseconds from the write of a request to the arrival of its answer, queueing included.
    var latency: Histogram<UInt32>

    var perSecond: Double { Double(requests) * 1e9 / Double(max(nanoseconds, 1)) }
  }

  let socketPath: String
  let connections: Int
  /// Requests under way on each connection.
  let window: Int
  /// Requests in all, shared out evenly.
  let requests: Int
  /// The line of the n-th request of a connection; ids count up.
  let request: (_ connection: Int, _ number: Int) -> [UInt8]

  func run() throws(BenchError) -> Result {
    let each = max(1, requests / connections)
    var clients: [LoadConnection] = []
    for number in 0..<connections {
      let descriptor = try Self.connect(socketPath)
      clients.append(LoadConnection(descriptor: descriptor, count: each, window: window) { request(number, $0) })
    }
    defer { for client in clients { close(client.descriptor) } }
    // Room for every value up to 60 s at three digits: latencies beyond it would be a broken run.
    var latency = Histogram<UInt32>(highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    let start = Self.now()
    for index in clients.indices { try clients[index].write(now: Self.now()) }
    while clients.contains(where: { $0.unanswered > 0 }) {
      var polled = clients.map { client in
        pollfd(
          fd: client.unanswered > 0 ? client.descriptor : -1,
          events: Int16(POLLIN) | (client.wantsToWrite ? Int16(POLLOUT) : 0), revents: 0)
      }
      guard poll(&polled, nfds_t(polled.count), 60_000) > 0 else {
        throw BenchError("the daemon gave no answer for 60 s; \(clients.map(\.unanswered).reduce(0, +)) are owed")
      }
      for index in clients.indices where polled[index].revents != 0 {
        if polled[index].revents & Int16(POLLIN | POLLHUP) != 0 {
          try clients[index].read(into: chunk, now: Self.now) { latency.record(min($0, 60_000_000_000)) }
        }
        try clients[index].write(now: Self.now())
      }
    }
    return Result(requests: each * connections, nanoseconds: Self.now() - start, latency: latency)
  }

  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static func connect(_ path: String) throws(BenchError) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw BenchError("no socket: \(String(cString: strerror(errno)))") }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      close(descriptor)
      throw BenchError("cannot connect to \(path): \(String(cString: strerror(code)))")
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    return descriptor
  }
}
