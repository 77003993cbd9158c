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
    let types = situation.isExternal ? [job.type] : engine.types
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
      if situation.wait?.gate == .open {
        situation.ahead = try reader.jobsAhead(of: job.id, types: types, limit: QueueSituation.countedAhead)
      }
      if let limit = situation.concurrency {
        let running = JobFilter(type: job.type, status: .processing)
        situation.runningOfType = try reader.jobs(running, after: nil, limit: limit).count
      }
    }
    return situation
  }
}
