import JobModel

/// On which terms a failed attempt is followed by another. Without terms it is not.
public struct RetryTerms: Sendable, Hashable {
  public var policy: RetryPolicy
  /// A random number in 0…1; the store itself makes none, so that its answers follow from its commands.
  public var jitter: Double

  public init(policy: RetryPolicy, jitter: Double) {
    self.policy = policy
    self.jitter = jitter
  }

  /// When retry number `retry` (the first is 0) of what has just failed may start.
  public func time(ofRetry retry: Int, now: Timestamp) -> Timestamp {
    now.advanced(bySeconds: policy.delay(beforeRetry: retry, jitter: jitter))
  }
}

/// On which terms a job comes back whose attempt was cut short by a crash.
public struct CrashTerms: Sendable, Hashable {
  /// A job with that many crashes is set aside.
  public var maximum: Int
  /// After the second crash it rests before it is tried again: what kills its worker must not do so in a loop.
  public var retry: RetryTerms

  public init(maximum: Int, retry: RetryTerms) {
    self.maximum = maximum
    self.retry = retry
  }

  /// When a job may start again after its `count`-th crash; nil: at once, as after the first.
  public func time(afterCrash count: Int, now: Timestamp) -> Timestamp? {
    count > 1 ? retry.time(ofRetry: count - 2, now: now) : nil
  }

  /// Three crashes, and the usual delays.
  public static let standard = CrashTerms(maximum: 3, retry: RetryTerms(policy: .standard, jitter: 1))
}
