import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func explainJob(_ params: ExplainJob.Params) throws(RPCError) -> ExplainJob.Result {
    // The second read of a turn pins one state for all that follow; this one only has to be older than they are.
    let paused = try read { reader throws(StoreError) in try reader.paused() }
    let job = try job(params.jobID)
    let reasons: [Reason] =
      switch job.status {
      case .pending: PendingReasons(job, try situation(of: job, paused: paused)).all
      case .processing:
        OtherReasons.processing(job, limits(of: job), now: clock.now())
      case .completed, .failed, .cancelled: OtherReasons.ended(job)
      }
    return ExplainJob.Result(
      jobID: job.id.description, status: .init(rawValue: job.status.rawValue),
      summary: (reasons.first?.summary ?? "There is nothing to say") + ".", reasons: reasons.map(\.object))
  }

  private func limits(of job: Job) -> OtherReasons.Limits {
    if leases.isEnding(job.id) || engine.isEnding(job.id) { return OtherReasons.Limits(isEnding: true) }
    guard let lease = leases.lease(of: job.id) else {
      return OtherReasons.Limits(timeoutSeconds: job.timeoutSeconds ?? configuration.timeoutSeconds(of: job.type))
    }
    return OtherReasons.Limits(
      timeoutSeconds: lease.timeoutSeconds, timeoutSecondsLeft: lease.timeoutSecondsLeft,
      leaseSeconds: lease.seconds, leaseSecondsLeft: lease.secondsLeft)
  }

  private func situation(of job: Job, paused: [String]) throws(RPCError) -> QueueSituation {
    var situation = QueueSituation(now: clock.now(), paused: paused)
    situation.isExternal = configuration.isExternal(job.type)
    situation.concurrency = configuration.concurrency[job.type]
    if situation.isExternal {
      situation.busyWorkers = leases.workers(serving: job.type)
      situation.hasIdleWorker = polls.serves(job.type)
      situation.hasWorker = situation.hasIdleWorker || situation.busyWorkers > 0
    } else {
      situation.hasWorker = engine.types.contains(job.type)
      situation.workers = engine.workerCount
      situation.busyWorkers = engine.busyWorkers
      situation.keptWorkers = engine.keptWorkers
      situation.hasIdleWorker = situation.workers > situation.busyWorkers
    }
    try read { reader throws(StoreError) in
      situation.wait = try reader.wait(of: job.id)
      let parents = try reader.openDependencies(of: job.id, limit: QueueSituation.countedAhead)
      for id in parents.prefix(QueueSituation.dependenciesShown) {
        if let parent = try reader.job(id) { situation.dependencies.append(.init(parent)) }
      }
      situation.moreDependencies = parents.count - situation.dependencies.count
      if let holder = try situation.wait?.laneHolder.flatMap({ id throws(StoreError) in try reader.job(id) }) {
        situation.laneHolder = .init(holder)
      }
      if let limit = situation.concurrency {
        situation.runningOfType = try running(job.type, upTo: limit, &reader)
      }
      guard situation.wait?.gate == .open else { return }
      // What could not start either does not go before it.
      var types = [job.type]
      let isLimited = situation.concurrency.map { situation.runningOfType >= $0 } ?? false
      if !situation.isExternal, !isLimited {
        for type in engine.types where type != job.type && !paused.contains(type) {
          if let limit = configuration.concurrency[type], try running(type, upTo: limit, &reader) >= limit { continue }
          types.append(type)
        }
      }
      situation.ahead = try reader.jobsAhead(of: job.id, types: types, limit: QueueSituation.countedAhead)
    }
    return situation
  }

  /// Jobs of a type that run, counted up to a limit.
  private func running(_ type: String, upTo limit: Int, _ reader: inout any JobReading) throws(StoreError) -> Int {
    try reader.jobs(JobFilter(type: type, status: .processing), after: nil, limit: limit).count
  }
}
