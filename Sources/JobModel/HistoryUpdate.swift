/// What a refresh learnt of the past of a project's plan; stored in the transaction that completes its job.
public struct HistoryUpdate: Hashable, Sendable {
  /// True when the commits known so far are no longer the branch's, or are told anew: they are replaced by these.
  public var replacesCommits: Bool
  /// Commits that came since the last refresh, oldest first.
  public var snapshots: [ProgressSnapshot]
  /// Ticks of these commits, oldest first.
  public var events: [TickEvent]
  /// What the refresh read itself; stored, with the time of the refresh, when it differs from the newest snapshot.
  public var found: ProgressSnapshot?
  /// JSON object text: where the reading ended, for the handler that goes on from there; never shown.
  public var mark: String
  /// JSON object text: how far the history reaches, as `getProjectProgressHistory` shows it.
  public var report: String

  public init(
    replacesCommits: Bool, snapshots: [ProgressSnapshot] = [], events: [TickEvent] = [],
    found: ProgressSnapshot? = nil, mark: String, report: String
  ) {
    self.replacesCommits = replacesCommits
    self.snapshots = snapshots
    self.events = events
    self.found = found
    self.mark = mark
    self.report = report
  }

  /// Snapshots kept of one project; beyond them the oldest go.
  public static let keptSnapshots = 10_000
  /// Ticks kept of one project; beyond them the oldest go.
  public static let keptEvents = 20_000
}
