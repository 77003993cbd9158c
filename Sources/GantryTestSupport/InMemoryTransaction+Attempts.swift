import JobModel
import JobStore

/// What workers ask for.
extension InMemoryTransaction {
  mutating func claim(_ request: ClaimRequest) -> [ClaimedJob] {
    guard !state.paused.contains("") else { return [] }
    var ordinary = request.ordinaryLimit
    var claimed: [ClaimedJob] = []
    while claimed.count < request.limit, let index = next(request, ordinary: ordinary) {
      let token = ids.next(now: now)
      if !isManual(index) { ordinary -= 1 }
      state.claimedTurn = max(state.claimedTurn, state.entries[index].turn)
      state.entries[index].token = token
      state.entries[index].job.attempt += 1
      state.entries[index].job.progress = .none
      state.entries[index].job.startedAt = now
      move(index, to: .processing, .jobStarted)
      state.entries[index].job.worker = request.worker
      let job = state.entries[index].job
      claimed.append(
        ClaimedJob(
          job: job, project: state.projects.first { $0.id == job.projectID }, token: token,
          history: job.projectID.flatMap { state.histories[$0]?.mark }))
    }
    return claimed
  }

  private func isManual(_ index: Int) -> Bool {
    NewJob.isManualRefresh(state.entries[index].job.type, state.entries[index].job.priority)
  }

  /// The jobs of one type and priority go by their turns; of all those queues the head goes that counts for most, having
  /// waited as long as it has, and among equals the one whose turn is first.
  private func next(_ request: ClaimRequest, ordinary: Int) -> Int? {
    let running = state.entries.filter { $0.job.status == .processing }
    let busy = Set(running.compactMap(\.request.exclusiveKey))
    let types = request.types.filter { type in
      !state.paused.contains(type)
        && request.concurrency[type].map { running.count { $0.job.type == type } < $0 } ?? true
    }
    var heads: [Int] = []
    for type in types {
      for priority in JobPriority.allCases {
        let queue = pending {
          $0.gate == .open && $0.job.type == type && $0.job.priority == priority
            && !($0.request.exclusiveKey.map(busy.contains) ?? false)
        }
        let head = queue.min { (state.entries[$0].turn, $0) < (state.entries[$1].turn, $1) }
        if let head, ordinary > 0 || isManual(head) { heads.append(head) }
      }
    }
    func rank(_ index: Int) -> (Int, Int64, Int) {
      let job = state.entries[index].job
      let level = job.priority.aged(
        waited: now.seconds(since: job.runAt), ageingSeconds: request.ageingSeconds)
      return (-level.rawValue, state.entries[index].turn, index)
    }
    return heads.min { rank($0) < rank($1) }
  }

  mutating func report(_ id: JobID, _ token: AttemptToken, _ progress: JobProgress) -> Outcome {
    if case .success(let index) = attempt(id, token) {
      state.entries[index].job.progress = progress
      note(.jobProgress, index)
    }
    return .success(.done)
  }

