import CLinux
import ChildProcess
import Glibc
import Synchronization
import Threads

/// What a program writes to its standard error. A thread reads it, so that the program never waits for its reader.
final class LogCapture: Sendable {
  private let text = Mutex<[UInt8]>([])
  /// Readable when something has been added since it was last emptied, and for ever once the program has closed its end.
  private let news: Descriptor

  init(reading source: Descriptor) throws(TestFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC | O_NONBLOCK) == 0 else { throw TestFailure("pipe2", errno: errno) }
    news = Descriptor(owning: ends[0])
    let bell = Descriptor(owning: ends[1])
    _ = WorkerThread(name: "log capture", stackSize: 256 << 10) { [self] in
      var chunk = [UInt8](repeating: 0, count: 16 << 10)
      while true {
        let count = read(source.raw, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        text.withLock { $0 += chunk[..<count] }
        // A full pipe is news enough.
        _ = write(bell.raw, "!", 1)
      }
    }
  }

  var contents: String {
    text.withLock { String(decoding: $0, as: UTF8.self) }
  }

  /// Waits until a whole line satisfies `isWanted`; false at the end of the stream or of the time.
  func wait(until deadline: Deadline, for isWanted: (Substring) -> Bool) throws(TestFailure) -> Bool {
    var isOver = false
    while true {
      let complete = contents.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      if complete.contains(where: isWanted) { return true }
      guard !isOver, try deadline.poll(news.raw, POLLIN) else { return false }
      var chunk = [UInt8](repeating: 0, count: 256)
      // The end of the pipe comes after the last text: one more look is due.
      isOver = read(news.raw, &chunk, chunk.count) == 0
    }
  }

  /// Waits until everything has been read, or the deadline passes: a process left behind may hold the stream open.
  func waitForEnd(until deadline: Deadline) throws(TestFailure) {
    _ = try wait(until: deadline) { _ in false }
  }
}
