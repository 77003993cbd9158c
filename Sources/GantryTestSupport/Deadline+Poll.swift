import ChildProcess
import Glibc

extension Deadline {
  /// Sleeps until one of the events comes on the descriptor, or the deadline passes; false then.
  func poll(_ descriptor: Int32, _ events: Int32) throws(TestFailure) -> Bool {
    while true {
      var entry = pollfd(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
      let count = Glibc.poll(&entry, 1, Int32(min(millisecondsLeft, 60_000)))
      if count > 0 { return true }
      if count < 0, errno != EINTR { throw TestFailure("poll", errno: errno) }
      if hasPassed { return false }
    }
  }
}
