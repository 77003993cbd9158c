import JobModel

/// Time since it was made, on the monotonic clock.
struct Stopwatch {
  private let start = MonotonicClock.now()

  var milliseconds: Int64 { Int64((MonotonicClock.now() - start) / 1_000_000) }
}
