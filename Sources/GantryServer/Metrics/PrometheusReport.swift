import GantryProtocol
import JobModel

/// All metrics as Prometheus reads them. Names and labels are part of the protocol: they do not change their meaning.
enum PrometheusReport {
  static func text(_ metrics: Metrics, _ snapshot: MetricsSnapshot) -> String {
    var out = PrometheusText()
    process(snapshot, &out)
    jobs(snapshot.jobs(metrics), &out)
    users(metrics, &out)
    requests(metrics, snapshot, &out)
    store(metrics, snapshot, &out)
    return out.text
  }

  private static func process(_ snapshot: MetricsSnapshot, _ out: inout PrometheusText) {
    out.family("gantry_build_info", .gauge, "Always 1; the labels name the daemon.")
    out.sample(1, [("version", GantryVersion.current)])
    out.family("gantry_uptime_seconds", .gauge, "Time since the daemon started.")
    out.sample(snapshot.uptimeSeconds)
    out.family("gantry_workers", .gauge, "Workers of the daemon.")
    out.sample(snapshot.workers.total)
    out.family("gantry_workers_busy", .gauge, "Workers that run a job.")
    out.sample(snapshot.workers.busy)
    out.family("gantry_socket_workers_waiting", .gauge, "Workers on the socket that wait for jobs.")
    out.sample(snapshot.workers.waiting)
    out.family("gantry_jobs_leased", .gauge, "Jobs that workers on the socket have.")
    out.sample(snapshot.workers.leased)
    out.family("gantry_queue_paused", .gauge, "1 while the whole queue is paused.")
    out.sample(snapshot.paused.contains("") ? 1 : 0)
    if let value = snapshot.process.residentBytes {
      out.family("gantry_process_resident_memory_bytes", .gauge, "Memory of the daemon that is present.")
      out.sample(value)
    }
    if let value = snapshot.process.openDescriptors {
      out.family("gantry_process_open_fds", .gauge, "Open file descriptors.")
      out.sample(value)
    }
    if let value = snapshot.process.maximumDescriptors {
      out.family("gantry_process_max_fds", .gauge, "File descriptors that may be open.")
      out.sample(value)
    }
    if let value = snapshot.process.processorSeconds {
      out.family("gantry_process_cpu_seconds_total", .counter, "Processor time used by the daemon.")
      out.sample(value)
    }
  }

  private typealias TypeRow = (type: String, counts: [JobStatus: Int], metrics: JobTypeMetrics)

  private static func jobs(_ types: [TypeRow], _ out: inout PrometheusText) {
    out.family("gantry_jobs", .gauge, "Jobs that are kept, by type and status.")
    for row in types {
      for status in JobStatus.allCases {
        out.sample(row.counts[status] ?? 0, [("type", row.type), ("status", status.rawValue)])
      }
    }
    let counters: [(String, String, KeyPath<JobTypeMetrics, UInt64>)] = [
      ("gantry_jobs_created_total", "Jobs added.", \.created),
      ("gantry_job_attempts_started_total", "Attempts started.", \.started),
      ("gantry_jobs_completed_total", "Jobs that ended well.", \.completed),
      ("gantry_jobs_failed_total", "Jobs that ended badly.", \.failed),
      ("gantry_jobs_cancelled_total", "Jobs that were cancelled.", \.cancelled),
      ("gantry_job_retries_total", "Attempts that failed and were followed by another.", \.retried),
      ("gantry_job_crashes_total", "Attempts whose worker was gone.", \.crashed),
    ]
    for (name, help, member) in counters {
      out.family(name, .counter, help)
      for row in types { out.sample(row.metrics[keyPath: member], [("type", row.type)]) }
    }
    out.family("gantry_job_success_ratio", .gauge, "Completed of completed and failed jobs since the daemon started.")
    for row in types {
      if let rate = row.metrics.successRate { out.sample(rate, [("type", row.type)]) }
    }
    out.family("gantry_job_wait_seconds", .histogram, "From the time that a job was due to the start of an attempt.")
    for row in types { out.sample(row.metrics.waitSeconds, [("type", row.type)]) }
    out.family("gantry_job_run_seconds", .histogram, "From the start of an attempt to its end.")
    for row in types { out.sample(row.metrics.runSeconds, [("type", row.type)]) }
  }

