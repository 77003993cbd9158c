import JobModel
import Testing

@testable import Projects

@Suite struct ProgressTrendTests {
  /// The trend of (day, done, total) on a day.
  func trend(_ states: [(Double, Int, Int)], on day: Double) -> ProgressTrend {
    let points = states.map { ProgressTrend.Point(at: FakeHistory.day($0.0), done: $0.1, total: $0.2) }
    return ProgressTrend(points, start: points.first?.at, now: FakeHistory.day(day))
  }

  @Test func `a steady pace gives one day`() {
    let steady = trend((0...12).map { (Double($0) * 7, $0 * 2, 40) }, on: 84)
    #expect(steady.velocity?.windowDays == 28)
    #expect(steady.velocity?.donePerWeek == 2)
    #expect(steady.velocity?.addedPerWeek == 0)
    #expect(steady.projection?.remaining == 16)
    #expect(steady.projection?.expected == FakeHistory.day(84 + 56))
    #expect(steady.projection?.earliest == steady.projection?.expected)
    #expect(steady.projection?.latest == steady.projection?.expected)
    #expect(steady.reason == nil)
  }

  @Test func `a pace that changes gives a range`() throws {
    // 4 in the last two weeks, 2 in the two before, nothing before that.
    let uneven = trend([(0, 0, 20), (69, 2, 20), (83, 6, 20)], on: 84)
    let projection = try #require(uneven.projection)
    #expect(uneven.velocity?.doneInWindow == 6)
    #expect(projection.expected == FakeHistory.day(84 + 14 / 1.5 * 7))
    #expect(projection.earliest == FakeHistory.day(84 + 14 / 2 * 7))
    #expect(projection.latest == FakeHistory.day(84 + 14 / 0.5 * 7))
  }

  @Test func `a plan that grows as fast as it is worked off has no latest day`() throws {
    let growing = trend([(0, 0, 10), (27, 4, 14)], on: 28)
    #expect(growing.velocity?.addedInWindow == 4)
    #expect(growing.projection != nil)
    #expect(growing.projection?.latest == nil)
  }

  @Test func `what cannot be known is not told`() {
    #expect(trend([], on: 9).reason == .noTasks)
    #expect(trend([(0, 0, 0)], on: 9).reason == .noTasks)
    #expect(trend([(0, 0, 5), (1, 5, 5)], on: 9).reason == .complete)
    #expect(trend([(0, 0, 5), (1, 1, 5)], on: 6).reason == .shortHistory)
    #expect(trend([(0, 0, 5), (1, 1, 5)], on: 6).velocity == nil)
    #expect(trend([(0, 0, 5), (1, 1, 5)], on: 90).reason == .noRecentProgress)
    #expect(trend([(0, 0, 5), (1, 1, 5)], on: 90).velocity?.donePerWeek == 0)
    #expect(trend([(0, 3, 5), (1, 1, 5)], on: 9).velocity?.doneInWindow == -2)
    #expect(trend([(0, 0, 9000), (1, 1, 9000)], on: 28).reason == .tooFar)
  }
}
