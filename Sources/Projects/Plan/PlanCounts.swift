/// How many tasks there are, and how many of them are checked.
public struct PlanCounts: Hashable, Sendable {
  public var total: Int
  public var done: Int

  public init(total: Int = 0, done: Int = 0) {
    self.total = total
    self.done = done
  }

  mutating func count(_ task: PlanTask) {
    total += 1
    if task.isChecked { done += 1 }
  }

  static func += (counts: inout PlanCounts, more: PlanCounts) {
    counts.total += more.total
    counts.done += more.done
  }

  /// Percent done with one decimal, rounded down, but never 0 once something is done; nil when there is nothing to do.
  ///
  /// Rounding down keeps 100 for the day the last box is ticked.
  public var percentage: Double? {
    guard total > 0 else { return nil }
    let tenths = done * 1000 / total
    return Double(done > 0 ? max(tenths, 1) : 0) / 10
  }
}