  private static func users(_ metrics: Metrics, _ out: inout PrometheusText) {
    counts("gantry_job_errors_total", "Failed attempts by kind of error.", "kind", metrics.jobErrors.counts, &out)
    counts("gantry_refreshes_total", "Refreshes added, by user.", "user", metrics.refreshes.counts, &out)
    counts(
      "gantry_refresh_requests_total", "Requests for a refresh, by what they met.", "outcome", metrics.refreshOutcomes,
      &out)
    counts(
      "gantry_create_requests_total", "Requests for a job, by what they met.", "outcome", metrics.createOutcomes, &out)
    counts(
      "gantry_rate_limited_total", "Requests refused by a rate limit.", "action", metrics.rateLimited, &out)
  }

  private static func requests(_ metrics: Metrics, _ snapshot: MetricsSnapshot, _ out: inout PrometheusText) {
    out.family("gantry_rpc_request_seconds", .histogram, "From a request to its answer, by method.")
    for method in metrics.calledMethods { out.sample(method.seconds, [("method", method.method)]) }
    out.family("gantry_rpc_errors_total", .counter, "Requests answered with an error.")
    for method in metrics.calledMethods {
      for (kind, count) in method.errors.sorted(by: { $0.key < $1.key }) {
        out.sample(count, [("method", method.method), ("kind", kind)])
      }
    }
    counts("gantry_rpc_bad_lines_total", "Lines that were no request.", "kind", metrics.badLines, &out)
    out.family("gantry_connections", .gauge, "Open connections.")
    out.sample(snapshot.connections.open)
    out.family("gantry_connections_total", .counter, "Connections accepted.")
    out.sample(snapshot.connections.total)
    counts("gantry_connections_refused_total", "Connections not served.", "kind", metrics.connectionsRefused, &out)
    out.family("gantry_received_bytes_total", .counter, "Bytes read from clients.")
    out.sample(metrics.bytesReceived)
    out.family("gantry_sent_bytes_total", .counter, "Bytes written to clients.")
    out.sample(metrics.bytesSent)
  }

  private static func store(_ metrics: Metrics, _ snapshot: MetricsSnapshot, _ out: inout PrometheusText) {
    out.family("gantry_loop_turn_seconds", .histogram, "One turn of the loop; nobody else is served while it lasts.")
    out.sample(metrics.turnSeconds)
    out.family("gantry_store_commit_seconds", .histogram, "One transaction, its fsync included.")
    out.sample(metrics.commitSeconds)
    out.family("gantry_store_batch_commands", .histogram, "Commands in one transaction.")
    out.sample(metrics.batchSizes)
    out.family("gantry_store_waiting_commands", .gauge, "Commands on their way to the disk.")
    out.sample(snapshot.waitingCommands)
    out.family("gantry_store_failed_commits_total", .counter, "Transactions that the disk or the database refused.")
    out.sample(metrics.storeFailures)
    out.family("gantry_store_failed_reads_total", .counter, "Reads that failed.")
    out.sample(metrics.readFailures)
    if let bytes = snapshot.databaseBytes {
      out.family("gantry_database_size_bytes", .gauge, "Size of the database file.")
      out.sample(bytes)
    }
    if let bytes = snapshot.walBytes {
      out.family("gantry_database_wal_size_bytes", .gauge, "Size of the write-ahead log.")
      out.sample(bytes)
    }
    if let seq = snapshot.eventsSeq {
      out.family("gantry_events_seq", .gauge, "Number of the newest event.")
      out.sample(seq)
    }
  }

  private static func counts(
    _ name: String, _ help: String, _ label: String, _ counts: [String: UInt64], _ out: inout PrometheusText
  ) {
    out.family(name, .counter, help)
    for (value, count) in counts.sorted(by: { $0.key < $1.key }) { out.sample(count, [(label, value)]) }
  }
}
