import JobModel

/// The five fields as sets of bits, and the search for the next time that they allow on a calendar without time zones.
struct CronCalendar: Hashable, Sendable {
  let minutes: UInt64
  let hours: UInt64
  let daysOfMonth: UInt64
  let months: UInt64
  let daysOfWeek: UInt64
  /// Either day field starts with `*`: a day has to match both, not one.
  let daysMustMatchBoth: Bool
  /// The hour starts with `*`: it goes by the time that passes, and not by times of day (see `nextFire`).
  let isElapsed: Bool

  init(_ fields: [Substring]) throws(CronError) {
    minutes = try CronField.minute.bits(fields[0])
    hours = try CronField.hour.bits(fields[1])
    daysOfMonth = try CronField.dayOfMonth.bits(fields[2])
    months = try CronField.month.bits(fields[3])
    daysOfWeek = try CronField.dayOfWeek.bits(fields[4])
    daysMustMatchBoth = fields[2].hasPrefix("*") || fields[4].hasPrefix("*")
    isElapsed = fields[1].hasPrefix("*")
  }

  /// Whether any date is meant; 30 February is none.
  var hasDay: Bool {
    guard daysMustMatchBoth else { return true }
    let longest: [UInt64] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return zip(1..., longest).contains { month, days in
      months & 1 << UInt64(month) != 0 && daysOfMonth & ((1 << (days + 1)) - 1) != 0
    }
  }

  /// The first whole minute at or after `local` that the fields allow.
  ///
  /// Nil when there is none within the 400 years in which the calendar repeats itself (for instance none of
  /// `0 0 */30 2 1`). Goes month by month, then day by day within a month, then by bits.
  func next(from local: LocalTime) -> LocalTime? {
    let start = LocalTime(seconds: (local.seconds + 59).flooredQuotient(by: 60) * 60)
    let startDay = start.dayNumber
    if matches(dayNumber: startDay), let minute = nextMinute(from: start.minuteOfDay) {
      return LocalTime(seconds: startDay * 86_400 + minute * 60)
    }
    guard let day = nextDay(from: startDay + 1), let minute = nextMinute(from: 0) else { return nil }
    return LocalTime(seconds: day * 86_400 + minute * 60)
  }

  /// The first matching minute of a day, from a minute of the day on.
  private func nextMinute(from start: Int64) -> Int64? {
    let hour = start / 60
    if hours & 1 << UInt64(hour) != 0, let minute = minutes.firstBit(from: start % 60) { return hour * 60 + minute }
    guard let later = hours.firstBit(from: hour + 1), let minute = minutes.firstBit(from: 0) else { return nil }
    return later * 60 + minute
  }

  private func nextDay(from start: Int64) -> Int64? {
    var (year, month, day) = Timestamp.civil(fromDays: start)
    let lastYear = year + 400
    while year <= lastYear {
      guard let next = months.firstBit(from: month) else {
        (year, month, day) = (year + 1, 1, 1)
        continue
      }
      if next != month { (month, day) = (next, 1) }
      let first = Timestamp.days(fromCivil: year, month, 1)
      let length = Timestamp.daysIn(month: month, year: year)
      while day <= length {
        if matches(day: day, weekday: Self.weekday(first + day - 1)) { return first + day - 1 }
        day += 1
      }
      (month, day) = (month + 1, 1)
    }
    return nil
  }

  private func matches(dayNumber: Int64) -> Bool {
    let (_, month, day) = Timestamp.civil(fromDays: dayNumber)
    return months & 1 << UInt64(month) != 0 && matches(day: day, weekday: Self.weekday(dayNumber))
  }

  private func matches(day: Int64, weekday: Int64) -> Bool {
    let byDate = daysOfMonth & 1 << UInt64(day) != 0
    let byWeekday = daysOfWeek & 1 << UInt64(weekday) != 0
    return daysMustMatchBoth ? byDate && byWeekday : byDate || byWeekday
  }

  /// 0 is Sunday; 1970-01-01 was a Thursday.
  private static func weekday(_ dayNumber: Int64) -> Int64 {
    (dayNumber + 4) - (dayNumber + 4).flooredQuotient(by: 7) * 7
  }
}

extension UInt64 {
  /// The least bit that is set, not below `start`.
  fileprivate func firstBit(from start: Int64) -> Int64? {
    guard start < 64 else { return nil }
    let rest = self >> UInt64(start)
    return rest == 0 ? nil : start + Int64(rest.trailingZeroBitCount)
  }
}
