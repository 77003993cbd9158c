import Cron
import GantryTestSupport
import JobModel
import Testing

@Suite struct FirePlanTests {
  private let hourly: CronExpression

  init() throws { hourly = try CronExpression("0 * * * *") }

  private func plan(_ expected: String?, _ now: String, _ missed: MissedRuns) throws -> FirePlan {
    FirePlan(
      hourly, in: .utc, anchor: Timestamp(milliseconds: 0), expected: try expected.map { try at($0) },
      now: try at(now), missed: missed)
  }

  @Test(arguments: MissedRuns.allCases)
  func `a time that has come is one run`(_ missed: MissedRuns) throws {
    let plan = try plan("2026-01-01T10:00:00Z", "2026-01-01T10:00:00.004Z", missed)
    #expect(plan.fires == [try at("2026-01-01T10:00:00Z")])
    #expect(plan.next == (try at("2026-01-01T11:00:00Z")))
    #expect(!plan.hasSkipped)
  }

  @Test(arguments: MissedRuns.allCases)
  func `before its time nothing happens`(_ missed: MissedRuns) throws {
    let plan = try plan("2026-01-01T10:00:00Z", "2026-01-01T09:59:59.999Z", missed)
    #expect(plan == (try self.plan(nil, "2026-01-01T09:59:59.999Z", missed)))
    #expect(plan.fires.isEmpty)
    #expect(plan.next == (try at("2026-01-01T10:00:00Z")))
  }

  @Test func `after a night asleep, each policy does what it says`() throws {
    let skipped = try plan("2026-01-01T22:00:00Z", "2026-01-02T06:30:00Z", .skip)
    #expect(skipped.fires.isEmpty)
    #expect(skipped.hasSkipped)
    let once = try plan("2026-01-01T22:00:00Z", "2026-01-02T06:30:00Z", .once)
    #expect(once.fires == [try at("2026-01-02T06:00:00Z")])
    #expect(once.hasSkipped)
    let all = try plan("2026-01-01T22:00:00Z", "2026-01-02T06:30:00Z", .all)
    #expect(all.fires.count == 9)
    #expect(all.fires.first == (try at("2026-01-01T22:00:00Z")))
    #expect(all.fires.last == (try at("2026-01-02T06:00:00Z")))
    #expect(!all.hasSkipped)
    for plan in [skipped, once, all] { #expect(plan.next == (try at("2026-01-02T07:00:00Z"))) }
  }

  @Test func `a minute late is not missed, more is`() throws {
    #expect(try plan("2026-01-01T08:00:00Z", "2026-01-01T10:01:00Z", .skip).fires == [at("2026-01-01T10:00:00Z")])
    #expect(try plan("2026-01-01T08:00:00Z", "2026-01-01T10:01:00.001Z", .skip).fires.isEmpty)
  }

  @Test func `a clock put back brings the next time forward`() throws {
    let plan = try plan("2026-01-01T15:00:00Z", "2026-01-01T12:30:00Z", .all)
    #expect(plan.fires.isEmpty)
    #expect(plan.next == (try at("2026-01-01T13:00:00Z")))
  }

  @Test(arguments: ["* * * * *", "0 0 1 1 *", "* * * 1-6 *", "@every 1s", "30 12 * * *", "* 3 * * *"])
  func `of a long absence the latest hundred are made up for`(_ text: String) throws {
    let expression = try CronExpression(text)
    let start = try #require(
      expression.nextFire(after: try at("2025-01-01T00:00:00Z"), in: .utc, anchor: Timestamp(milliseconds: 0)))
    let now = try at("2026-09-30T00:00:30Z")
    let plan = FirePlan(
      expression, in: .utc, anchor: Timestamp(milliseconds: 0), expected: start, now: now, missed: .all)
    let count = text == "0 0 1 1 *" ? 1 : 100
    #expect(plan.fires.count == count)
    #expect(plan.hasSkipped == (count == 100))
    for (fire, following) in zip(plan.fires, plan.fires.dropFirst() + [plan.next ?? now]) where following <= now {
      #expect(expression.nextFire(after: fire, in: .utc, anchor: Timestamp(milliseconds: 0)) == following)
    }
    let last = try #require(plan.fires.last)
    #expect(expression.nextFire(after: last, in: .utc, anchor: Timestamp(milliseconds: 0)) == plan.next)
  }

  /// Two weeks in Berlin with the end of summer time, a clock that jumps and a machine that sleeps.
  @Test(arguments: ["*/5 * * * *", "30 2 * * *", "0 9 * * MON-FRI", "@every 7m"], MissedRuns.allCases)
  func `two weeks with jumps have neither a burst nor a silence`(_ text: String, _ missed: MissedRuns) throws {
    let expression = try CronExpression(text)
    let zone = try TimeZoneRules.named("Europe/Berlin")
    let anchor = try at("2026-10-18T00:00:00Z")
    for seed in UInt64(0)..<4 {
      var random = SplitMix64(seed: seed)
      var clock = anchor
      var expected = expression.nextFire(after: clock, in: zone, anchor: anchor)
      var fired: Set<Timestamp> = []
      // The latest that the clock has shown: below it, times may have been fired or let go already.
      var highest = clock
      while clock < (try at("2026-11-01T00:00:00Z")) {
        var isJump = true
        switch Int.random(in: 0..<400, using: &random) {
        case 0: clock.milliseconds += 7_200_000
        case 1: clock.milliseconds -= 7_200_000
        case 2: clock.milliseconds += Int64.random(in: 60_001..<28_000_000, using: &random)
        default:
          // As the scheduler does it: to the next time, but never longer than a minute.
          let wait = min(60_000, max(1, (expected ?? .init(milliseconds: .max)).milliseconds - clock.milliseconds))
          clock.milliseconds += wait
          isJump = false
        }
        let plan = FirePlan(expression, in: zone, anchor: anchor, expected: expected, now: clock, missed: missed)
        let new = plan.fires.filter { !fired.contains($0) }
        fired.formUnion(new)
        #expect(plan.fires.count <= (missed == .all ? 100 : 1), "seed \(seed)")
        #expect(plan.fires.allSatisfy { $0 <= clock }, "seed \(seed)")
        if !isJump {
          #expect(plan.fires.count <= 1, "a burst without a jump: seed \(seed), \(clock.rfc3339)")
          // A time that the clock has come to in steps is fired, unless it was before.
          if let due = expected, due <= clock { #expect(fired.contains(due), "seed \(seed), \(due.rfc3339)") }
        }
        let next = try #require(plan.next)
        #expect(next == expression.nextFire(after: clock, in: zone, anchor: anchor), "a silence: seed \(seed)")
        #expect(next > clock)
        expected = next
        highest = max(highest, clock)
      }
      if missed == .all {
        // Nothing that the clock has passed is left out: no stretch was longer than a hundred times.
        var cursor = anchor
        while let time = expression.nextFire(after: cursor, in: zone, anchor: anchor), time <= highest {
          #expect(fired.contains(time), "seed \(seed): \(time.rfc3339)")
          cursor = time
        }
      }
    }
  }
}
