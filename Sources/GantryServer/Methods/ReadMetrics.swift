import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func readMetrics(_ params: ReadMetrics.Params) throws(RPCError) -> ReadMetrics.Result {
    let snapshot = try metricsSnapshot()
    guard params.format == .prometheus else { return result(snapshot) }
    return ReadMetrics.Result(
      text: PrometheusReport.text(metrics, snapshot), contentType: PrometheusText.contentType)
  }

  private func metricsSnapshot() throws(RPCError) -> MetricsSnapshot {
    let (counts, paused, seq) = try read { reader throws(StoreError) in
      (try reader.countsByType(), try reader.paused(), try reader.eventRange()?.upperBound)
    }
    let database = configuration.stateDirectory + "/gantry.db"
    return MetricsSnapshot(
      counts: counts, paused: paused, eventsSeq: seq, databaseBytes: FileFigures.size(of: database),
      walBytes: FileFigures.size(of: database + "-wal"), process: .current(),
      workers: workerCounts, connections: (connectionCount, connectionsSeen),
      waitingCommands: store.waitingCommands, uptimeSeconds: MonotonicClock.seconds(since: metrics.start))
  }

  private func result(_ snapshot: MetricsSnapshot) -> ReadMetrics.Result {
    let figures = snapshot.process
    return ReadMetrics.Result(
      uptimeSeconds: snapshot.uptimeSeconds, jobs: JobTotalsObject(metrics.allTypes),
      types: snapshot.jobs(metrics).map { JobTypeMetricsObject($0.type, $0.counts, $0.metrics) },
      errorPatterns: NamedCountObject.ranked(metrics.jobErrors.counts),
      refreshesByUser: NamedCountObject.ranked(metrics.refreshes.counts),
      refreshOutcomes: NamedCountObject.list(metrics.refreshOutcomes),
      createOutcomes: NamedCountObject.list(metrics.createOutcomes),
      rateLimited: NamedCountObject.list(metrics.rateLimited),
      methods: metrics.calledMethods.map { MethodMetricsObject($0) },
      connections: ConnectionMetricsObject(
        open: Int64(snapshot.connections.open), total: Int64(snapshot.connections.total),
        refused: NamedCountObject.list(metrics.connectionsRefused), badLines: NamedCountObject.list(metrics.badLines),
        receivedBytes: Int64(clamping: metrics.bytesReceived), sentBytes: Int64(clamping: metrics.bytesSent)),
      workers: snapshot.workers,
      paused: snapshot.paused.contains(""), turnSeconds: HistogramObject(metrics.turnSeconds),
      store: StoreMetricsObject(
        batchCommands: HistogramObject(metrics.batchSizes), commitSeconds: HistogramObject(metrics.commitSeconds),
        failedCommits: Int64(metrics.storeFailures), failedReads: Int64(metrics.readFailures),
        databaseBytes: snapshot.databaseBytes, walBytes: snapshot.walBytes, eventsSeq: snapshot.eventsSeq),
      process: ProcessMetricsObject(
        residentBytes: figures.residentBytes, openDescriptors: figures.openDescriptors.map { Int64($0) },
        maximumDescriptors: figures.maximumDescriptors.map { Int64($0) }, cpuSeconds: figures.processorSeconds))
  }
}
