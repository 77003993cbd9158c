import ChildProcess
import Glibc
import Synchronization
import Threads

/// What a program writes to its standard error, kept while it runs.
final class LogCapture: Sendable {
  private let text = Mutex<[UInt8]>([])
  private let descriptor: Descriptor

  init(reading descriptor: Descriptor) { self.descriptor = descriptor }

  var contents: String {
    text.withLock { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads until a line satisfies `isWanted`; false at the end of the stream or of the time.
  func wait(until deadline: Deadline, for isWanted: (Substring) -> Bool) throws(TestFailure) -> Bool {
    while true {
      let complete = contents.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      if complete.contains(where: isWanted) { return true }
      guard try deadline.poll(descriptor.raw, POLLIN), readSome() else { return false }
    }
  }

  /// Goes on reading on a thread of its own, so that the program never waits for its reader.
  func drain() {
    _ = WorkerThread(name: "log capture", stackSize: 256 << 10) { while self.readSome() {} }
  }

  private func readSome() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(descriptor.raw, &chunk, chunk.count)
    if count < 0, errno == EINTR { return true }
    guard count > 0 else { return false }
    text.withLock { $0 += chunk[..<count] }
    return true
  }
}
