import JobModel

/// What a clock on the wall of some place shows, to the second; no instant until a zone says which.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Seconds on that clock since it showed 1970-01-01 00:00:00.
  public var seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// A date of the Gregorian calendar with a time of day; the fields are not checked, what is too much carries over.
  public init(year: Int64, month: Int64, day: Int64, hour: Int64 = 0, minute: Int64 = 0, second: Int64 = 0) {
    let days = Timestamp.days(fromCivil: year, month, day)
    seconds = days * 86_400 + hour * 3600 + minute * 60 + second
  }

  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// Days since 1970-01-01.
  var dayNumber: Int64 { seconds.flooredQuotient(by: 86_400) }

  /// Minutes since midnight, 0…1439.
  var minuteOfDay: Int64 { (seconds - dayNumber * 86_400) / 60 }
}
