import JobModel

/// Follows tasks from version to version and notes when their boxes change.
struct TaskTracker {
  private let table: TaskTable
  private(set) var matcher: TaskMatcher
  private(set) var keys: [TaskKey]
  private(set) var ticks: [TrackedTask.Tick?]
  private(set) var events: [TickEvent] = []

  /// Begins with nothing.
  init(_ table: TaskTable, comparisons: Int) {
    self.table = table
    matcher = TaskMatcher(table, comparisons: comparisons)
    keys = []
    ticks = []
  }

  /// Goes on where an earlier reading ended.
  mutating func resume(_ tasks: [TrackedTask]) {
    keys = tasks.map { task in
      table.key(
        text: task.text, section: task.section.map { table.number($0) } ?? -1, line: 0, isChecked: task.isChecked)
    }
    ticks = tasks.map(\.tick)
  }

  /// Takes a version as given: whoever ticked its tasks did so before the history begins.
  mutating func begin(_ version: [TaskKey]) {
    keys = version
    ticks = [TrackedTask.Tick?](repeating: nil, count: version.count)
  }

  /// Which of the tasks followed each task of a version is, without taking it for the next.
  mutating func match(_ version: [TaskKey]) -> [Int?] { matcher.match(keys, version) }

  /// A box that a version changed.
  struct Change {
    var task: TaskKey
    var isNewTask: Bool
  }

  /// Takes the next version.
  ///
  /// - Parameter commit: who brought a change in.
  mutating func advance(to version: [TaskKey], commit: (Change) -> CommitInfo) {
    let matches = matcher.match(keys, version)
    var next = [TrackedTask.Tick?](repeating: nil, count: version.count)
    for (index, task) in version.enumerated() {
      let was = matches[index]
      let wasChecked = was.map { keys[$0].isChecked } ?? false
      if wasChecked == task.isChecked {
        next[index] = was.flatMap { ticks[$0] }
        continue
      }
      let change = Change(task: task, isNewTask: was == nil)
      let author = commit(change)
      events.append(
        TickEvent(
          isTick: task.isChecked, at: author.workedAt, commit: author, text: table.strings[task.text],
          section: table.sectionTitles[task.section], line: task.line, isNewTask: was == nil))
      if task.isChecked {
        next[index] = TrackedTask.Tick(at: author.workedAt, author: author.author, commit: author.oid)
      }
    }
    keys = version
    ticks = next
  }

  /// The tasks of the last version.
  var tasks: [TrackedTask] {
    zip(keys, ticks).map { key, tick in
      TrackedTask(
        text: table.strings[key.text], section: key.section >= 0 ? table.strings[key.section] : nil,
        isChecked: key.isChecked, tick: tick)
    }
  }
}
