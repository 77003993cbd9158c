/// An instant: milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored (POSIX time).
///
/// The whole system keeps time at the resolution that the wire shows, so that a value read back equals the one written.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before it.
  public var milliseconds: Int64

  /// An instant `milliseconds` after the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

  /// The instant `seconds` later (earlier when negative); saturates instead of overflowing.
  public func advanced(bySeconds seconds: Double) -> Timestamp {
    let delta = (seconds * 1000).rounded()
    guard delta.isFinite else { return self }
    let sum = Double(milliseconds) + delta
    if sum >= 9.2e18 { return Timestamp(milliseconds: .max) }
    if sum <= -9.2e18 { return Timestamp(milliseconds: .min) }
    return Timestamp(milliseconds: milliseconds &+ Int64(delta))
  }

  /// Seconds from `other` to this instant.
  public func seconds(since other: Timestamp) -> Double {
    Double(milliseconds - other.milliseconds) / 1000
  }
}
