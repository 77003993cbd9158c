import JobModel

/// What happened to the requests of one method. A class, so that a request under way holds the place to count in and
/// nothing is looked up when it ends.
final class MethodMetrics {
  let method: String
  /// Requests answered, well or badly.
  private(set) var answered: UInt64 = 0
  /// Refused requests by the kind of their error.
  private(set) var errors: [String: UInt64] = [:]
  /// From the decoded line to the written answer; waits that the client asked for included.
  private(set) var seconds = Histogram.requestSeconds

  init(method: String) {
    self.method = method
  }

  /// Counts an answer.
  ///
  /// - Parameter start: of the request, by the monotonic clock.
  func answered(since start: UInt64, error kind: String?) {
    answered += 1
    seconds.observe(MonotonicClock.seconds(since: start))
    if let kind { errors[kind, default: 0] += 1 }
  }
}
