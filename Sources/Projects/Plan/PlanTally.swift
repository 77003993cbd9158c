/// What counts for a percentage: tasks of every kind, and what is done of them.
public struct PlanTally: Hashable, Sendable {
  public internal(set) var total = 0
  public internal(set) var done = 0
  /// Done shares summed up, in thousandths of a task; more than `done` × 1000 where a plan tells shares.
  public internal(set) var credit = 0

  public init(total: Int = 0, done: Int = 0) {
    self.total = total
    self.done = done
    credit = done * 1000
  }

  public var isComplete: Bool { total > 0 && credit == total * 1000 }

  /// Percent done with one decimal, rounded down, but never 0 once something is done; nil when there is nothing to do.
  ///
  /// Rounding down keeps 100 for the day the last task is done.
  public var percentage: Double? {
    guard total > 0 else { return nil }
    let tenths = credit / total
    return Double(credit > 0 ? max(tenths, 1) : 0) / 10
  }

  mutating func count(_ task: PlanTask) {
    total += 1
    if task.state == .done { done += 1 }
    credit += task.share
  }

  static func += (tally: inout PlanTally, more: PlanTally) {
    tally.total += more.total
    tally.done += more.done
    tally.credit += more.credit
  }
}
