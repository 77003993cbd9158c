import JobModel

/// The past of a plan file, as far as git knows it.
struct PlanHistory {
  /// One for each commit on the branch that changed the figures, oldest first.
  var snapshots: [ProgressSnapshot] = []
  /// Ticks and ticks taken back, oldest first.
  var events: [TickEvent] = []
  /// The tasks of the newest version, in the order of the file.
  var tasks: [TrackedTask] = []
  /// Commits on the branch that changed the file, those not read included.
  var versionsCount = 0
  /// Versions whose commit claims a time that cannot be: before that of an earlier one, or in the future.
  var displacedTimes = 0
  /// What the file was called, newest first, the present name first.
  var paths: [String] = []
  var gaps: [HistoryGap] = []
}
