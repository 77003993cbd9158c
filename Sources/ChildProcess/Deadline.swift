import Glibc

/// A point in time on the monotonic clock (`CLOCK_MONOTONIC`): steps of the wall clock do not move it.
public struct Deadline: Hashable, Comparable, Sendable {
  /// Nanoseconds on the monotonic clock.
  private let nanoseconds: UInt64

  private init(nanoseconds: UInt64) {
    self.nanoseconds = nanoseconds
  }

  /// Never passes.
  public static let never = Deadline(nanoseconds: .max)

  /// The instant `seconds` from now; at once when negative.
  public static func after(seconds: Double) -> Deadline {
    let delta = max(seconds, 0) * 1e9
    guard delta < 9e18 else { return .never }
    return Deadline(nanoseconds: now() + UInt64(delta))
  }

  public static func < (a: Self, b: Self) -> Bool { a.nanoseconds < b.nanoseconds }

  /// True once it lies in the past.
  public var hasPassed: Bool { self != .never && Self.now() >= nanoseconds }

  /// Milliseconds left, rounded up so that sleeping that long reaches the deadline; 0 once passed.
  public var millisecondsLeft: Int64 {
    if self == .never { return .max }
    let now = Self.now()
    return now >= nanoseconds ? 0 : Int64((nanoseconds - now + 999_999) / 1_000_000)
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
