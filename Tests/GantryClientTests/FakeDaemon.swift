import Foundation
import Glibc
import Synchronization

@testable import GantryClient

/// A socket whose other side follows a script, one run per connection.
final class FakeDaemon: Sendable {
  let path: String
  private let listener: Int32

  /// Listens without ever accepting.
  init(deafWithBacklog backlog: Int32) throws {
    path = Self.freshPath()
    listener = try Self.bound(to: path)
    guard listen(listener, backlog) == 0 else { throw Failure(number: errno) }
  }

  /// The path of a socket whose owner is gone.
  static func abandonedSocket() throws -> String {
    let path = freshPath()
    close(try bound(to: path))
    return path
  }

  private static func freshPath() -> String { "/tmp/gantry-client-\(UUID().uuidString.prefix(8)).sock" }

  private static func bound(to path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else { throw Failure(number: errno) }
    return descriptor
  }

  /// Accepts every connection and follows the script with it.
  convenience init(_ script: @escaping @Sendable (borrowing Peer) -> Void) throws {
    try self.init(deafWithBacklog: 16)
    let listener = listener
    let number = startThread {
      while true {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { return }
        _ = startThread { script(Peer(descriptor: descriptor)) }
      }
    }
    guard number == 0 else { throw Failure(number: number) }
  }

  deinit {
    // Wakes the accepting thread, which closing alone would not.
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    unlink(path)
  }

  /// The daemon's end of one connection; closed when the script ends.
  struct Peer: ~Copyable {
    fileprivate let descriptor: Int32

    /// The next line without its newline; nil at the end of the stream.
    func line() -> String? {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while recv(descriptor, &byte, 1, 0) == 1 {
        if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
      }
      return nil
    }

    /// Sends the text as it is.
    func send(_ text: String) {
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }

    /// Waits until the client is gone.
    func awaitEnd() { while line() != nil {} }

    deinit { close(descriptor) }
  }

  struct Failure: Error { var number: Int32 }
}

/// What a script saw, for the test to look at afterwards.
final class Transcript: Sendable {
  private let state = Mutex<(lines: [String], waiting: [(Int, CheckedContinuation<[String], Never>)])>(([], []))

  func append(_ line: String) {
    let ready = state.withLock { state in
      state.lines.append(line)
      let ready = state.waiting.filter { $0.0 <= state.lines.count }
      state.waiting.removeAll { $0.0 <= state.lines.count }
      return ready.map { ($0.1, state.lines) }
    }
    for (continuation, lines) in ready { continuation.resume(returning: lines) }
  }

  /// The lines, once there are so many.
  func lines(_ count: Int) async -> [String] {
    await withCheckedContinuation { continuation in
      let lines: [String]? = state.withLock { state in
        if state.lines.count >= count { return state.lines }
        state.waiting.append((count, continuation))
        return nil
      }
      if let lines { continuation.resume(returning: lines) }
    }
  }
}
