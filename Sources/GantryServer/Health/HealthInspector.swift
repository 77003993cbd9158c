import JobModel
import JobStore

/// Looks the daemon over. It only reads, and each look costs the same however many jobs there are.
struct HealthInspector {
  let server: Server
  private(set) var report = HealthReport()
  /// Nil when the database cannot be read.
  private(set) var counts: QueueCounts?
  private(set) var paused: [String] = []
  private var now: Timestamp { server.clock.now() }

  /// A failure of the store is news for that long, in seconds.
  private static let recentSeconds = 300.0
  /// Seconds that one turn of the loop or one commit may take.
  private static let longSeconds = 1.0
  /// Seconds that a job may be over its limit, or behind its time: the engine looks at least every minute.
  private static let graceSeconds = 90.0
  /// Processing jobs that are looked at.
  private static let jobsChecked = 1000

  init(_ server: Server) {
    self.server = server
  }

  /// Makes all checks.
  mutating func inspect() {
    do throws(StoreError) {
      try readDatabase()
      report.add("database", "The database can be read.")
    } catch {
      _ = server.readFailure(error)
      report.add("database", .unhealthy, "The database cannot be read: \(error.message)")
    }
    checkWrites()
    let disk = DiskCheck.check(
      FileFigures.space(at: server.configuration.stateDirectory), directory: server.configuration.stateDirectory)
    report.add("disk", disk.0, disk.1)
    checkLatency()
    checkConfiguration()
    if counts != nil { checkPauses() }
  }

  private mutating func readDatabase() throws(StoreError) {
    // One state for all that follows; the first read of a turn does not pin it yet.
    paused = try server.reads.read { reader throws(StoreError) in try reader.paused() }
    let counts = try server.reads.read { reader throws(StoreError) in try reader.queueCounts() }
    let processing = try server.reads.read { reader throws(StoreError) in
      try reader.jobs(JobFilter(status: .processing), after: nil, limit: Self.jobsChecked)
    }
    let heads = try server.reads.read { [types = server.engine.types] reader throws(StoreError) in
      try reader.readyHeads(types: types)
    }
    // Types of the workers on the socket, and those that the configuration does not know any more.
    let others = try server.reads.read { [types = Set(server.engine.types)] reader throws(StoreError) in
      let waiting = try reader.countsByType().filter { $0.status == .pending && $0.count > 0 }
      return try reader.readyHeads(types: waiting.map(\.type).filter { !types.contains($0) })
    }
    let scheduled = try server.reads.read { reader throws(StoreError) in try reader.nextScheduled() }
    self.counts = counts
    checkAttempts(processing)
    checkTimeLimits(processing)
    checkLeases(processing)
    checkClaims(heads + others.filter { server.polls.waits(for: $0.type) }, processing)
    checkExternalWorkers(others)
    checkTimes(scheduled)
    checkSchedules()
    checkWatches()
  }

  /// What the store has committed and the loop has not heard of yet is no contradiction.
  private var isSettled: Bool { !server.engine.isClaiming && server.store.waitingCommands == 0 }

  // MARK: Jobs

  private mutating func checkAttempts(_ processing: [Job]) {
    let lost = isSettled ? processing.filter { !server.engine.holds($0.id) && !server.leases.holds($0.id) } : []
    for job in lost { report.addStuck(job, .noAttempt, since: job.startedAt ?? now) }
    let unwritten = server.engine.unwrittenEnds + server.leases.unwrittenEnds
    if lost.isEmpty, unwritten > 0 {
      report.add(
        "attempts", .degraded,
        "\(unwritten == 1 ? "1 attempt has" : "\(unwritten) attempts have") ended, and the disk has not taken that yet; it "
          + "is tried every second. See the check 'writes', and the log.")
    } else if lost.isEmpty {
      report.add("attempts", "Every job that is called processing is worked on.")
    } else {
      report.add(
        "attempts", .unhealthy,
        "\(lost.count) jobs are called processing and nobody works on them. Restart gantryd: it puts them back into the "
          + "queue. Please report this; it is a bug.")
    }
  }

