/// Which slow requests get a line in the log: one a second at most, for a disk that does not keep up makes thousands
/// slow, and the log must not add to it.
nonisolated struct SlowRequests {
  /// Nanoseconds; a request that takes longer than this somewhere keeps others waiting.
  static let threshold: UInt64 = 250_000_000
  /// Nanoseconds between two lines.
  static let interval: UInt64 = 1_000_000_000

  private var lastLine: UInt64?
  private var unsaid = 0

  /// Takes note of what lasted from `start` to `end`, both by the monotonic clock.
  ///
  /// - Returns: how many slow ones had no line since the last; nil when this one has none either.
  mutating func note(from start: UInt64, to end: UInt64) -> Int? {
    guard end - start > Self.threshold else { return nil }
    if let lastLine, end - lastLine < Self.interval {
      unsaid += 1
      return nil
    }
    defer { (lastLine, unsaid) = (end, 0) }
    return unsaid
  }
}
