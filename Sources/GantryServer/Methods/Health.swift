import GantryProtocol
import JobModel
import JobStore

extension Server {
  /// Answers in any case: what is wrong is in the answer.
  func health(_ params: Health.Params) -> Health.Result {
    var inspector = HealthInspector(self)
    inspector.inspect()
    let report = inspector.report
    return Health.Result(
      status: HealthStatusName(rawValue: report.level.rawValue), checks: report.checks.map { HealthCheckObject($0) },
      queueStatus: inspector.counts.map { QueueFigures($0, now: clock.now()) },
      stuckJobs: report.stuckJobs.map { StuckJobObject($0) }, databaseConnected: inspector.counts != nil,
      diskFreeBytes: FileFigures.space(at: configuration.stateDirectory)?.free,
      uptimeSeconds: MonotonicClock.seconds(since: metrics.start), instanceID: boot.description,
      version: GantryVersion.current,
      workers: workerCounts,
      paused: inspector.paused.contains(""))
  }
}

extension QueueFigures {
  nonisolated init(_ counts: QueueCounts, now: Timestamp) {
    self.init(
      pending: Int64(counts.pending), processing: Int64(counts.processing), completed: Int64(counts.completed),
      failed: Int64(counts.failed), cancelled: Int64(counts.cancelled), total: Int64(counts.total),
      oldestPendingSeconds: counts.oldestPending.map { max(0, now.seconds(since: $0)) })
  }
}
