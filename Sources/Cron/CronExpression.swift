import JobModel

/// When something is to happen again and again: five fields as cron(8) has them, a name such as `@daily`, or an interval.
///
/// Fields are minute, hour, day of month, month, day of week. Each is a list of values, ranges and `*`, the last two
/// with an optional step; months and weekdays have names; 7 is Sunday too. When neither day field starts with `*`, a day
/// matches if either does, otherwise if both do: the rule of Vixie's cron, which most crontabs were written for.
public struct CronExpression: Hashable, Sendable, CustomStringConvertible {
  enum Kind: Hashable, Sendable {
    case calendar(CronCalendar)
    /// Milliseconds between two times, counted from an anchor.
    case interval(Int64)
  }

  /// The expression as it was written, blanks normalized.
  public let description: String
  let kind: Kind

  /// The longest text, in bytes; a list of all minutes has 170.
  public static let maximumLength = 512
  /// The longest interval of `@every`, in seconds: 366 days.
  public static let maximumInterval: Int64 = 366 * 86_400

  static let shorthands = [
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
  ]

  /// Reads an expression.
  public init(_ text: String) throws(CronError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw CronError(nil, text, "is longer than \(Self.maximumLength) bytes; use several schedules")
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
    description = words.joined(separator: " ")
    guard let first = words.first else {
      throw CronError(nil, text, "is empty; write five fields (minute hour day-of-month month day-of-week) or @daily")
    }
    if first.hasPrefix("@") {
      kind = try Self.shorthand(words)
      return
    }
    if first.contains("=") {
      throw CronError(nil, first, "is no field; the time zone of a schedule is given beside its expression")
    }
    guard words.count == CronField.allCases.count else {
      let seconds = words.count == 6 ? "; there is no field for seconds: @every 10s is written for those" : ""
      throw CronError(
        nil, description,
        "has \(words.count) fields, not the five: minute, hour, day of month, month, day of week\(seconds)")
    }
    let calendar = try CronCalendar(words)
    guard calendar.hasDay else {
      throw CronError(
        .dayOfMonth, words[2], "is a day that no month of “\(words[3])” has; such a schedule would never run")
    }
    kind = .calendar(calendar)
  }

  /// Whether it names an interval (`@every`), which no time zone has a say in.
  public var isInterval: Bool {
    if case .interval = kind { true } else { false }
  }

  private static func shorthand(_ words: [Substring]) throws(CronError) -> Kind {
    let name = words[0].lowercased()
    if name == "@every" {
      guard words.count == 2 else {
        throw CronError(
          nil, words.joined(separator: " "), "has no interval; write @every 90s, @every 15m or @every 1h30m")
      }
      return .interval(try interval(words[1]) * 1000)
    }
    if name == "@reboot" {
      throw CronError(nil, words[0], "is no time; a schedule runs by the clock")
    }
    guard words.count == 1, let fields = shorthands[name] else {
      throw CronError(
        nil, words.joined(separator: " "),
        "is not known; there are @hourly, @daily, @weekly, @monthly, @yearly and @every 15m")
    }
    return .calendar(try CronCalendar(fields.split(separator: " ")))
  }

  /// The seconds of an interval: numbers with the units d, h, m and s, each at most once and in this order.
  private static func interval(_ text: Substring) throws(CronError) -> Int64 {
    var units: [(letter: Character, seconds: Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
    var total: Int64 = 0
    var digits = ""
    for character in text {
      if ("0"..."9").contains(character), digits.count < 9 {
        digits.append(character)
        continue
      }
      guard let number = Int64(digits), let unit = units.firstIndex(where: { $0.letter == character }) else {
        throw CronError(nil, text, "is no interval; write 90s, 15m, 2h, 1d or 1h30m")
      }
      total += number * units[unit].seconds
      units.removeFirst(unit + 1)
      digits = ""
    }
    guard digits.isEmpty else { throw CronError(nil, text, "has a number without a unit; write 90s, 15m, 2h or 1d") }
    guard (1...maximumInterval).contains(total) else {
      throw CronError(nil, text, "is out of range; an interval is from 1 second to 366 days long")
    }
    return total
  }
}
