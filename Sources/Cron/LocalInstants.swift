import JobModel

/// The instants at which the clocks of a zone show a given time.
public enum LocalInstants: Hashable, Sendable {
  /// They show it once, as on most days.
  case one(Timestamp)
  /// They show it twice, because they were put back.
  case two(first: Timestamp, second: Timestamp)
  /// They never show it, because they were put forward over it, at this instant.
  case none(skippedAt: Timestamp)
}
