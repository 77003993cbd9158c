import JobModel

/// A task of the newest version read, with what is known of its past.
struct TrackedTask: Hashable {
  /// Who ticked a task, and when.
  struct Tick: Hashable {
    var at: Timestamp
    var author: String
    var commit: String
  }

  var text: String
  /// Titles of the sections around it, as ``TaskTable`` joins them; nil above the first heading.
  var section: String?
  var isChecked: Bool
  /// Nil for an open task, and for one that was ticked before the history begins.
  var tick: Tick?
}
