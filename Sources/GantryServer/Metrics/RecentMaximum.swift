/// The largest value of the last minute or two, in a fixed space: one maximum for this minute and one for the minute
/// before.
nonisolated struct RecentMaximum {
  private static let window: UInt64 = 60_000_000_000

  private var start: UInt64 = 0
  private var current = 0.0
  private var previous = 0.0

  /// - Parameter now: nanoseconds of the monotonic clock.
  mutating func note(_ value: Double, now: UInt64) {
    turn(now)
    if value > current { current = value }
  }

  /// The largest value noted in the last 60 to 120 seconds; 0 without any.
  mutating func value(now: UInt64) -> Double {
    turn(now)
    return max(current, previous)
  }

  private mutating func turn(_ now: UInt64) {
    guard now >= start + Self.window else { return }
    previous = now < start + 2 * Self.window ? current : 0
    current = 0
    start = now
  }
}
