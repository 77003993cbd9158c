extension Timestamp {
  /// RFC 3339 in UTC with milliseconds, the wire's only form: `2026-11-23T09:08:07.654Z`.
  public var rfc3339: String {
    String(unsafeUninitializedCapacity: 24) { buffer in
      let days = milliseconds.flooredQuotient(by: 86_400_000)
      var rest = milliseconds - days * 86_400_000
      let (year, month, day) = Self.civil(fromDays: days)
      func put(_ value: Int64, at offset: Int, width: Int) {
        var value = value
        for index in stride(from: offset + width - 1, through: offset, by: -1) {
          buffer[index] = UInt8(ascii: "0") + UInt8(value % 10)
          value /= 10
        }
      }
      put(year, at: 0, width: 4)
      buffer[4] = UInt8(ascii: "-")
      put(month, at: 5, width: 2)
      buffer[7] = UInt8(ascii: "-")
      put(day, at: 8, width: 2)
      buffer[10] = UInt8(ascii: "T")
      put(rest / 3_600_000, at: 11, width: 2)
      rest %= 3_600_000
      buffer[13] = UInt8(ascii: ":")
      put(rest / 60_000, at: 14, width: 2)
      rest %= 60_000
      buffer[16] = UInt8(ascii: ":")
      put(rest / 1000, at: 17, width: 2)
      buffer[19] = UInt8(ascii: ".")
      put(rest % 1000, at: 20, width: 3)
      buffer[23] = UInt8(ascii: "Z")
      return 24
    }
  }

  /// Reads RFC 3339 with `Z` or a numeric offset and any number of fraction digits (cut to milliseconds).
  ///
  /// Nil when the text is not of that form, a field is out of range, or the year is beyond 0000…9999.
  /// A leap second (`:60`) is taken as the first instant of the next minute.
  public init?(rfc3339 text: String) {
    var cursor = Cursor(Array(text.utf8))
    guard let year = cursor.digits(4), cursor.take("-"), let month = cursor.digits(2), cursor.take("-"),
      let day = cursor.digits(2), cursor.take("T") || cursor.take("t") || cursor.take(" "),
      let hour = cursor.digits(2), cursor.take(":"), let minute = cursor.digits(2), cursor.take(":"),
      let second = cursor.digits(2)
    else { return nil }
    var fraction: Int64 = 0
    if cursor.take(".") {
      guard let digits = cursor.fraction() else { return nil }
      fraction = digits
    }
    var offset: Int64 = 0
    if !(cursor.take("Z") || cursor.take("z")) {
      let sign: Int64
      if cursor.take("+") { sign = 1 } else if cursor.take("-") { sign = -1 } else { return nil }
      guard let hours = cursor.digits(2), cursor.take(":"), let minutes = cursor.digits(2), hours < 24, minutes < 60
      else { return nil }
      offset = sign * (hours * 60 + minutes)
    }
    guard cursor.atEnd, (1...12).contains(month), hour < 24, minute < 60, second <= 60,
      (1...Self.daysIn(month: month, year: year)).contains(day)
    else { return nil }
    let minutes = (Self.days(fromCivil: year, month, day) * 24 + hour) * 60 + minute - offset
    self.init(milliseconds: (minutes * 60 + second) * 1000 + fraction)
  }

  /// Days since the epoch to a date of the proleptic Gregorian calendar, by counting 400-year eras from 1 March.
  package static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days from the epoch to a date; the inverse of `civil(fromDays:)`.
  package static func days(fromCivil year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// How many days a month (1…12) has.
  package static func daysIn(month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private struct Cursor {
    let bytes: [UInt8]
    var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var atEnd: Bool { index == bytes.count }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: scalar) else { return false }
      index += 1
      return true
    }

    mutating func digit() -> Int64? {
      guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
      defer { index += 1 }
      return Int64(bytes[index] - UInt8(ascii: "0"))
    }

    mutating func digits(_ count: Int) -> Int64? {
      var value: Int64 = 0
      for _ in 0..<count {
        guard let next = digit() else { return nil }
        value = value * 10 + next
      }
      return value
    }

    /// Milliseconds from one or more digits behind the point.
    mutating func fraction() -> Int64? {
      guard let first = digit() else { return nil }
      var value = first * 100
      var weight: Int64 = 10
      while let next = digit() {
        value += next * weight
        weight /= 10
      }
      return value
    }
  }
}

extension Int64 {
  /// Division that rounds towards minus infinity, so that instants before the epoch fall on the right day.
  package func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