  private mutating func checkTimeLimits(_ processing: [Job]) {
    let grace = server.configuration.queue.killGraceSeconds + Self.graceSeconds
    let late = processing.filter { job in
      guard let start = job.startedAt,
        let limit = job.timeoutSeconds ?? server.configuration.timeoutSeconds(of: job.type)
      else { return false }
      // A lease has its own clock, which nobody sets, and ends with it.
      return server.leases.lease(of: job.id) == nil && now.seconds(since: start) > limit + grace
    }
    for job in late { report.addStuck(job, .overTime, since: job.startedAt ?? now) }
    if late.isEmpty {
      report.add("time_limits", "No job runs longer than it may.")
    } else {
      report.add(
        "time_limits", .degraded,
        "\(late.count) jobs run longer than they may and do not end. See what they do (explainJob, getJobStatus; gantry explain ID), "
          + "and end their programs, or restart gantryd.")
    }
  }

  private mutating func checkLeases(_ processing: [Job]) {
    let deaf = processing.compactMap { job -> (job: Job, since: Timestamp)? in
      guard let since = server.leases.lease(of: job.id)?.cancelRequestedAt,
        now.seconds(since: since) > Self.graceSeconds
      else { return nil }
      return (job, since)
    }
    for (job, since) in deaf { report.addStuck(job, .notStopping, since: since) }
    if deaf.isEmpty {
      let count = server.leases.count
      report.add("leases", "\(count == 1 ? "1 job is" : "\(count) jobs are") leased to workers on the socket.")
    } else {
      report.add(
        "leases", .degraded,
        "Workers on the socket go on with \(deaf.count) jobs that they were asked to stop: "
          + "\(Self.list(deaf.map { $0.job.worker ?? "?" })). Mend or end them; each heartbeat tells them to stop.")
    }
  }

  /// Jobs that wait for workers on the socket when none is there. Nothing that the daemon could do better, but somebody
  /// should know.
  private mutating func checkExternalWorkers(_ heads: [Job]) {
    let unserved = heads.filter { job in
      !isPaused(job.type) && !server.polls.serves(job.type) && server.leases.workers(serving: job.type) == 0
        && now.seconds(since: max(job.runAt, job.createdAt)) > Self.graceSeconds
    }
    for job in unserved { report.addStuck(job, .noWorker, since: max(job.runAt, job.createdAt)) }
    if unserved.isEmpty {
      report.add("external_workers", "No job waits for a worker that is not there.")
    } else {
      report.add(
        "external_workers", .degraded,
        "Jobs wait, and no worker serves their types: \(Self.list(unserved.map(\.type))). Start one on the socket, which "
          + "calls claimJobs with the type, or add the type to the configuration again.")
    }
  }

  private func isPaused(_ type: String) -> Bool { paused.contains("") || paused.contains(type) }

  /// Names in order, each once, and not too many.
  private static func list(_ names: [String]) -> String {
    let all = Set(names).sorted()
    let more = all.count > 10 ? " and \(all.count - 10) more" : ""
    return all.prefix(10).joined(separator: ", ") + more
  }

  private mutating func checkClaims(_ heads: [Job], _ processing: [Job]) {
    let engine = server.engine
    let idle = engine.workerCount - engine.busyWorkers
    let missed = heads.filter { job in
      guard isSettled, server.isServing, !isPaused(job.type) else { return false }
      if engine.types.contains(job.type) {
        let isManual = NewJob.isManualRefresh(job.type, job.priority)
        guard idle > (isManual ? 0 : engine.keptWorkers) else { return false }
      }
      if let limit = server.configuration.concurrency[job.type],
        processing.count(where: { $0.type == job.type }) >= limit
      {
        return false
      }
      return now.seconds(since: max(job.runAt, job.createdAt)) > Self.graceSeconds
    }
    for job in missed { report.addStuck(job, .notClaimed, since: max(job.runAt, job.createdAt)) }
    if missed.isEmpty {
      report.add("claims", "No job waits while a worker that may take it is idle.")
    } else {
      report.add(
        "claims", .unhealthy,
        "Jobs could run and workers are idle, and yet they wait. Restart gantryd. Please report this; it is a bug.")
    }
  }

  private mutating func checkTimes(_ scheduled: Job?) {
    guard let scheduled, now.seconds(since: scheduled.runAt) > Self.graceSeconds else {
      return report.add("times", "No job is behind its time.")
    }
    report.addStuck(scheduled, .overdue, since: scheduled.runAt)
    server.engine.wake()
    report.add(
      "times", .degraded,
      "A job was due \(SpokenTime.span(now.seconds(since: scheduled.runAt))) ago and has not been let through; that is "
        + "being done now. Ask again; if it stays, look at the check 'writes'.")
  }

