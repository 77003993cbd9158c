import GantryProtocol
import JobModel

// Metrics as members of a result.

extension HistogramObject {
  nonisolated init(_ histogram: Histogram) {
    var buckets = zip(histogram.bounds, histogram.cumulative).map { HistogramBucketObject(le: $0, count: Int64($1)) }
    buckets.append(HistogramBucketObject(le: nil, count: Int64(histogram.count)))
    self.init(
      count: Int64(histogram.count), sum: histogram.sum, p50: histogram.quantile(0.5), p95: histogram.quantile(0.95),
      p99: histogram.quantile(0.99), buckets: buckets)
  }
}

extension NamedCountObject {
  /// In order of the names.
  nonisolated static func list(_ counts: [String: UInt64]) -> [NamedCountObject] {
    counts.sorted { $0.key < $1.key }.map { NamedCountObject(name: $0.key, count: Int64($0.value)) }
  }

  /// The most frequent first.
  nonisolated static func ranked(_ counts: [String: UInt64]) -> [NamedCountObject] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      NamedCountObject(name: $0.key, count: Int64($0.value))
    }
  }
}

extension JobTotalsObject {
  nonisolated init(_ metrics: JobTypeMetrics) {
    self.init(
      createdTotal: Int64(metrics.created), startedTotal: Int64(metrics.started),
      completedTotal: Int64(metrics.completed), failedTotal: Int64(metrics.failed),
      cancelledTotal: Int64(metrics.cancelled), retriedTotal: Int64(metrics.retried),
      crashedTotal: Int64(metrics.crashed), successRate: metrics.successRate)
  }
}

extension JobTypeMetricsObject {
  nonisolated init(_ type: String, _ counts: [JobStatus: Int], _ metrics: JobTypeMetrics) {
    func now(_ status: JobStatus) -> Int64 { Int64(counts[status] ?? 0) }
    self.init(
      type: type, pending: now(.pending), processing: now(.processing), completed: now(.completed),
      failed: now(.failed), cancelled: now(.cancelled), createdTotal: Int64(metrics.created),
      startedTotal: Int64(metrics.started), completedTotal: Int64(metrics.completed),
      failedTotal: Int64(metrics.failed), cancelledTotal: Int64(metrics.cancelled),
      retriedTotal: Int64(metrics.retried), crashedTotal: Int64(metrics.crashed), successRate: metrics.successRate,
      waitSeconds: HistogramObject(metrics.waitSeconds), runSeconds: HistogramObject(metrics.runSeconds))
  }
}

extension MethodMetricsObject {
  init(_ metrics: MethodMetrics) {
    self.init(
      method: metrics.method, requestsTotal: Int64(metrics.answered), errors: NamedCountObject.list(metrics.errors),
      seconds: HistogramObject(metrics.seconds))
  }
}
