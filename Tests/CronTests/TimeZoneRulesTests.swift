import Cron
import Foundation
import GantryTestSupport
import JobModel
import Testing

let someZones = [
  "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo", "Pacific/Apia",
  "Europe/Dublin", "Africa/Casablanca", "America/St_Johns", "UTC",
]

func at(_ text: String) throws -> Timestamp {
  try #require(Timestamp(rfc3339: text))
}

@Suite struct TimeZoneRulesTests {
  @Test(arguments: someZones)
  func `offsets are those that Foundation gives`(_ name: String) throws {
    let rules = try TimeZoneRules.named(name)
    let other = try #require(TimeZone(identifier: name))
    var random = SplitMix64(seed: 1)
    // 1970 to 2037, the years for which the two come from the same source of facts.
    for _ in 0..<3000 {
      let seconds = Int64.random(in: 0..<2_145_916_800, using: &random)
      let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(rules.offset(at: Timestamp(milliseconds: seconds * 1000)) == expected, "\(name) \(seconds)")
    }
  }

  @Test(arguments: someZones)
  func `offsets around each change are those that Foundation gives`(_ name: String) throws {
    let rules = try TimeZoneRules.named(name)
    let other = try #require(TimeZone(identifier: name))
    var date = Date(timeIntervalSince1970: 0)
    let end = Date(timeIntervalSince1970: 2_145_916_800)
    while let change = other.nextDaylightSavingTimeTransition(after: date), change < end {
      for delta in [-1.0, 0, 1] {
        let moment = change.addingTimeInterval(delta)
        let time = Timestamp(milliseconds: Int64(moment.timeIntervalSince1970) * 1000)
        #expect(rules.offset(at: time) == other.secondsFromGMT(for: moment), "\(name) \(time.rfc3339)")
      }
      date = change.addingTimeInterval(1)
    }
  }

  @Test(arguments: someZones)
  func `the instants of a local time are those at which the clocks show it`(_ name: String) throws {
    let rules = try TimeZoneRules.named(name)
    var random = SplitMix64(seed: 2)
    for round in 0..<300 {
      // Quarters of an hour, which changes fall on, and a second beside them.
      let instant = Int64.random(in: 946_684_800..<2_145_916_800, using: &random) / 900 * 900 + Int64(round % 2)
      let local = LocalTime(seconds: instant)
      let shown = (-26 * 4...26 * 4).map { Timestamp(milliseconds: (instant + $0 * 900) * 1000) }
        .filter { rules.localTime(at: $0) == local }
      switch rules.instants(of: local) {
      case .one(let only): #expect(shown == [only])
      case .two(let first, let second): #expect(shown == [first, second])
      case .none(let change):
        #expect(shown.isEmpty)
        #expect(rules.localTime(at: change) > local)
        #expect(rules.localTime(at: Timestamp(milliseconds: change.milliseconds - 1000)) < local)
      }
    }
  }

  @Test func `a gap and an overlap are told apart`() throws {
    let berlin = try TimeZoneRules.named("Europe/Berlin")
    #expect(
      berlin.instants(of: LocalTime(year: 2026, month: 3, day: 29, hour: 2, minute: 30))
        == .none(skippedAt: try at("2026-03-29T01:00:00Z")))
    #expect(
      berlin.instants(of: LocalTime(year: 2026, month: 10, day: 25, hour: 2, minute: 30))
        == .two(first: try at("2026-10-25T00:30:00Z"), second: try at("2026-10-25T01:30:00Z")))
    #expect(
      berlin.instants(of: LocalTime(year: 2026, month: 3, day: 29, hour: 3))
        == .one(try at("2026-03-29T01:00:00Z")))
    // Lord Howe Island changes by half an hour.
    let lordHowe = try TimeZoneRules.named("Australia/Lord_Howe")
    #expect(
      lordHowe.instants(of: LocalTime(year: 2026, month: 4, day: 5, hour: 1, minute: 45))
        == .two(first: try at("2026-04-04T14:45:00Z"), second: try at("2026-04-04T15:15:00Z")))
    // Samoa left out a whole day when it changed sides.
    let apia = try TimeZoneRules.named("Pacific/Apia")
    #expect(
      apia.instants(of: LocalTime(year: 2011, month: 12, day: 30, hour: 12))
        == .none(skippedAt: try at("2011-12-30T10:00:00Z")))
  }

  @Test func `the rule of the last line goes on for ever`() throws {
    let berlin = try TimeZoneRules.named("Europe/Berlin")
    #expect(berlin.offset(at: try at("2400-07-01T00:00:00Z")) == 7200)
    #expect(berlin.offset(at: try at("2400-12-01T00:00:00Z")) == 3600)
    let apia = try TimeZoneRules.named("Pacific/Apia")
    #expect(apia.offset(at: try at("2400-07-01T00:00:00Z")) == 13 * 3600)
  }

  @Test(arguments: [
    "", "/etc/localtime", "../zoneinfo/UTC", "Europe/../Europe/Berlin", "Europe//Berlin", "/Europe/Berlin",
    "Europe/Berlin/", "Europe/.hidden", "Eur ope", "Europe/Berlin\0", "Européen", "-x", "1UTC",
    String(repeating: "a", count: 256),
  ])
  func `a name that is no name is refused`(_ name: String) {
    #expect(throws: TimeZoneError.badName(name)) { try TimeZoneRules.named(name) }
  }

  @Test(arguments: ["Europe/Berlln", "Europe", "Berlin", "utc-x", "posixrule"])
  func `a name of no zone is refused, and the message names a way`(_ name: String) throws {
    let error = try #require(throws: TimeZoneError.self) { try TimeZoneRules.named(name) }
    guard case .unknown = error else {
      Issue.record("\(error)")
      return
    }
    #expect("\(error)".contains("Europe/Berlin"))
  }

  @Test func `leap seconds are refused`() throws {
    let error = try #require(throws: TimeZoneError.self) { try TimeZoneRules.named("right/Europe/Berlin") }
    #expect("\(error)".contains("counts leap seconds"))
  }

  @Test func `UTC needs no files, local without a file is UTC`() throws {
    #expect(try TimeZoneRules.named("UTC", in: "/nowhere").offset(at: Timestamp(milliseconds: 0)) == 0)
    let local = try TimeZoneRules.named("local", in: "/nowhere", localFile: "/nowhere/localtime")
    #expect(local.name == "local")
    #expect(local.offset(at: Timestamp(milliseconds: 0)) == 0)
    #expect(throws: TimeZoneError.unknown(name: "Europe/Berlin", directory: "/nowhere")) {
      try TimeZoneRules.named("Europe/Berlin", in: "/nowhere")
    }
  }
}
