/// What reading a plan's past may cost. What lies beyond is left out, the oldest first, and said so.
struct HistoryLimits: Hashable, Sendable {
  /// Commits that changed the plan.
  var versions = 2000
  /// Bytes of all versions together.
  var bytes = 256 << 20
  /// Tasks of all versions together: what bounds the memory.
  var tasks = 2_000_000
  /// Seconds for all of it.
  var seconds = 20.0
  /// Pairs of task texts compared for likeness.
  var comparisons = 2_000_000
  /// Files that renames are looked for among, at each commit where the plan appears (`git log -l`).
  var renameCandidates = 400
}
