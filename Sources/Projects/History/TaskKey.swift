/// A task of one version of a plan, as numbers that are quick to compare; ``TaskTable`` has the texts behind them.
struct TaskKey: Hashable {
  /// Of the text as it stands.
  var text: Int
  var full: Int
  var bare: Int
  /// Of the id in front; -1 without one.
  var id: Int
  /// Of the titles of the sections around it; -1 above the first heading.
  var section: Int
  var line: Int
  var isChecked: Bool
}
