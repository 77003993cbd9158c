/// What a plan says about the state of one of its tasks.
public enum PlanState: String, Hashable, Sendable, CaseIterable {
  case todo, done, blocked, deferred, cancelled
  case inProgress = "in_progress"
  /// A mark whose meaning neither the file nor its dialect tells; it counts as open.
  case unclear
}
