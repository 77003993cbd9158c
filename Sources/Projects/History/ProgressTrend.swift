import JobModel

/// How fast a plan goes, and when it would be done if it went on like that.
///
/// The pace is what the last four weeks brought, or all of the history when it is shorter; a history of less than a week
/// tells no pace. A finish is a range and not a day: paces of two, four, eight and twelve weeks are compared, the best
/// gives the earliest day, and the worst, from which the growth of the plan is taken off, the latest.
public struct ProgressTrend: Hashable, Sendable {
  /// One state of the plan.
  public struct Point: Hashable, Sendable {
    public var at: Timestamp
    public var done: Int
    /// Tasks, and boxes outside GFM that stand for unfinished work.
    public var total: Int

    public init(at: Timestamp, done: Int, total: Int) {
      self.at = at
      self.done = done
      self.total = total
    }

    public init(_ snapshot: ProgressSnapshot) {
      self.init(
        at: snapshot.at, done: snapshot.tasksDone,
        total: snapshot.tasksCount > 0 ? snapshot.tasksCount + snapshot.openMarkersCount : 0)
    }
  }

  /// What happened in a stretch of time that ends now.
  public struct Velocity: Hashable, Sendable {
    public var windowDays: Double
    /// Tasks ticked less ticks taken back and done tasks removed.
    public var doneInWindow: Int
    /// Tasks added less tasks removed.
    public var addedInWindow: Int
    public var donePerWeek: Double
    public var addedPerWeek: Double
  }

  /// When all would be done.
  public struct Projection: Hashable, Sendable {
    public var remaining: Int
    public var earliest: Timestamp
    /// At the pace of ``ProgressTrend/velocity``.
    public var expected: Timestamp
    /// Nil when at its worst the plan grew as fast as it was worked off.
    public var latest: Timestamp?
  }

  /// Why there is no projection.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The plan has no tasks.
    case noTasks = "no_tasks"
    /// All is done.
    case complete
    /// The history is shorter than a week.
    case shortHistory = "short_history"
    /// Nothing was done in the window.
    case noRecentProgress = "no_recent_progress"
    /// It would take more than ten years.
    case tooFar = "too_far"
  }

  public var velocity: Velocity?
  public var projection: Projection?
  /// Nil with a projection.
  public var reason: Reason?

  /// Days of the windows compared; the first gives the velocity.
  public static let windows: [Double] = [28, 14, 56, 84]
  private static let leastDays = 7.0
  private static let mostDays = 3653.0
  private static let day = 86_400.0

  /// - Parameters:
  ///   - points: oldest first; those within the longest window, and the last before it.
  ///   - start: when the history begins.
  public init(_ points: [Point], start: Timestamp?, now: Timestamp) {
    guard let last = points.last, let start else {
      reason = .noTasks
      return
    }
    let span = now.seconds(since: start) / Self.day
    let windows =
      span < Self.leastDays ? [] : Self.windows.map { Self.velocity(points, days: min($0, span), now: now) }
    velocity = windows.first
    let remaining = last.total - last.done
    guard last.total > 0 else {
      reason = .noTasks
      return
    }
    guard remaining > 0 else {
      reason = .complete
      return
    }
    guard let velocity else {
      reason = .shortHistory
      return
    }
    guard velocity.donePerWeek > 0 else {
      reason = .noRecentProgress
      return
    }
    func days(_ pace: Double) -> Double { Double(remaining) / pace * 7 }
    let best = windows.map(\.donePerWeek).max() ?? velocity.donePerWeek
    let worst = windows.map { $0.donePerWeek - max($0.addedPerWeek, 0) }.min() ?? 0
    guard days(velocity.donePerWeek) <= Self.mostDays else {
      reason = .tooFar
      return
    }
    let latest = worst > 0 && days(worst) <= Self.mostDays ? now.advanced(bySeconds: days(worst) * Self.day) : nil
    projection = Projection(
      remaining: remaining, earliest: now.advanced(bySeconds: days(best) * Self.day),
      expected: now.advanced(bySeconds: days(velocity.donePerWeek) * Self.day), latest: latest)
  }

  private static func velocity(_ points: [Point], days: Double, now: Timestamp) -> Velocity {
    let from = now.advanced(bySeconds: -days * day)
    // What stood when the window began; the first state there was when the history begins with it.
    let before = points.last { $0.at <= from } ?? points[0]
    let after = points[points.count - 1]
    let (done, added) = (after.done - before.done, after.total - before.total)
    return Velocity(
      windowDays: days, doneInWindow: done, addedInWindow: added, donePerWeek: Double(done) * 7 / days,
      addedPerWeek: Double(added) * 7 / days)
  }
}
