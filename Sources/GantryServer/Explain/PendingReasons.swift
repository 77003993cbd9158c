import JobModel
import JobStore

/// Why a pending job does not run yet, the most decisive reason first.
nonisolated struct PendingReasons {
  let job: Job
  let situation: QueueSituation
  private var now: Timestamp { situation.now }

  init(_ job: Job, _ situation: QueueSituation) {
    self.job = job
    self.situation = situation
  }

  var all: [Reason] {
    var reasons = paused + dependencies
    if let timed { reasons.append(timed) }
    if let lane { reasons.append(lane) }
    if let noWorker { reasons.append(noWorker) }
    // Places among the workers are a question only for a job that could take one.
    if situation.wait?.gate == .open, situation.laneHolder == nil {
      if let limited { reasons.append(limited) }
      if situation.hasWorker, let busy = situation.isExternal ? externalBusy : busy { reasons.append(busy) }
    }
    if reasons.isEmpty { reasons.append(starting) }
    if let queueTimeout { reasons.append(queueTimeout) }
    return reasons
  }

  private var paused: [Reason] {
    var reasons: [Reason] = []
    if situation.paused.contains("") {
      reasons.append(
        Reason(
          "paused", "Waits because the queue is paused",
          "The queue is paused: no job is started until resumeQueue is called (gantry resume)."))
    }
    if situation.paused.contains(job.type) {
      reasons.append(
        Reason(
          "typePaused", "Waits because jobs of type '\(job.type)' are paused",
          "Jobs of type '\(job.type)' are paused: none is started until resumeQueue is called with that type "
            + "(gantry resume \(job.type))."
        ).with { $0.type = job.type })
    }
    return reasons
  }

  private var dependencies: [Reason] {
    guard !situation.dependencies.isEmpty else { return [] }
    let total = situation.dependencies.count + situation.moreDependencies
    let summary = "Waits for \(total == 1 ? "another job" : "\(total) other jobs") that it depends on"
    var reasons = situation.dependencies.map { parent in
      let running = parent.startedAt.map { " for \(SpokenTime.span(now.seconds(since: $0)))" } ?? ""
      let state = parent.status == .processing ? "has run\(running)" : "is \(parent.status.rawValue)"
      return Reason(
        "dependency", summary,
        "It depends on job \(parent.id) (\(parent.type)), which \(state). It starts once that one has completed; "
          + "explainJob tells what that one waits for (gantry explain \(parent.id))."
      ).with {
        $0.jobID = parent.id
        $0.status = parent.status
        $0.type = parent.type
      }
    }
    if situation.moreDependencies > 0 {
      reasons.append(
        Reason(
          "dependency", summary,
          "It depends on \(situation.moreDependencies) more that are not shown. Ask again when those above have "
            + "completed."
        ).with { $0.count = situation.moreDependencies })
    }
    return reasons
  }

  /// Waits for its time: because somebody said so, or because its last attempt ended badly.
  private var timed: Reason? {
    guard situation.wait?.gate == .scheduled || (situation.wait?.gate == .blocked && job.runAt > now) else {
      return nil
    }
    let when = SpokenTime.moment(job.runAt, now: now)
    let reason: Reason
    if job.attempt > 0, let error = job.error {
      reason = Reason(
        "retryBackoff", "Waits before its next attempt",
        "Attempt \(job.attempt) failed (\(error.kind)). The next one starts not before \(when); retry "
          + "\(job.retryCount) of \(job.maxRetries). getJobAttempts shows what went wrong (gantry status "
          + "\(job.id)); cancelJob gives up on it (gantry cancel \(job.id))."
      ).with {
        $0.errorKind = error.kind
        $0.count = job.retryCount
        $0.limit = job.maxRetries
      }
    } else if job.attempt > 0, job.crashCount > 0 {
      reason = Reason(
        "retryBackoff", "Rests after a crash",
        "The worker of attempt \(job.attempt) was gone before it ended. The next one starts not before \(when). Find out "
          + "what the job does to its worker (gantry logs \(job.id)); "
          + "cancelJob gives up on it (gantry cancel \(job.id)).")
    } else {
      reason = Reason(
        "scheduled", "Waits for its time, \(job.runAt.rfc3339)",
        "It was asked to run not before \(when). Nothing has to be done; to have the work done now, create a job without "
          + "run_at (\(SpokenCommand.again(job))).")
    }
    return reason.with { $0.until = job.runAt }
  }

  private var lane: Reason? {
    if let holder = situation.laneHolder {
      let span = holder.startedAt.map { " for \(SpokenTime.span(now.seconds(since: $0)))" } ?? ""
      return Reason(
        "projectBusy", "Waits for another job of its project",
        "Jobs of one project take turns, and job \(holder.id) (\(holder.type)) has run\(span). This one follows; waitJob "
          + "waits for the other (gantry wait \(holder.id)), cancelJob ends it (gantry cancel \(holder.id))."
      ).with {
        $0.jobID = holder.id
        $0.status = holder.status
        $0.type = holder.type
        $0.since = holder.startedAt
      }
    }
    guard let head = situation.wait?.laneHead else { return nil }
    return Reason(
      "projectOrder", "Waits behind another job of its project",
      "Jobs of one project take turns, and job \(head) goes first. explainJob tells what that one waits for "
        + "(gantry explain \(head))."
    ).with { $0.jobID = head }
  }

  private var noWorker: Reason? {
    guard !situation.hasWorker else { return nil }
    return Reason(
      "noWorker", "Waits for a worker that runs jobs of type '\(job.type)'",
      situation.isExternal
        ? "Jobs of type '\(job.type)' are run by workers on the socket, and none asks for them. Start one: it calls "
          + "claimJobs with this type."
        : "No worker of this gantryd runs jobs of type '\(job.type)'. Add the type to the configuration again and send "
          + "gantryd SIGHUP, or cancel the job (gantry cancel \(job.id))."
    ).with { $0.type = job.type }
  }

  private var limited: Reason? {
    guard let limit = situation.concurrency, situation.runningOfType >= limit else { return nil }
    return Reason(
      "typeConcurrency", "Waits because enough jobs of type '\(job.type)' run",
      "\(situation.runningOfType == 1 ? "1 job" : "\(situation.runningOfType) jobs") of type '\(job.type)' "
        + "\(situation.runningOfType == 1 ? "runs" : "run"), and \(limit) may at once. It starts when one of them "
        + "ends\(aheadText); job_types.\(job.type).concurrency of the configuration allows more."
    ).with {
      $0.type = job.type
      $0.limit = limit
      $0.count = situation.runningOfType
      $0.ahead = situation.ahead
    }
  }

  private var busy: Reason? {
    let idle = situation.workers - situation.busyWorkers
    if !situation.hasIdleWorker {
      return Reason(
        "workersBusy", "Waits for a worker; all \(situation.workers) are busy",
        "All \(situation.workers) workers are busy\(aheadText). It starts when it is its turn; a higher priority or more "
          + "workers (workers of the configuration) bring it sooner."
      ).with {
        $0.limit = situation.workers
        $0.count = situation.busyWorkers
        $0.ahead = situation.ahead
      }
    }
    guard !NewJob.isManualRefresh(job.type, job.priority), situation.keptWorkers >= idle else { return nil }
    return Reason(
      "reservedWorker", "Waits for a worker; the idle one is kept for refreshes that somebody waits for",
      "\(situation.busyWorkers) of \(situation.workers) workers are busy and the rest is kept for manual refreshes"
        + "\(aheadText). It starts when it is its turn; queue.reserved_workers of the configuration keeps fewer, workers "
        + "adds some."
    ).with {
      $0.limit = situation.workers
      $0.count = situation.busyWorkers
      $0.ahead = situation.ahead
    }
  }

  /// Nobody knows how many jobs a worker on the socket takes at once: one that waits for no more has enough.
  private var externalBusy: Reason? {
    guard !situation.hasIdleWorker else { return nil }
    let count = situation.busyWorkers
    return Reason(
      "workersBusy", "Waits for a worker; \(count == 1 ? "the only one has" : "all \(count) have") other jobs",
      "\(count == 1 ? "One worker" : "\(count) workers") on the socket \(count == 1 ? "serves" : "serve") jobs of type "
        + "'\(job.type)', and none asks for another one\(aheadText). It starts when one of them does; more workers bring it "
        + "sooner."
    ).with {
      $0.type = job.type
      $0.count = count
      $0.ahead = situation.ahead
    }
  }

  private var aheadText: String {
    switch situation.ahead {
    case 0: ", and no job goes before it"
    case 1: ", and 1 job goes before it"
    case QueueSituation.countedAhead...: ", and \(QueueSituation.countedAhead) jobs or more go before it"
    default: ", and \(situation.ahead) jobs go before it"
    }
  }

  private var starting: Reason {
    situation.ahead > 0 || situation.isExternal
      ? Reason(
        "starting", "Ready to start", "Nothing holds it back: it starts when it is its turn\(aheadText)."
      ).with { $0.ahead = situation.ahead }
      : Reason("starting", "About to start", "Nothing holds it back: it starts in a moment. Ask again.")
  }

  private var queueTimeout: Reason? {
    guard let expiry = job.expiresAt else { return nil }
    return Reason(
      "queueTimeout", "Fails unless it starts in time",
      "It fails unless it has started by \(SpokenTime.moment(expiry, now: now)), as its queue_timeout_seconds asks."
    ).with { $0.until = expiry }
  }
}
