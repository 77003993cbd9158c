/// How far a plan had come at one moment.
public struct ProgressSnapshot: Hashable, Sendable {
  /// Where the figures come from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// A commit that changed them.
    case commit
    /// A refresh that found what no commit known to the history says: a plan that is not committed, or one whose past
    /// cannot be read.
    case refresh
  }

  /// When the branch came to this state: the commit's time, moved as little as needed so that no snapshot lies before
  /// the one it follows; for a refresh, the time it ended.
  public var at: Timestamp
  public var origin: Origin
  /// The commit; nil for what a refresh found.
  public var commit: CommitInfo?
  /// Path of the plan at that moment, relative to the root.
  public var planPath: String
  public var tasksCount: Int
  public var tasksDone: Int
  /// Boxes outside GFM that stand for unfinished work.
  public var openMarkersCount: Int
  /// As `getProject` shows it: rounded down to one decimal, nil without a task.
  public var percentage: Double?

  public init(
    at: Timestamp, origin: Origin, commit: CommitInfo? = nil, planPath: String, tasksCount: Int, tasksDone: Int,
    openMarkersCount: Int = 0, percentage: Double?
  ) {
    self.at = at
    self.origin = origin
    self.commit = commit
    self.planPath = planPath
    self.tasksCount = tasksCount
    self.tasksDone = tasksDone
    self.openMarkersCount = openMarkersCount
    self.percentage = percentage
  }

  /// True when both tell the same figures of the same file.
  public func isSameProgress(as other: ProgressSnapshot) -> Bool {
    planPath == other.planPath && tasksCount == other.tasksCount && tasksDone == other.tasksDone
      && openMarkersCount == other.openMarkersCount
  }
}
