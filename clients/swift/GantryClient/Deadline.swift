import Glibc

/// A point on the monotonic clock, which no change of the wall clock moves.
struct Deadline: Sendable, Comparable {
  private var nanoseconds: UInt64

  /// A deadline that never comes.
  static let never = Deadline(nanoseconds: .max)

  /// The present.
  static var now: Deadline {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Deadline(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
  }

  /// The moment `duration` from now; nil means never. Negative durations count as zero.
  static func after(_ duration: Duration?) -> Deadline {
    guard let duration else { return .never }
    let (seconds, attoseconds) = max(duration, .zero).components
    let (scaled, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, tooFar) = now.nanoseconds.addingReportingOverflow(scaled)
    guard !overflow, !tooFar, sum < .max - 1_000_000_000 else { return .never }
    return Deadline(nanoseconds: sum + UInt64(attoseconds / 1_000_000_000))
  }

  /// Whether the moment has come.
  var hasPassed: Bool { self != .never && Deadline.now >= self }

  /// Milliseconds left, rounded up so that waiting them out reaches the deadline; -1, as `poll` wants it, for never.
  var pollTimeout: Int32 {
    guard self != .never else { return -1 }
    let now = Deadline.now.nanoseconds
    guard nanoseconds > now else { return 0 }
    return Int32(clamping: (nanoseconds - now + 999_999) / 1_000_000)
  }

  static func < (left: Deadline, right: Deadline) -> Bool { left.nanoseconds < right.nanoseconds }
}
