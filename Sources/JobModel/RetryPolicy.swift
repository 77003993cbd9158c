/// How long a failed job rests before it is tried again: exponential backoff with full jitter and a cap.
///
/// Full jitter (a random share of the whole delay) spreads jobs that failed together best; see M. Brooker, "Exponential
/// Backoff And Jitter", 2015.
public struct RetryPolicy: Hashable, Sendable {
  /// Longest delay before the first retry, in seconds; each further one may take twice as long.
  public var baseSeconds: Double
  /// No delay is longer, in seconds.
  public var capSeconds: Double

  public init(baseSeconds: Double, capSeconds: Double) {
    self.baseSeconds = baseSeconds
    self.capSeconds = capSeconds
  }

  /// Two seconds at first, ten minutes at most.
  public static let standard = RetryPolicy(baseSeconds: 2, capSeconds: 600)

  /// Seconds before retry number `retry` (the first is 0).
  ///
  /// - Parameter jitter: a random number in 0…1.
  public func delay(beforeRetry retry: Int, jitter: Double) -> Double {
    // Beyond 2^60 the cap has long been reached, and the product would lose its meaning.
    let doubled = baseSeconds * Double(UInt64(1) << UInt64(min(max(retry, 0), 60)))
    return min(max(jitter, 0), 1) * min(capSeconds, doubled)
  }
}
