/// The figures of a plan as its last commit has it, beside those of the files as they are saved.
public struct CommittedProgress: Hashable, Sendable {
  /// What counts in the committed files.
  public let tally: PlanTally
  /// How much more is done in the saved files; negative when something was opened again.
  public let uncommittedDone: Int
  /// How many more tasks there are in the saved files.
  public let uncommittedCount: Int

  init(_ committed: PlanDocument, saved: PlanDocument) {
    tally = committed.tally
    uncommittedDone = saved.tally.done - committed.tally.done
    uncommittedCount = saved.tally.total - committed.tally.total
  }
}