  mutating func complete(_ id: JobID, _ token: AttemptToken, _ output: JobOutput) -> Outcome {
    switch attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let index):
      state.entries[index].job.result = output.result
      state.entries[index].job.error = nil
      state.entries[index].job.progress.fraction = 1
      if let update = output.projectUpdate { write(update, of: id) }
      move(index, to: .completed, .jobCompleted)
      return .success(.done)
    }
  }

  private mutating func write(_ update: ProjectUpdate, of id: JobID) {
    guard let project = state.projects.firstIndex(where: { $0.id == update.projectID }) else { return }
    state.projects[project].head = update.head
    state.projects[project].branch = update.branch
    state.projects[project].lastRefreshedAt = now
    state.projects[project].updatedAt = now
    events.append(StoreEvent(seq: 0, time: now, kind: .projectUpdated, projectID: update.projectID))
    if update.isUnchanged {
      let progress = state.projects[project].progress
      state.refreshFigures[id] = RefreshFigures(before: progress, after: progress)
    }
    if let plan = update.plan {
      state.refreshFigures[id] = RefreshFigures(before: state.projects[project].progress, after: plan.brief)
      state.projects[project].progress = plan.brief
      state.projects[project].planReading = plan.reading
      state.documents[.init(project: update.projectID, kind: .plan)] = plan
    }
    if let history = update.history { write(history, of: update.projectID) }
    if let skills = update.skills {
      state.projects[project].skills = skills.brief
      state.projects[project].skillsReading = skills.reading
      state.documents[.init(project: update.projectID, kind: .skills)] = skills
      let userID = state.entries.first { $0.job.id == id }?.job.userID ?? ""
      write(update.sightings, of: update, userID: userID)
    }
  }

  mutating func fail(_ id: JobID, _ token: AttemptToken, _ error: JobError, _ terms: RetryTerms?) -> Outcome {
    switch attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let index):
      let job = state.entries[index].job
      let outcome: AttemptRecord.Outcome = error.kind == JobError.timeoutKind ? .timedOut : .failed
      state.entries[index].job.error = error
      guard let terms, error.isRetryable, job.retryCount < job.maxRetries, !job.cancelRequested else {
        record(index, outcome, error)
        move(index, to: .failed, .jobFailed)
        return .success(.failed(retryAt: nil))
      }
      let retryAt = terms.time(ofRetry: job.retryCount, now: now)
      record(index, outcome, error, retryAt: retryAt)
      state.entries[index].job.retryCount += 1
      putBack(index, at: retryAt, .jobRetrying)
      return .success(.failed(retryAt: retryAt))
    }
  }

  mutating func recover(_ terms: CrashTerms) -> Outcome {
    var recovered: [JobID] = []
    var setAside: [JobID] = []
    for index in state.entries.indices where state.entries[index].job.status == .processing {
      crash(index, terms)
      switch state.entries[index].job.status {
      case .pending: recovered.append(state.entries[index].job.id)
      case .failed: setAside.append(state.entries[index].job.id)
      case .processing, .completed, .cancelled: break
      }
    }
    return .success(.recovered(recovered, setAside: setAside))
  }

  mutating func release(_ index: Int) {
    record(index, .interrupted, nil)
    if state.entries[index].job.cancelRequested { return finishCancelled(index) }
    putBack(index, at: state.entries[index].job.runAt, .jobRequeued)
  }

  mutating func crash(_ index: Int, _ terms: CrashTerms) {
    if state.entries[index].job.cancelRequested {
      record(index, .crashed, nil)
      return finishCancelled(index)
    }
    state.entries[index].job.crashCount += 1
    let count = state.entries[index].job.crashCount
    if count >= terms.maximum {
      let error = JobError.workerCrashed(count)
      record(index, .crashed, error)
      state.entries[index].job.error = error
      return move(index, to: .failed, .jobFailed)
    }
    let retryAt = terms.time(afterCrash: count, now: now)
    record(index, .crashed, nil, retryAt: retryAt)
    putBack(index, at: retryAt ?? state.entries[index].job.runAt, .jobRequeued)
  }

  mutating func finishCancelled(_ index: Int) {
    state.entries[index].job.cancelRequested = true
    move(index, to: .cancelled, .jobCancelled)
  }

  private mutating func putBack(_ index: Int, at runAt: Timestamp, _ kind: StoreEvent.Kind) {
    state.entries[index].job.runAt = runAt
    state.entries[index].gate = runAt > now ? .scheduled : .open
    move(index, to: .pending, kind)
  }

  mutating func record(
    _ index: Int, _ outcome: AttemptRecord.Outcome, _ error: JobError?, retryAt: Timestamp? = nil
  ) {
    let job = state.entries[index].job
    state.entries[index].attempts.append(
      AttemptRecord(
        attempt: job.attempt, startedAt: job.startedAt ?? now, endedAt: now, outcome: outcome, worker: job.worker,
        error: error, retryAt: retryAt))
    state.entries[index].attempts.removeAll { $0.attempt <= job.attempt - 100 }
  }
}