  private mutating func checkWatches() {
    let problems = server.watcher.problems
    guard let (id, problem) = problems.min(by: { $0.key < $1.key }) else {
      return report.add("watches", "\(server.watcher.count) projects are watched.")
    }
    let more = problems.count > 1 ? " So it is with \(problems.count - 1) more." : ""
    report.add(
      "watches", .degraded,
      "Project \(id) is polled instead of watched: \(problem).\(more) Raise fs.inotify.max_user_watches or "
        + "watch.max_directories, or watch fewer projects (updateProject).")
  }

  private mutating func checkSchedules() {
    let scheduler = server.scheduler
    if let (id, reason) = scheduler.refusals.min(by: { $0.key < $1.key }) {
      let more = scheduler.refusals.count > 1 ? " So it is with \(scheduler.refusals.count - 1) more." : ""
      return report.add(
        "schedules", .degraded,
        "Schedule \(id) does not run: \(reason).\(more) Mend the cause and restart gantryd, or remove it (deleteSchedule)."
      )
    }
    let typeless = Set(scheduler.all.map(\.type).filter { server.terms(of: $0) == nil })
    if !typeless.isEmpty {
      return report.add(
        "schedules", .degraded,
        "Schedules make no jobs, since these types are not configured any more: \(Self.list(Array(typeless))). Add them "
          + "to the configuration again, or remove the schedules (gantry schedule list).")
    }
    let late = scheduler.overdue(by: Self.graceSeconds)
    guard let first = late.first else { return report.add("schedules", "No schedule is behind its times.") }
    report.add(
      "schedules", .degraded,
      "\(late.count) schedules are behind their times, \(first.id) among them. Ask again; if it stays, look at the check "
        + "'writes'.")
  }

  // MARK: The store, the disk and the loop

  private mutating func checkWrites() {
    let metrics = server.metrics
    guard let failure = metrics.lastStoreFailure,
      now.seconds(since: failure.at) < Self.recentSeconds || isLast(failure.at)
    else { return report.add("writes", "Changes are stored.") }
    let ago = SpokenTime.span(now.seconds(since: failure.at))
    if isLast(failure.at) {
      report.add(
        "writes", .unhealthy,
        "The last change, \(ago) ago, could not be stored: \(failure.reason) This stays until a change has been stored."
      )
    } else {
      report.add(
        "writes", .degraded, "Changes are stored again, but \(ago) ago one could not be: \(failure.reason)")
    }
  }

  /// No change has been stored since.
  private func isLast(_ failure: Timestamp) -> Bool {
    server.metrics.isLastCommitFailed && server.metrics.lastStoreFailure?.at == failure
  }

  private mutating func checkLatency() {
    let turn = server.metrics.longestRecentTurn
    if turn > Self.longSeconds {
      report.add(
        "loop", .degraded,
        "In the last two minutes one turn of the loop took \(SpokenTime.span(turn)), and nobody else was served meanwhile. "
          + "Is the machine short of memory or processor time?")
    } else {
      report.add("loop", "Requests are taken up at once.")
    }
    let commit = server.metrics.longestRecentCommit
    if server.store.isOverloaded {
      report.add(
        "store", .degraded,
        "\(server.store.waitingCommands) changes wait for the disk, and new work is refused. Slow down, or use a faster "
          + "disk.")
    } else if commit > Self.longSeconds {
      report.add(
        "store", .degraded,
        "In the last two minutes one commit took \(SpokenTime.span(commit)). Is the disk busy with something else?")
    } else {
      report.add("store", "Changes reach the disk quickly.")
    }
  }

  private mutating func checkConfiguration() {
    let warnings = ConfigurationCheck.warnings(of: server.configuration)
    guard let first = warnings.first else {
      return report.add("configuration", "Every program and directory of the configuration is there.")
    }
    let more = warnings.count > 1 ? " There are \(warnings.count - 1) more." : ""
    report.add(
      "configuration", .degraded,
      "\(first).\(more) Mend it, or the configuration (gantryd check-config).")
  }

  private mutating func checkPauses() {
    let types = paused.filter { !$0.isEmpty }
    if paused.contains("") {
      report.add("pauses", "The queue is paused, as somebody asked. resumeQueue lets it go on (gantry resume).")
    } else if !types.isEmpty {
      report.add(
        "pauses",
        "Jobs of these types are paused, as somebody asked: \(types.joined(separator: ", ")). resumeQueue lets "
          + "them go on (gantry resume TYPE).")
    } else {
      report.add("pauses", "Nothing is paused.")
    }
  }
}
