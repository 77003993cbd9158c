import JobModel
import Synchronization

/// Asks the service manager for more time while the daemon starts: its clock runs, and a database that is brought up to
/// date may need longer than it allows. Work that makes progress asks, so a start that hangs asks no more.
nonisolated final class MoreTime: Sendable {
  /// How long one request lasts.
  static let seconds: Double = 60
  /// How long one request lasts while the daemon ends; they come every second then.
  static let stopMicroseconds: UInt64 = 15_000_000
  /// Nanoseconds between two requests: a sixth of what each is good for.
  private static let interval: UInt64 = 10_000_000_000

  private let service: ServiceManager
  private let askedAt = Mutex<UInt64?>(nil)

  init(from service: ServiceManager) {
    self.service = service
  }

  /// Asks, unless that was done a moment ago.
  ///
  /// - Parameters:
  ///   - seconds: how long it may take until the next request.
  ///   - status: what the daemon does, for people.
  ///   - now: by the monotonic clock.
  func ask(seconds: Double = MoreTime.seconds, status: String, now: UInt64 = MonotonicClock.now()) {
    let isDue = askedAt.withLock { askedAt in
      if let last = askedAt, now - last < Self.interval { return false }
      askedAt = now
      return true
    }
    guard isDue else { return }
    // It was told at the start, or it cannot be told: `announceReady` reports that.
    _ = service.notify("STATUS=\(status)", "EXTEND_TIMEOUT_USEC=\(UInt64(seconds * 1_000_000))")
  }
}
