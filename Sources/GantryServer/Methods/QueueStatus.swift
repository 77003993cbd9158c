import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func queueStatus(_ params: QueueStatus.Params) throws(RPCError) -> QueueStatus.Result {
    let (counts, names) = try read { reader throws(StoreError) in
      (try reader.queueCounts(), try reader.paused())
    }
    let paused = Self.paused(names)
    return QueueStatus.Result(
      pending: Int64(counts.pending), processing: Int64(counts.processing), completed: Int64(counts.completed),
      failed: Int64(counts.failed), cancelled: Int64(counts.cancelled), total: Int64(counts.total),
      oldestPendingSeconds: counts.oldestPending.map { max(0, clock.now().seconds(since: $0)) },
      workers: workerCounts,
      paused: paused.all, pausedTypes: paused.types)
  }

  /// Who runs jobs at the moment.
  var workerCounts: WorkerCounts {
    WorkerCounts(
      total: Int64(engine.workerCount), busy: Int64(engine.busyWorkers), waiting: Int64(polls.count),
      leased: Int64(leases.count))
  }
}
