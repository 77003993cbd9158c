/// What a plan file says: its tasks, the sections they stand in, and what looked odd.
public struct PlanDocument: Hashable, Sendable {
  /// In the order of the file.
  public internal(set) var tasks: [PlanTask] = []
  /// In the order of the file.
  public internal(set) var sections: [PlanSection] = []
  /// What looks like a task and is none, in the order of the file; the first ``PlanLimits/listedExclusions``.
  public internal(set) var exclusions: [PlanExclusion] = []
  /// All of them, those left out included.
  public internal(set) var exclusionsCount = 0
  /// Boxes outside GFM, in the order of their first appearance.
  public internal(set) var markers: [PlanMarker] = []
  /// The first ``PlanLimits/warnings`` warnings, ordered by line.
  public internal(set) var warnings: [PlanWarning] = []
  /// All warnings, those left out included.
  public internal(set) var warningsCount = 0
  /// Where the tasks are written down.
  public internal(set) var source = PlanSource.none
  public internal(set) var dialect = PlanDialect.markdown
  /// What counts for the percentage.
  public internal(set) var tally = PlanTally()
  /// The same over the tasks that have no others below them.
  public internal(set) var leafTally = PlanTally()
  /// All task list items of GFM, which is what github.com shows as "n of m".
  public internal(set) var counts = PlanCounts()
  /// Those of them that enclose no other task.
  public internal(set) var leafCounts = PlanCounts()
  /// Headings at any place, those inside quotes and lists included.
  public internal(set) var headingsCount = 0
  /// Lines of the YAML front matter with both its fences; 0 without.
  public internal(set) var frontMatterLines = 0
  /// True when the file was longer than ``PlanLimits/fileBytes``.
  public internal(set) var isTruncated = false

  public init() {}

  /// Tasks that count, are not done, and are no task list items of GFM.
  public var openMarkersCount: Int {
    source == .boxes ? tasks.count { !$0.isGFM && $0.isCounted && $0.state != .done } : 0
  }
}
