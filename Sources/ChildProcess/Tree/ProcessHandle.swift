import CLinux
import Glibc

/// A hold on one process that is not reaped by us: signals reach it or nobody, also when its number is given away.
struct ProcessHandle {
  /// What became of a signal.
  enum Delivery {
    case sent
    /// It has ended.
    case gone
    /// The system does not let us signal it: it runs as another user.
    case refused
  }

  let record: ProcessRecord
  /// Polls readable once the process has ended; nil on kernels without it.
  let descriptor: Descriptor?

  /// Takes hold of a process; nil when it has ended.
  init?(_ record: ProcessRecord) {
    let raw = gantry_pidfd_open(record.pid)
    if raw < 0, errno == ESRCH { return nil }
    descriptor = raw >= 0 ? Descriptor(owning: raw) : nil
    self.record = record
    guard isAlive else { return nil }
  }

  /// False once it is a zombie or gone. Looked up after the descriptor was opened, so the two are of one process.
  var isAlive: Bool {
    guard let now = ProcessRecord(of: record.pid) else { return false }
    return now.started == record.started && !now.isZombie
  }

  @discardableResult
  func signal(_ number: Int32) -> Delivery {
    let result: Int32
    if let descriptor {
      result = gantry_pidfd_send_signal(descriptor.raw, number)
    } else {
      // Before Linux 5.3 a number is all there is; the look before keeps the gap to some microseconds.
      guard isAlive else { return .gone }
      result = kill(record.pid, number)
    }
    if result == 0 { return .sent }
    return errno == ESRCH ? .gone : .refused
  }

  /// Sleeps until one of the processes ends, or `milliseconds` have passed.
  static func wait(for handles: [ProcessHandle], milliseconds: Int64) {
    var set = handles.compactMap { handle in
      handle.descriptor.map { pollfd(fd: $0.raw, events: Int16(POLLIN), revents: 0) }
    }
    let isBlind = set.count < handles.count
    // Whatever this returns, the caller looks again.
    poll(&set, nfds_t(set.count), Int32(clamping: isBlind ? min(milliseconds, 10) : milliseconds))
  }
}
