/// What happened to the jobs of one type since the daemon started.
nonisolated struct JobTypeMetrics {
  var created: UInt64 = 0
  /// Attempts started.
  var started: UInt64 = 0
  var completed: UInt64 = 0
  /// Jobs that ended badly.
  var failed: UInt64 = 0
  var cancelled: UInt64 = 0
  /// Attempts that failed and are followed by another.
  var retried: UInt64 = 0
  /// Attempts whose worker was gone.
  var crashed: UInt64 = 0
  /// From the time that a job was due to the start of its attempt.
  var waitSeconds = Histogram.jobSeconds
  /// From the start of an attempt to its end, good or bad.
  var runSeconds = Histogram.jobSeconds

  /// The share of the ended jobs that ended well; cancelled ones do not count. Nil before the first.
  var successRate: Double? { Self.rate(completed: completed, failed: failed) }

  static func rate(completed: UInt64, failed: UInt64) -> Double? {
    completed + failed == 0 ? nil : Double(completed) / Double(completed + failed)
  }

  /// Adds the counters of another type; the histograms stay.
  mutating func add(_ other: JobTypeMetrics) {
    created += other.created
    started += other.started
    completed += other.completed
    failed += other.failed
    cancelled += other.cancelled
    retried += other.retried
    crashed += other.crashed
  }
}
