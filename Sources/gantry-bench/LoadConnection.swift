import Glibc

/// One client connection of the load generator: keeps a window of requests under way and times each answer.
///
/// Answers to requests of one method on one connection come in order, so the oldest start belongs to the next answer.
struct LoadConnection {
  let descriptor: Int32
  /// Requests still to be written.
  private(set) var unsent: Int
  /// Answers still to come, unsent requests included.
  private(set) var unanswered: Int
  private let window: Int
  private let request: (Int) -> [UInt8]
  private var starts: [UInt64] = []
  private var oldest = 0
  private var outgoing: [UInt8] = []
  private var written = 0
  private var sent = 0
  /// Start of an answer line whose end has not come yet.
  private var head: [UInt8] = []

  /// - Parameters:
  ///   - count: requests in all.
  ///   - window: requests under way at once.
  ///   - request: the line of the n-th request, newline included.
  init(descriptor: Int32, count: Int, window: Int, request: @escaping (Int) -> [UInt8]) {
    self.descriptor = descriptor
    unsent = count
    unanswered = count
    self.window = window
    self.request = request
    starts.reserveCapacity(count)
  }

  /// Requests written and not answered.
  private var underWay: Int { unanswered - unsent }

  /// True while the kernel has not taken all that is due.
  var wantsToWrite: Bool { written < outgoing.count }

  /// Fills the window and writes as much as the kernel takes.
  mutating func write(now: UInt64) throws(BenchError) {
    while unsent > 0, underWay < window {
      outgoing += request(sent)
      starts.append(now)
      sent += 1
      unsent -= 1
    }
    while written < outgoing.count {
      let count = outgoing.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { return }
        throw BenchError("the daemon took no more requests: \(String(cString: strerror(errno)))")
      }
      written += count
    }
    outgoing.removeAll(keepingCapacity: true)
    written = 0
  }

  /// Reads what has come; calls `answered` with the nanoseconds that each answer took.
  mutating func read(
    into chunk: UnsafeMutableRawBufferPointer, now: () -> UInt64, answered: (UInt64) -> Void
  ) throws(BenchError) {
    let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return }
      throw BenchError("no answer could be read: \(String(cString: strerror(errno)))")
    }
    guard count > 0 else { throw BenchError("the daemon closed the connection") }
    let arrived = now()
    let bytes = UnsafeRawBufferPointer(rebasing: chunk[..<count])
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try check(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      head.removeAll(keepingCapacity: true)
      answered(arrived - starts[oldest])
      oldest += 1
      unanswered -= 1
      start = end + 1
    }
    head += bytes[start...]
  }

  /// An error answer would make a fast benchmark of nothing: behind the id must stand `"result"`.
  private func check(_ tail: UnsafeRawBufferPointer) throws(BenchError) {
    if head.isEmpty, Self.isResult(tail) { return }
    let line = head + tail
    if line.withUnsafeBytes({ Self.isResult($0) }) { return }
    throw BenchError("a request was refused: \(String(decoding: line.prefix(400), as: UTF8.self))")
  }

  private static func isResult(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let comma = line.dropFirst(#"{"jsonrpc":"2.0","id":"#.utf8.count).firstIndex(of: UInt8(ascii: ",")),
      comma + 2 < line.count
    else { return false }
    return line[comma + 2] == UInt8(ascii: "r")
  }
}
