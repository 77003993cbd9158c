import JobModel

/// The last line of a zone file: standard time, and daylight saving time that comes and goes each year.
///
/// The form of POSIX `TZ` (IEEE 1003.1-2024, 8.3) with the extensions of RFC 9636, 3.3.1: times from -167 to 167 hours.
struct DaylightRule: Hashable, Sendable {
  /// A day of any year.
  enum Day: Hashable, Sendable {
    /// `Jn`: 1…365, 29 February is never counted.
    case julian(Int64)
    /// `n`: 0…365, 29 February is counted.
    case zeroBased(Int64)
    /// `Mm.w.d`: the `week`-th such weekday (0 is Sunday) of a month; week 5 is the last one.
    case weekday(month: Int64, week: Int64, weekday: Int64)

    /// Days since the epoch to this day of a year.
    func number(in year: Int64) -> Int64 {
      switch self {
      case .julian(let day):
        let leap = Timestamp.daysIn(month: 2, year: year) == 29
        return Timestamp.days(fromCivil: year, 1, 1) + day - 1 + (leap && day >= 60 ? 1 : 0)
      case .zeroBased(let day):
        return Timestamp.days(fromCivil: year, 1, 1) + day
      case .weekday(let month, let week, let weekday):
        let first = Timestamp.days(fromCivil: year, month, 1)
        // 1970-01-01 was a Thursday.
        let weekdayOfFirst = (first + 4) - (first + 4).flooredQuotient(by: 7) * 7
        let day = (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
        return first + (day < Timestamp.daysIn(month: month, year: year) ? day : day - 7)
      }
    }
  }

  struct Daylight: Hashable, Sendable {
    var offset: Int64
    var start: Day
    /// Seconds after midnight, on a clock that shows standard time.
    var startTime: Int64
    var end: Day
    /// Seconds after midnight, on a clock that shows daylight saving time.
    var endTime: Int64
  }

  var standardOffset: Int64
  var daylight: Daylight?

  func offset(at instant: Int64) -> Int64 {
    guard let daylight else { return standardOffset }
    var latest = (instant: Int64.min, offset: standardOffset)
    forEachChange(around: instant, daylight) { change, offset in
      guard change <= instant, change >= latest.instant else { return }
      // Daylight saving time that ends as it starts goes on: that is how a zone says that it never ends.
      if change > latest.instant || offset == daylight.offset { latest = (change, offset) }
    }
    return latest.offset
  }

  func change(after instant: Int64) -> TimeZoneTable.Change? {
    guard let daylight else { return nil }
    var next: Int64?
    forEachChange(around: instant, daylight) { change, _ in
      if change > instant { next = min(next ?? change, change) }
    }
    return next.map { TimeZoneTable.Change(instant: $0, offset: offset(at: $0)) }
  }

  /// The changes of the year of an instant and of the years beside it: a change may fall out of its own year by a week.
  private func forEachChange(
    around instant: Int64, _ daylight: Daylight, _ body: (_ instant: Int64, _ offset: Int64) -> Void
  ) {
    let year = Timestamp.civil(fromDays: (instant + standardOffset).flooredQuotient(by: 86_400)).year
    for year in year - 1...year + 1 {
      body(daylight.start.number(in: year) * 86_400 + daylight.startTime - standardOffset, daylight.offset)
      body(daylight.end.number(in: year) * 86_400 + daylight.endTime - daylight.offset, standardOffset)
    }
  }
}
