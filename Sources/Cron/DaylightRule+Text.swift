extension DaylightRule {
  /// Reads the text between the newlines at the end of a zone file, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
  ///
  /// Nil when it is not of that form.
  init?(_ text: some Sequence<UInt8>) {
    var cursor = Cursor(bytes: Array(text))
    guard cursor.name(), let standard = cursor.offset() else { return nil }
    // The sign of POSIX is the other one: hours to add to the local time for UTC.
    standardOffset = -standard
    if cursor.atEnd { return }
    guard cursor.name() else { return nil }
    var daylightOffset = standardOffset + 3600
    if !cursor.isAt(",") {
      guard let offset = cursor.offset() else { return nil }
      daylightOffset = -offset
    }
    guard cursor.take(","), let start = cursor.day(), let startTime = cursor.timeOfDay(), cursor.take(","),
      let end = cursor.day(), let endTime = cursor.timeOfDay(), cursor.atEnd
    else { return nil }
    daylight = Daylight(
      offset: daylightOffset, start: start, startTime: startTime, end: end, endTime: endTime)
  }

  private struct Cursor {
    let bytes: [UInt8]
    var index = 0

    var atEnd: Bool { index == bytes.count }

    func isAt(_ scalar: Unicode.Scalar) -> Bool { index < bytes.count && bytes[index] == UInt8(ascii: scalar) }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard isAt(scalar) else { return false }
      index += 1
      return true
    }

    /// Three letters or more, or anything of letters, digits and signs between `<` and `>`.
    mutating func name() -> Bool {
      let quoted = take("<")
      let start = index
      while index < bytes.count, Self.isLetter(bytes[index]) || (quoted && Self.isDigitOrSign(bytes[index])) {
        index += 1
      }
      return index - start >= 3 && (!quoted || take(">"))
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64? {
      var value: Int64 = 0
      let start = index
      while index < bytes.count, index - start < 4, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
        value = value * 10 + Int64(bytes[index] - UInt8(ascii: "0"))
        index += 1
      }
      return index > start && range.contains(value) ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(hours: ClosedRange<Int64>) -> Int64? {
      let negative = take("-")
      if !negative { _ = take("+") }
      guard var seconds = number(hours).map({ $0 * 3600 }) else { return nil }
      if take(":") {
        guard let minutes = number(0...59) else { return nil }
        seconds += minutes * 60
        if take(":") {
          guard let rest = number(0...59) else { return nil }
          seconds += rest
        }
      }
      return negative ? -seconds : seconds
    }

    mutating func offset() -> Int64? { time(hours: 0...24) }

    /// `/time`, or two in the morning.
    mutating func timeOfDay() -> Int64? { take("/") ? time(hours: 0...167) : 2 * 3600 }

    mutating func day() -> Day? {
      if take("J") { return number(1...365).map(Day.julian) }
      guard take("M") else { return number(0...365).map(Day.zeroBased) }
      guard let month = number(1...12), take("."), let week = number(1...5), take("."), let weekday = number(0...6)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigitOrSign(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
  }
}
