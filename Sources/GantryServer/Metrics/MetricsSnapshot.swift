import GantryProtocol
import JobModel
import JobStore

/// What is asked of the system and the store when somebody wants the metrics, besides what is counted.
struct MetricsSnapshot {
  var counts: [TypeCount]
  var paused: [String]
  /// Number of the newest event.
  var eventsSeq: Int64?
  var databaseBytes: Int64?
  var walBytes: Int64?
  var process: ProcessFigures
  var workers: WorkerCounts
  var connections: (open: Int, total: UInt64)
  var waitingCommands: Int
  var uptimeSeconds: Double

  /// Jobs of each type by status, in order of the types' names, those included of which there is none any more.
  func jobs(_ metrics: Metrics) -> [(type: String, counts: [JobStatus: Int], metrics: JobTypeMetrics)] {
    var byType: [String: [JobStatus: Int]] = [:]
    for count in counts { byType[count.type, default: [:]][count.status] = count.count }
    return Set(byType.keys).union(metrics.types.keys).sorted().map { type in
      (type, byType[type] ?? [:], metrics.types[type] ?? JobTypeMetrics())
    }
  }
}
