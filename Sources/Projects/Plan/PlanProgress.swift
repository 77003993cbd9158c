/// How far a plan has come, in figures.
public struct PlanProgress: Hashable, Sendable {
  /// What a percentage is taken over.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The tasks of the plan's source at every depth; for boxes, what github.com shows as "n of m".
    case tasks
    /// The same, and boxes such as `[~]` that GFM does not know but that stand for unfinished work. Without them a plan
    /// whose last steps are "in progress" would read as complete.
    case tasksAndOpenMarkers = "tasks_and_open_markers"
    /// There are no tasks, so there is no percentage.
    case none
  }

  /// Task list items of GFM; of another source than boxes, its tasks.
  public let tasksCount: Int
  /// Those that are done.
  public let tasksDone: Int
  /// Boxes outside GFM that stand for unfinished work; not in `tasksCount`.
  public let openMarkersCount: Int
  /// What the percentage is taken over: tasks of every kind that count.
  public let tally: PlanTally
  /// Percent done of all that counts, with one decimal, rounded down; nil without a task.
  ///
  /// Never 100 while something is open, never 0 once something is done.
  public var percentage: Double? { tally.percentage }
  /// The same over the tasks that have no others below them, so that a parent does not count beside its parts.
  public let leafPercentage: Double?
  public let basis: Basis
  public let source: PlanSource
  public let sectionsCount: Int
  /// Sections with tasks below them, and those of them that are complete.
  public let sections: PlanCounts
  /// Tasks in acceptance sections and the sections below these: conditions rather than steps.
  public let acceptance: PlanCounts
  /// Tasks in sections that are kept for the record.
  public let historical: PlanTally
  /// What counts without conditions and history.
  public let work: PlanTally
  /// Phases with tasks below them, and those of them that are complete.
  public let phases: PlanCounts
  /// The mean of the percentages of the phases; nil without phases.
  public let phasePercentage: Double?
  /// Index of the first phase that is not complete.
  public let currentPhase: Int?
  /// Weeks the headings name, and the first of them that has something open.
  public let weeks: PlanWeeks?
  /// Ordinal of the first task that can be begun or gone on with.
  public let nextTask: Int?
  public let inProgressCount: Int
  public let blockedCount: Int
  public let cancelledCount: Int
  /// Kiro's optional tasks, which count like others, and those of them that are done.
  public let optional: PlanCounts

  public init(_ document: PlanDocument) {
    let isMarkdown = document.source == .boxes && document.counts.total > 0
    tasksCount = isMarkdown ? document.counts.total : document.tally.total
    tasksDone = isMarkdown ? document.counts.done : document.tally.done
    openMarkersCount = document.openMarkersCount
    tally = document.tally
    leafPercentage = document.leafTally.percentage
    basis = document.tally.total == 0 ? .none : openMarkersCount > 0 ? .tasksAndOpenMarkers : .tasks
    source = document.source
    sectionsCount = document.sections.count

    let places = PlanPlaces(document.sections)
    sections = places.figures.all
    phases = places.figures.phases
    phasePercentage = places.phasePercentage
    currentPhase = places.currentPhase
    weeks = PlanWeeks(document.sections)

    var acceptance = PlanCounts()
    var historical = PlanTally()
    var work = PlanTally()
    var optional = PlanCounts()
    var states = (inProgress: 0, blocked: 0, cancelled: 0)
    for task in document.tasks {
      let place = task.section.map { places.kinds[$0] }
      if task.isGFM, place == .acceptance { acceptance.count(task) }
      if task.state == .cancelled { states.cancelled += 1 }
      guard task.isCounted else { continue }
      switch place {
      case .acceptance: break
      case .historical: historical.count(task)
      default: work.count(task)
      }
      if task.isOptional { optional.count(task) }
      if task.state == .inProgress { states.inProgress += 1 }
      if task.isBlocked { states.blocked += 1 }
    }
    self.acceptance = acceptance
    self.historical = historical
    self.work = work
    self.optional = optional
    (inProgressCount, blockedCount, cancelledCount) = states
    nextTask = PlanProgress.next(in: document, places)
  }

  /// The first open task without open ones below it that neither waits nor is optional: work before conditions.
  private static func next(in document: PlanDocument, _ places: PlanPlaces) -> Int? {
    var condition: Int?
    var hasOpenPart = [Bool](repeating: false, count: document.tasks.count)
    for task in document.tasks.reversed() where task.isCounted && task.state != .done {
      if let parent = task.parent { hasOpenPart[parent] = true }
    }
    for task in document.tasks where task.isCounted && task.state != .done && !hasOpenPart[task.ordinal] {
      if task.isBlocked || task.isOptional || task.state == .deferred { continue }
      switch task.section.map({ places.kinds[$0] }) {
      case .historical: continue
      case .acceptance: if condition == nil { condition = task.ordinal }
      default: return task.ordinal
      }
    }
    return condition
  }
}
