import Cron
import JobModel
import Testing

@Suite struct CronExpressionTests {
  @Test(arguments: [
    ("* * * * *", "2026-01-01T00:00:30Z", "2026-01-01T00:01:00Z"),
    ("*/15 * * * *", "2026-01-01T00:15:00Z", "2026-01-01T00:30:00Z"),
    ("0 0 * * 7", "2026-11-23T00:00:00Z", "2026-11-29T00:00:00Z"),
    ("0 0 * * FRI-SUN", "2026-11-28T12:00:00Z", "2026-11-29T00:00:00Z"),
    ("30 9 * jan,Jul mon-fri", "2026-01-31T12:00:00Z", "2026-07-01T09:30:00Z"),
    ("0 0 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T00:00:00Z"),
    // Both days restricted: either will do.
    ("0 0 13 * FRI", "2026-11-10T00:00:00Z", "2026-11-13T00:00:00Z"),
    ("0 0 13 * FRI", "2026-11-13T00:00:00Z", "2026-11-20T00:00:00Z"),
    // One starts with a star: both have to match.
    ("0 0 */2 * MON", "2026-11-23T00:00:00Z", "2026-12-07T00:00:00Z"),
    ("5-59/20 22,23 31 12 *", "2026-12-31T22:45:00Z", "2026-12-31T23:05:00Z"),
    ("@hourly", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"),
    ("@daily", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
    ("@weekly", "2026-11-24T00:00:00Z", "2026-11-29T00:00:00Z"),
    ("@Monthly", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
    ("@yearly", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
    ("@every 90s", "2026-01-01T00:01:30Z", "2026-01-01T00:03:00Z"),
    ("@every 1h30m", "2026-01-01T00:00:00Z", "2026-01-01T01:30:00Z"),
    ("@every 1d", "2025-12-30T12:00:00Z", "2025-12-31T00:00:00Z"),
  ])
  func `the next time is the one that the fields say`(_ text: String, _ after: String, _ next: String) throws {
    let expression = try CronExpression(text)
    let fire = expression.nextFire(after: try at(after), in: .utc, anchor: try at("2026-01-01T00:00:00Z"))
    #expect(fire == (try at(next)))
  }

  @Test(arguments: [
    ("61 * * * *", "minute: “61” is out of range; allowed: 0-59"),
    ("* 24 * * *", "hour: “24” is out of range; allowed: 0-23"),
    ("* * 0 * *", "day of month: “0” is out of range; allowed: 1-31"),
    ("* * * 13 *", "month: “13” is out of range; allowed: 1-12 or JAN-DEC"),
    ("* * * * 8", "day of week: “8” is out of range; allowed: 0-7 or SUN-SAT"),
    ("* * * * MOX", "day of week: “MOX” is not understood"), ("-1 * * * *", "minute: “-1” is not understood"),
    ("1- * * * *", "minute: “1-” is not understood"), ("1,,2 * * * *", "minute: “1,,2” has nothing beside a comma"),
    ("*/0 * * * *", "step that is no number from 1 on"), ("*/ * * * *", "step that is no number"),
    ("*/90 * * * *", "@every 90m"), ("5/15 * * * *", "write 5-59/15"), ("* 22-2 * * *", "22-23,0-2"),
    ("0 0 ? * *", "other cron dialects"), ("0 0 L * *", "other cron dialects"), ("0 0 * * 1#2", "other cron dialects"),
    ("* * * *", "has 4 fields"), ("0 * * * * *", "@every 10s"), ("", "is empty"), ("  ", "is empty"),
    ("TZ=UTC * * * * *", "beside its expression"), ("@reboot", "runs by the clock"), ("@often", "is not known"),
    ("@daily x", "is not known"), ("@every", "has no interval"), ("@every 5", "without a unit"),
    ("@every 0s", "out of range"), ("@every 367d", "out of range"), ("@every 999999999d", "out of range"),
    ("@every 5m1h", "is no interval"), ("@every -5m", "is no interval"), ("@every 9999999999s", "is no interval"),
    ("0 0 30 2 *", "day of month: “30” is a day that no month of “2” has"), ("0 0 31 4,6,9,11 *", "never run"),
    ("١ * * * *", "is not understood"), ("99999999999999999999 * * * *", "is not understood"),
    (String(repeating: "0,", count: 300) + "0 * * * *", "longer than 512 bytes"),
  ])
  func `what is no expression is refused with the reason`(_ text: String, _ reason: String) throws {
    let error = try #require(throws: CronError.self) { try CronExpression(text) }
    #expect("\(error)".contains(reason), "\(error)")
    #expect("\(error)".utf8.count < 400)
  }

  @Test func `days stepped through and a weekday have to match both`() throws {
    let fire = try CronExpression("0 0 */29 2 1").nextFire(
      after: try at("2026-01-01T00:00:00Z"), in: .utc, anchor: Timestamp(milliseconds: 0))
    // */29 is 1 and 30: the next first of February that is a Monday.
    #expect(fire == (try at("2027-02-01T00:00:00Z")))
  }

  @Test func `the ends of time have no next time, and no crash`() throws {
    for text in ["* * * * *", "0 0 29 2 *", "@every 1s", "@every 366d"] {
      let expression = try CronExpression(text)
      for zone in [TimeZoneRules.utc, try .named("Europe/Berlin")] {
        for extreme in [Int64.max, Int64.max - 1, 253_402_300_799_999] {
          let time = Timestamp(milliseconds: extreme)
          #expect(expression.nextFire(after: time, in: zone, anchor: time) == nil)
        }
        let first = Timestamp(milliseconds: .min)
        #expect(expression.nextFire(after: first, in: zone, anchor: first) != nil)
      }
    }
  }
}
