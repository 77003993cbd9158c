import GantryTestSupport
import Glibc
import Testing

@testable import GantryServer

@Suite struct MoreTimeTests {
  @Test func whatAsksAgainAMomentLaterIsNotPassedOn() throws {
    let directory = try TemporaryDirectory()
    let receiver = try Receiver(directory.appending("notify"))
    var service = ServiceManager()
    service.notifySocket = directory.appending("notify")
    let time = MoreTime(from: service)
    time.ask(status: "a", now: 0)
    time.ask(status: "b", now: 9_999_999_999)
    time.ask(seconds: 7, status: "c", now: 10_000_000_000)
    #expect(receiver.messages() == ["STATUS=a\nEXTEND_TIMEOUT_USEC=60000000", "STATUS=c\nEXTEND_TIMEOUT_USEC=7000000"])
  }
}

/// Takes what is sent to a datagram socket.
private final class Receiver {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(result == 0)
  }

  deinit { close(descriptor) }

  /// Everything that was sent so far.
  func messages() -> [String] {
    var messages: [String] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while case let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT)), count >= 0 {
      messages.append(String(decoding: bytes[..<count], as: UTF8.self))
    }
    return messages
  }
}
