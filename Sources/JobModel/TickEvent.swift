/// A task of a plan that was ticked, or whose tick was taken back.
public struct TickEvent: Hashable, Sendable {
  /// True for a tick, false for one that was taken back.
  public var isTick: Bool
  /// When the change was made: the author's time of the commit, see ``CommitInfo/workedAt``.
  public var at: Timestamp
  /// The commit that made the change; for one that came in with a merge, the one on the side branch where it is known.
  public var commit: CommitInfo
  /// The task as the commit has it.
  public var text: String
  /// Title of the section it stood in.
  public var section: String?
  /// Line of its box in the plan of that commit, from 1.
  public var line: Int
  /// True when the task came into the plan with this change, so that nobody saw it open.
  public var isNewTask: Bool

  public init(
    isTick: Bool, at: Timestamp, commit: CommitInfo, text: String, section: String?, line: Int, isNewTask: Bool
  ) {
    self.isTick = isTick
    self.at = at
    self.commit = commit
    self.text = text
    self.section = section
    self.line = line
    self.isNewTask = isNewTask
  }
}
