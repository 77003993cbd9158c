/// When a section is to be done, as its heading tells: `Week 3`, `Weeks 9-12`, `W3-D10`, `Sprint 2`, `Q1 2026`, dates.
public struct PlanPeriod: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case week, day, sprint, quarter, date
  }

  public let unit: Unit
  /// The first number; for a date `20260131`, for a quarter year × 4 + quarter − 1 (the year 0 where none is told).
  public let first: Int
  /// The last number; the first where it is one only.
  public let last: Int

  public init(unit: Unit, first: Int, last: Int) {
    self.unit = unit
    self.first = first
    self.last = last
  }

  /// The coarsest period a heading names, weeks before sprints, quarters, days and dates; nil when it names none.
  public init?(heading: String) {
    let tokens = Self.tokens(of: heading)
    for (unit, names) in Self.names {
      for (index, token) in tokens.enumerated() {
        guard case .word(let word) = token, let range = Self.range(word, names, tokens[(index + 1)...], unit) else {
          continue
        }
        self.init(unit: unit, first: range.first, last: max(range.first, range.last))
        return
      }
    }
    let dates = tokens.compactMap { if case .date(let date) = $0 { date } else { nil } }
    guard let first = dates.first else { return nil }
    self.init(unit: .date, first: first, last: dates.dropFirst().first.map { max($0, first) } ?? first)
  }

  /// First and last for people: `9`, `2026-01-31`, `2026-Q1`.
  public var texts: (first: String, last: String) { (text(first), text(last)) }

  private func text(_ value: Int) -> String {
    switch unit {
    case .week, .day, .sprint: String(value)
    case .quarter: value < 4 ? "Q\(value + 1)" : "\(value / 4)-Q\(value % 4 + 1)"
    case .date: "\(value / 10_000)-\(Self.two(value / 100 % 100))-\(Self.two(value % 100))"
    }
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private enum Token {
    case word(String)
    case number(Int)
    case dash
    case date(Int)
    case other
  }

  private static let names: [(Unit, Set<String>)] = [
    (.week, ["week", "weeks", "wk", "w"]), (.sprint, ["sprint", "sprints", "iteration"]), (.quarter, ["q"]),
    (.day, ["day", "days", "d"]),
  ]

  private static func range(
    _ word: String, _ names: Set<String>, _ rest: ArraySlice<Token>, _ unit: Unit
  ) -> (first: Int, last: Int)? {
    guard names.contains(word), case .number(let first)? = rest.first, first <= 1000 else { return nil }
    var rest = rest.dropFirst()
    if unit == .quarter {
      guard (1...4).contains(first) else { return nil }
      var year = 0
      if case .number(let number)? = rest.first, number >= 1900, number < 3000 { year = number }
      return (year * 4 + first - 1, year * 4 + first - 1)
    }
    guard case .dash? = rest.popFirst() else { return (first, first) }
    // `W1-W2`: the unit once more.
    if case .word(let again)? = rest.first, names.contains(again) { rest = rest.dropFirst() }
    guard case .number(let last)? = rest.first, last > first, last <= 1000 else { return (first, first) }
    return (first, last)
  }

  private static func tokens(of heading: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(heading.utf8.prefix(300))
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isASCIIDigit {
        if let date = date(bytes, position) {
          tokens.append(.date(date))
          position += 10
          continue
        }
        let start = position
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        let number = position - start <= 9 ? bytes[start..<position].reduce(0) { $0 * 10 + Int($1) - 0x30 } : Int.max
        tokens.append(.number(number))
      } else if byte.isASCIILetter {
        let start = position
        while position < bytes.count, bytes[position].isASCIILetter { position += 1 }
        let word = String(decoding: bytes[start..<position].lazy.map(\.asciiLowercased), as: UTF8.self)
        tokens.append(word == "to" ? .dash : .word(word))
      } else if byte == 0x2D || bytes[position...].starts(with: [0xE2, 0x80, 0x93]) {
        tokens.append(.dash)
        position += byte == 0x2D ? 1 : 3
      } else {
        if !byte.isMarkdownSpace, !byte.isUTF8Continuation { tokens.append(.other) }
        position += 1
      }
    }
    return tokens
  }

  /// `2026-01-31`.
  private static func date(_ bytes: [UInt8], _ position: Int) -> Int? {
    guard position + 10 <= bytes.count, position + 10 == bytes.count || !bytes[position + 10].isASCIIDigit else {
      return nil
    }
    var value = 0
    for (index, byte) in bytes[position..<position + 10].enumerated() {
      if index == 4 || index == 7 {
        guard byte == 0x2D else { return nil }
      } else {
        guard byte.isASCIIDigit else { return nil }
        value = value * 10 + Int(byte) - 0x30
      }
    }
    guard (1...12).contains(value / 100 % 100), (1...31).contains(value % 100) else { return nil }
    return value
  }
}
