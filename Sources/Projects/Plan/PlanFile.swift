/// A file that was considered as the plan, with its own figures where it was read.
public struct PlanFile: Hashable, Sendable {
  public let path: String
  public let rank: PlanCandidate.Rank
  /// It is the plan, or a part of it.
  public let isUsed: Bool
  /// Why it is or is not.
  public let reason: String
  /// Nil for a file that was not read.
  public let tally: PlanTally?
  public let source: PlanSource?
  public let dialect: PlanDialect?

  init(_ candidate: PlanCandidate, isUsed: Bool, reason: String, document: PlanDocument? = nil) {
    path = candidate.entry.path
    rank = candidate.rank
    self.isUsed = isUsed
    self.reason = reason
    tally = document?.tally
    source = document?.source
    dialect = document?.dialect
  }
}
