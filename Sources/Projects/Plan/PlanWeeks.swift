/// The weeks that the headings of a plan name.
public struct PlanWeeks: Hashable, Sendable {
  public private(set) var first: Int
  public private(set) var last: Int
  /// The first week with something open below its heading; nil when all is done.
  public private(set) var current: Int?

  /// Nil for a plan without weeks.
  init?(_ sections: [PlanSection]) {
    var found: PlanWeeks?
    for section in sections {
      // Most headings have no digit, and are not looked at closely.
      guard section.title.utf8.contains(where: \.isASCIIDigit), let period = section.period, period.unit == .week else {
        continue
      }
      var weeks = found ?? PlanWeeks(first: period.first, last: period.last)
      weeks.first = min(weeks.first, period.first)
      weeks.last = max(weeks.last, period.last)
      if section.tally.total > 0, !section.tally.isComplete {
        weeks.current = min(weeks.current ?? period.first, period.first)
      }
      found = weeks
    }
    guard let found else { return nil }
    self = found
  }

  private init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }
}
