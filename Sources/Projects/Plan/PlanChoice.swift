/// The plan of a project, read.
public struct PlanChoice: Sendable {
  /// The first file of the plan.
  public let candidate: PlanCandidate
  /// All files of the plan, merged.
  public let document: PlanDocument
  /// The files of the plan in its order, then others that were considered, as far as they are listed.
  public let files: [PlanFile]
  /// All files of the plan, those not listed included.
  public let entries: [TreeEntry]
  /// What the choice left unsaid, one sentence each: a `plan_path` without a file, candidates that were not read.
  public let notes: [String]

  public init(
    candidate: PlanCandidate, document: PlanDocument, files: [PlanFile] = [], entries: [TreeEntry] = [],
    notes: [String]
  ) {
    self.candidate = candidate
    self.document = document
    self.files = files
    self.entries = entries
    self.notes = notes
  }
}
