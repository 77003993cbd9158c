import JobModel

extension CronExpression {
  /// The first time after an instant; nil when there is none (within 400 years, or before the year 10000).
  ///
  /// An interval counts from `anchor`, so that neither a restart nor a late run moves the times that follow.
  ///
  /// When the clocks of the zone change:
  /// * An expression whose hour starts with `*` goes by what the clocks show, whenever they show it: `*/5 * * * *` runs
  ///   every five minutes throughout, and nothing is made up for an hour that did not happen.
  /// * Any other names times of day, and each of them counts once a day: one that is skipped comes at the instant of the
  ///   change, one that happens twice counts the first time. What would come together comes once.
  public func nextFire(after time: Timestamp, in zone: TimeZoneRules, anchor: Timestamp) -> Timestamp? {
    // Beyond these years there is nothing to schedule; within them no sum below can overflow.
    let earliest = LocalTime(year: 0, month: 1, day: 1).seconds * 1000
    let latest = LocalTime(year: 9999, month: 12, day: 31).seconds * 1000
    let start = Timestamp(milliseconds: max(time.milliseconds, earliest))
    guard start.milliseconds < latest else { return nil }
    let next: Timestamp?
    switch kind {
    case .interval(let milliseconds):
      let anchor = min(max(anchor.milliseconds, earliest), latest)
      let periods = (start.milliseconds - anchor).flooredQuotient(by: milliseconds) + 1
      next = Timestamp(milliseconds: anchor + periods * milliseconds)
    case .calendar(let calendar):
      next = calendar.isElapsed ? Self.elapsed(calendar, start, zone) : Self.timesOfDay(calendar, start, zone)
    }
    guard let next, next.milliseconds < latest else { return nil }
    return next
  }

  /// The clocks' own way: from change to change of the zone, with the offset that is in use between them.
  private static func elapsed(_ calendar: CronCalendar, _ time: Timestamp, _ zone: TimeZoneRules) -> Timestamp? {
    var from = time.milliseconds.flooredQuotient(by: 1000) + 1
    var searchedFrom: LocalTime?
    var match: LocalTime?
    while true {
      let offset = zone.table.offset(at: from)
      let start = LocalTime(seconds: from + offset)
      // What was found stays the next one as long as the clocks show a time between the start of the search and it.
      if match == nil || start < searchedFrom ?? start || match! < start {
        match = calendar.next(from: start)
        searchedFrom = start
      }
      guard let match else { return nil }
      let instant = match.seconds - offset
      guard let change = zone.table.change(after: from), change.instant <= instant else {
        return Timestamp(seconds: instant)
      }
      from = change.instant
    }
  }

  /// Times of day: each is turned into one instant, and the instants come in the same order.
  private static func timesOfDay(_ calendar: CronCalendar, _ time: Timestamp, _ zone: TimeZoneRules) -> Timestamp? {
    var local = zone.localTime(at: time)
    while let match = calendar.next(from: LocalTime(seconds: local.seconds + 1)) {
      let instant =
        switch zone.instants(of: match) {
        case .one(let instant), .two(let instant, _), .none(let instant): instant
        }
      // Not later: it was shown a first time already, before the clocks were put back.
      if instant > time { return instant }
      local = match
    }
    return nil
  }
}
