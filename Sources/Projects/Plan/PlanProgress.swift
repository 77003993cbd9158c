/// How far a plan has come, in figures.
public struct PlanProgress: Hashable, Sendable {
  /// What a percentage is taken over.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// All task list items of GFM at every depth: what github.com shows as "n of m".
    case tasks
    /// The same, and boxes such as `[~]` that GFM does not know but that stand for unfinished work. Without them a plan
    /// whose last steps are "in progress" would read as complete.
    case tasksAndOpenMarkers = "tasks_and_open_markers"
    /// There are no tasks, so there is no percentage.
    case none
  }

  /// Task list items of GFM.
  public let tasksCount: Int
  /// Those whose box is checked.
  public let tasksDone: Int
  /// Boxes outside GFM that stand for unfinished work; not in `tasksCount`.
  public let openMarkersCount: Int
  /// Percent done of all boxes, with one decimal, rounded down; nil without a task.
  ///
  /// Never 100 while a box is open, never 0 once one is checked.
  public let percentage: Double?
  /// The same over the tasks that enclose no other task, so that a parent does not count beside its parts.
  public let leafPercentage: Double?
  public let basis: Basis
  public let sectionsCount: Int
  /// Sections with tasks below them, and those of them that are complete.
  public let sections: PlanCounts
  /// Tasks in acceptance sections and the sections below these: conditions rather than steps.
  public let acceptance: PlanCounts

  public init(_ document: PlanDocument) {
    tasksCount = document.counts.total
    tasksDone = document.counts.done
    openMarkersCount = document.openMarkersCount
    let open = tasksCount > 0 ? openMarkersCount : 0
    percentage = PlanCounts(total: tasksCount + open, done: tasksDone).percentage
    leafPercentage = PlanCounts(total: document.leafCounts.total + open, done: document.leafCounts.done).percentage
    basis = tasksCount == 0 ? .none : open > 0 ? .tasksAndOpenMarkers : .tasks
    sectionsCount = document.sections.count

    var sections = PlanCounts()
    var acceptance = PlanCounts()
    var isAcceptance: [Bool] = []
    for section in document.sections {
      let applies = section.kind == .acceptance || (section.parent.map { isAcceptance[$0] } ?? false)
      isAcceptance.append(applies)
      if applies { acceptance += section.direct }
      guard section.subtree.total > 0 else { continue }
      sections.total += 1
      if section.subtree.done == section.subtree.total { sections.done += 1 }
    }
    self.sections = sections
    self.acceptance = acceptance
  }
}
