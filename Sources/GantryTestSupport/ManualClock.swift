import JobModel
import Synchronization

/// A clock that stands still until a test moves it.
public final class ManualClock: WallClock {
  private let time: Mutex<Timestamp>

  /// - Parameter start: 2026-01-01T00:00:00Z unless told otherwise.
  public init(_ start: Timestamp = Timestamp(milliseconds: 1_767_225_600_000)) {
    time = Mutex(start)
  }

  public func now() -> Timestamp { time.withLock { $0 } }

  /// Moves the clock, backwards with a negative number.
  public func advance(bySeconds seconds: Double) {
    time.withLock { $0 = $0.advanced(bySeconds: seconds) }
  }

  public func set(_ instant: Timestamp) {
    time.withLock { $0 = instant }
  }
}
