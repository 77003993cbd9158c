import Glibc

/// Time that only goes forward (`CLOCK_MONOTONIC`), for measuring.
public enum MonotonicClock {
  /// Nanoseconds since some instant before the process started.
  public static func now() -> UInt64 {
    var time = timespec()
    // The clock exists on every Linux; the call cannot fail.
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Seconds from `start` to now.
  public static func seconds(since start: UInt64) -> Double {
    Double(now() - start) / 1e9
  }
}
