/// One of the five fields of a cron expression, in their order.
public enum CronField: String, CaseIterable, Sendable, CustomStringConvertible {
  case minute
  case hour
  case dayOfMonth = "day of month"
  case month
  case dayOfWeek = "day of week"

  public var description: String { rawValue }

  /// The values that can be written; Sunday is 0 and 7.
  var range: ClosedRange<Int> {
    switch self {
    case .minute: 0...59
    case .hour: 0...23
    case .dayOfMonth: 1...31
    case .month: 1...12
    case .dayOfWeek: 0...7
    }
  }

  /// The values of `*`.
  var all: ClosedRange<Int> { self == .dayOfWeek ? 0...6 : range }

  /// What stands for the values from the least on, in upper case.
  var names: [String] {
    switch self {
    case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    default: []
    }
  }

  /// What can be written, for messages.
  var allowed: String {
    let numbers = "\(range.lowerBound)-\(range.upperBound)"
    guard let first = names.first, let last = names.last else { return numbers }
    return "\(numbers) or \(first)-\(last)"
  }

  /// The values that a text names, as bits: items with commas between, each `*`, a value or a range, `/step` behind.
  func bits(_ text: Substring) throws(CronError) -> UInt64 {
    var bits: UInt64 = 0
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      bits |= try self.bits(item: item, of: text)
    }
    // Sunday has one bit.
    if self == .dayOfWeek, bits & 1 << 7 != 0 { bits = bits & ~(1 << 7) | 1 }
    return bits
  }

  private func bits(item: Substring, of text: Substring) throws(CronError) -> UInt64 {
    guard !item.isEmpty else { throw CronError(self, text, "has nothing beside a comma; remove the comma") }
    let parts = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    var span: ClosedRange<Int>
    if parts[0] == "*" {
      span = all
    } else {
      let first = try value(ends[0], of: item)
      var last = ends.count == 2 ? try value(ends[1], of: item) : first
      // FRI-SUN: at the end of a range, Sunday is the last day.
      if self == .dayOfWeek, ends.count == 2, last == 0, first > 0 { last = 7 }
      guard first <= last else {
        let top = self == .dayOfWeek ? 6 : all.upperBound
        throw CronError(
          self, item,
          "starts behind its end; write it as two ranges: \(first)-\(top),\(all.lowerBound)-\(last)")
      }
      span = first...last
    }
    var step = 1
    if parts.count == 2 {
      guard parts[0] == "*" || ends.count == 2 else {
        throw CronError(
          self, item, "has a step, but no range to step through; write \(parts[0])-\(all.upperBound)/\(parts[1])")
      }
      guard let number = Self.number(parts[1]), number > 0 else {
        throw CronError(self, item, "has a step that is no number from 1 on")
      }
      guard number <= all.count else {
        throw CronError(
          self, item,
          "steps further than the field goes (\(allowed)); for other intervals, write for example @every 90m")
      }
      step = number
    }
    return stride(from: span.lowerBound, through: span.upperBound, by: step).reduce(0) { $0 | 1 << UInt64($1) }
  }

  private func value(_ text: Substring, of item: Substring) throws(CronError) -> Int {
    if let number = Self.number(text) {
      guard range.contains(number) else { throw CronError(self, text, "is out of range; allowed: \(allowed)") }
      return number
    }
    if let index = names.firstIndex(of: text.uppercased()) { return range.lowerBound + index }
    let special = text.unicodeScalars.contains { "?LW#HR".unicodeScalars.contains($0) } && text.utf8.count <= 4
    throw CronError(
      self, item,
      special
        ? "uses a sign of other cron dialects; allowed: \(allowed), * for all, lists 1,2, ranges 1-5, steps */2"
        : "is not understood; allowed: \(allowed), * for all, lists 1,2, ranges 1-5, steps */2")
  }

  /// One to four digits and nothing else.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}
