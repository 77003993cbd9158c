/// The plan of a project, read.
public struct PlanChoice: Sendable {
  public let candidate: PlanCandidate
  public let document: PlanDocument
  /// What the choice left unsaid, one sentence each: a `plan_path` without a file, candidates that were not read.
  public let notes: [String]

  public init(candidate: PlanCandidate, document: PlanDocument, notes: [String]) {
    self.candidate = candidate
    self.document = document
    self.notes = notes
  }
}
