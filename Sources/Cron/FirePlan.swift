import JobModel

/// What a schedule has to do at some moment, and when to look again.
///
/// It is computed anew from the clock each time, so no jump of the clock can hide a time or make a burst:
/// * forward (or sleep, or a daemon that was down): the times passed over are handled by the policy, at once;
/// * back: the next time is the first one after what the clock shows now, not the one that seemed next before. Those of
///   the repeated stretch that did run have their jobs, and the store makes no second one for the same time.
public struct FirePlan: Hashable, Sendable {
  /// The times to make jobs for, in ascending order.
  public var fires: [Timestamp]
  /// The time to wait for; nil: there is none.
  public var next: Timestamp?
  /// Some times were passed over and get no job.
  public var hasSkipped: Bool

  /// How late a time may be noticed without counting as missed, in seconds: the scheduler looks that often.
  public static let tolerance = 60.0
  /// The most runs that are made up for at once.
  public static let maximumFires = 100

  /// What to do `now`, when `expected` was to be the next time (nil: none was known).
  public init(
    _ expression: CronExpression, in zone: TimeZoneRules, anchor: Timestamp, expected: Timestamp?, now: Timestamp,
    missed: MissedRuns
  ) {
    next = expression.nextFire(after: now, in: zone, anchor: anchor)
    fires = []
    hasSkipped = false
    guard let expected, expected <= now else { return }
    let limit = missed == .all ? Self.maximumFires : 1
    (fires, hasSkipped) = Self.latest(limit, expression, zone, anchor, from: expected, through: now)
    if missed == .skip, let only = fires.last, now.seconds(since: only) > Self.tolerance {
      fires = []
      hasSkipped = true
    }
  }

  /// The latest times of a stretch, its start included; and whether there were more.
  ///
  /// The stretch may hold a year of minutes: it is searched backwards in spans that double.
  private static func latest(
    _ limit: Int, _ expression: CronExpression, _ zone: TimeZoneRules, _ anchor: Timestamp, from start: Timestamp,
    through end: Timestamp
  ) -> (times: [Timestamp], hasMore: Bool) {
    var span: Int64 = 60_000 * Int64(limit)
    if case .interval(let milliseconds) = expression.kind { span = milliseconds * Int64(limit) }
    while true {
      let isWhole = end.milliseconds - start.milliseconds <= span
      var times: [Timestamp] = isWhole ? [start] : []
      var cursor = isWhole ? start : Timestamp(milliseconds: end.milliseconds - span)
      while let time = expression.nextFire(after: cursor, in: zone, anchor: anchor), time <= end {
        times.append(time)
        cursor = time
      }
      if isWhole || times.count >= limit { return (times.suffix(limit), !isWhole || times.count > limit) }
      span *= 2
    }
  }
}
