import Cron
import GantryTestSupport
import JobModel
import Testing

/// The rule of the five fields, told a second time and as simply as possible.
private struct Stepper {
  let fields: [Set<Int>]
  let isElapsed: Bool
  let bothDays: Bool

  /// Understands lists, ranges and steps of numbers.
  init(_ text: String) {
    let bounds = [0...59, 0...23, 1...31, 1...12, 0...6]
    let words = text.split(separator: " ")
    fields = zip(words, bounds).map { word, bounds in
      Set(
        word.split(separator: ",").flatMap { item -> [Int] in
          let parts = item.split(separator: "/")
          let ends = parts[0].split(separator: "-").compactMap { Int($0) }
          let range = ends.isEmpty ? bounds : ends[0]...ends[ends.count - 1]
          let step = parts.count == 2 ? Int(parts[1])! : 1
          return Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
        })
    }
    isElapsed = words[1].hasPrefix("*")
    bothDays = words[2].hasPrefix("*") || words[4].hasPrefix("*")
  }

  func matches(_ local: LocalTime) -> Bool {
    let days = Int((Double(local.seconds) / 86_400).rounded(.down))
    let rest = Int(local.seconds) - days * 86_400
    let date = Timestamp(milliseconds: local.seconds * 1000).rfc3339
    let byDate = fields[2].contains(Int(date.dropFirst(8).prefix(2))!)
    let byWeekday = fields[4].contains((days + 4) % 7)
    return rest % 60 == 0 && fields[0].contains(rest / 60 % 60) && fields[1].contains(rest / 3600)
      && fields[3].contains(Int(date.dropFirst(5).prefix(2))!) && (bothDays ? byDate && byWeekday : byDate || byWeekday)
  }

  /// Minute by minute; nil when nothing comes within `minutes`.
  func next(after time: Timestamp, in zone: TimeZoneRules, minutes: Int) -> Timestamp? {
    var instant = time.milliseconds / 60_000 * 60_000
    for _ in 0..<minutes {
      instant += 60_000
      let now = Timestamp(milliseconds: instant)
      let local = zone.localTime(at: now)
      if isElapsed {
        if matches(local) { return now }
        continue
      }
      // Everything that the clocks did not show in the minute before, up to what they show now, is due now.
      var shown = zone.localTime(at: Timestamp(milliseconds: instant - 60_000)).seconds
      while shown < local.seconds {
        shown += 60
        guard matches(LocalTime(seconds: shown)) else { continue }
        if case .two(let first, let second) = zone.instants(of: local), second == now, first != now { continue }
        return now
      }
      // Put back: what they show again has been.
      if shown > local.seconds { continue }
    }
    return nil
  }
}

@Suite struct NextFireTests {
  private static func field(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return "*"
    case 2: return "*/\(Int.random(in: 1...min(range.count, 20), using: &random))"
    case 3:
      let low = Int.random(in: range, using: &random)
      return "\(low)-\(Int.random(in: low...range.upperBound, using: &random))/\(Int.random(in: 1...5, using: &random))"
    case 4: return "\(Int.random(in: range, using: &random)),\(Int.random(in: range, using: &random))"
    default: return "\(Int.random(in: range, using: &random))"
    }
  }

  @Test(arguments: someZones)
  func `the search finds what stepping from minute to minute finds`(_ name: String) throws {
    let zone = try TimeZoneRules.named(name)
    for seed in UInt64(0)..<100 {
      var random = SplitMix64(seed: seed)
      let text = [0...59, 0...23, 1...28, 1...12, 0...6].map { Self.field($0, &random) }.joined(separator: " ")
      let expression = try CronExpression(text)
      let stepper = Stepper(text)
      // 2000 to 2037, by chance or in the two days before a change.
      var time = Timestamp(milliseconds: Int64.random(in: 946_684_800_000..<2_145_916_800_000, using: &random))
      if seed % 2 == 0, let change = Self.change(after: time, in: zone) {
        time = Timestamp(milliseconds: change - Int64.random(in: -10_000_000..<172_800_000, using: &random))
      }
      let limit = 3 * 1440
      let expected = stepper.next(after: time, in: zone, minutes: limit)
      let found = expression.nextFire(after: time, in: zone, anchor: time)
      if let expected {
        #expect(found == expected, "seed \(seed): \(text) after \(time.rfc3339) in \(name)")
      } else if let found {
        #expect(found.seconds(since: time) > Double(limit - 1) * 60, "seed \(seed): \(text) after \(time.rfc3339)")
      }
    }
  }

  /// The next change of an offset within a year, to the minute, by halving days.
  private static func change(after time: Timestamp, in zone: TimeZoneRules) -> Int64? {
    var low = time.milliseconds / 60_000
    for _ in 0..<366 {
      var high = low + 1440
      let offset = zone.offset(at: Timestamp(milliseconds: low * 60_000))
      guard zone.offset(at: Timestamp(milliseconds: high * 60_000)) != offset else {
        low = high
        continue
      }
      while high - low > 1 {
        let middle = (low + high) / 2
        if zone.offset(at: Timestamp(milliseconds: middle * 60_000)) == offset { low = middle } else { high = middle }
      }
      return high * 60_000
    }
    return nil
  }

  @Test(arguments: [
    // The clocks of Berlin go from 02:00 to 03:00 on 29 March 2026 (01:00Z), and from 03:00 to 02:00 on 25 October.
    ("30 2 * * *", "2026-03-28T12:00:00Z", ["2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"]),
    ("15,45 2 * * *", "2026-03-28T12:00:00Z", ["2026-03-29T01:00:00Z", "2026-03-30T00:15:00Z"]),
    ("0 2,3 * * *", "2026-03-28T12:00:00Z", ["2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z"]),
    ("30 2 * * *", "2026-10-24T12:00:00Z", ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]),
    ("*/30 2 * * *", "2026-10-24T22:30:00Z", ["2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z"]),
    ("*/30 * * * *", "2026-03-29T00:00:00Z", ["2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"]),
    ("30 * * * *", "2026-10-24T23:30:00Z", ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"]),
    ("@daily", "2026-03-28T12:00:00Z", ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"]),
  ])
  func `when clocks change, times of day come once and intervals go on`(
    _ text: String, _ after: String, _ fires: [String]
  ) throws {
    let berlin = try TimeZoneRules.named("Europe/Berlin")
    let expression = try CronExpression(text)
    var time = try at(after)
    for fire in fires {
      time = try #require(expression.nextFire(after: time, in: berlin, anchor: time))
      #expect(time == (try at(fire)))
    }
  }
}
