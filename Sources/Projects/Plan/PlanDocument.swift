/// What a plan file says: its tasks, the sections they stand in, and what looked odd.
public struct PlanDocument: Hashable, Sendable {
  /// In the order of the file.
  public internal(set) var tasks: [PlanTask] = []
  /// In the order of the file.
  public internal(set) var sections: [PlanSection] = []
  /// Boxes outside GFM, in the order of their first appearance.
  public internal(set) var markers: [PlanMarker] = []
  /// The first ``PlanLimits/warnings`` warnings, ordered by line.
  public internal(set) var warnings: [PlanWarning] = []
  /// All warnings, those left out included.
  public internal(set) var warningsCount = 0
  /// All tasks.
  public internal(set) var counts = PlanCounts()
  /// The tasks that enclose no other task.
  public internal(set) var leafCounts = PlanCounts()
  /// Headings at any place, those inside quotes and lists included.
  public internal(set) var headingsCount = 0
  /// Lines of the YAML front matter with both its fences; 0 without.
  public internal(set) var frontMatterLines = 0
  /// True when the file was longer than ``PlanLimits/fileBytes``.
  public internal(set) var isTruncated = false

  public init() {}

  /// Boxes outside GFM that stand for unfinished work, those under a legend heading left out.
  public var openMarkersCount: Int {
    markers.reduce(0) { $1.isOpen ? $0 + $1.count - $1.inLegend : $0 }
  }
}
