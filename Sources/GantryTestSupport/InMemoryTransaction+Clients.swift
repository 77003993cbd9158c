import JobModel
import JobStore

/// What clients ask for.
extension InMemoryTransaction {
  mutating func createJob(_ new: NewJob) -> Outcome {
    if let entry = entryWithIdempotencyKey(of: new) {
      let isSame = entry.job.type == new.type && entry.job.projectID == new.projectID
      return isSame
        ? .success(.jobCreated(entry.job.id, entry.job.status, .existing))
        : .failure(.idempotencyConflict(entry.job.id))
    }
    if let key = new.uniqueKey, let live = liveJob(uniqueKey: key) {
      return .success(.jobCreated(live.id, live.status, .joined))
    }
    if let id = new.projectID {
      guard state.projects.contains(where: { $0.id == id }) else { return .failure(.projectNotFound(id)) }
      if new.type == NewJob.refreshType, let index = waiting(of: id, type: new.type) {
        raise(index, to: new)
        return .success(.jobCreated(state.entries[index].job.id, .pending, .joined))
      }
    }
    var parents: [Int] = []
    for id in new.dependsOn {
      guard let parent = index(id) else { return .failure(.dependencyNotFound(id)) }
      switch state.entries[parent].job.status {
      case .completed: continue
      case .failed, .cancelled: return .failure(.dependencyFailed(id, state.entries[parent].job.status))
      case .pending, .processing: if !parents.contains(parent) { parents.append(parent) }
      }
    }
    if let refusal = use(new.rateLimit, by: new.userID) { return .failure(refusal) }
    return .success(.jobCreated(insert(new, parents: parents), .pending, .created))
  }

  mutating func createProject(_ new: NewProject, userID: String, _ limit: RateLimit?) -> Outcome {
    if let known = state.projects.first(where: { $0.source == new.source }) {
      return .success(.project(known, created: false))
    }
    if let refusal = use(limit, by: userID) { return .failure(refusal) }
    return .success(.project(insert(new, userID: userID), created: true))
  }

  mutating func updateProject(_ change: ProjectChange) -> Outcome {
    guard let index = state.projects.firstIndex(where: { $0.id == change.projectID }) else {
      return .failure(.projectNotFound(change.projectID))
    }
    if let name = change.name { state.projects[index].name = name }
    if let isWatched = change.isWatched { state.projects[index].isWatched = isWatched }
    state.projects[index].updatedAt = now
    events.append(StoreEvent(seq: 0, time: now, kind: .projectUpdated, projectID: change.projectID))
    return .success(.project(state.projects[index], created: false))
  }

  mutating func refresh(_ request: RefreshRequest) -> Outcome {
    var new = request.job
    var known: Project?
    switch request.target {
    case .project(let id):
      known = state.projects.first { $0.id == id }
      if known == nil { return .failure(.projectNotFound(id)) }
    case .source(let project): known = state.projects.first { $0.source == project.source }
    }
    if let entry = entryWithIdempotencyKey(of: new) {
      guard let known, entry.job.type == new.type, entry.job.projectID == known.id else {
        return .failure(.idempotencyConflict(entry.job.id))
      }
      return .success(.refresh(entry.job.id, known, entry.job.status, .joined))
    }
    if let known, let index = waiting(of: known.id, type: new.type) {
      raise(index, to: new)
      if new.payload != NewJob.emptyPayload { state.entries[index].job.payload = new.payload }
      return .success(.refresh(state.entries[index].job.id, known, .pending, .joined))
    }
    if let refusal = use(new.rateLimit, by: new.userID) { return .failure(refusal) }
    if known == nil, case .source(let project) = request.target { known = insert(project, userID: new.userID) }
    guard let project = known else { preconditionFailure("a refresh without a project went past the checks") }
    new.projectID = project.id
    new.exclusiveKey = NewJob.exclusiveKey(of: project.id)
    let isRunning = state.entries.contains {
      $0.job.status == .processing && $0.job.type == new.type && $0.request.exclusiveKey == new.exclusiveKey
    }
    return .success(.refresh(insert(new, parents: []), project, .pending, isRunning ? .queuedBehind : .created))
  }

  mutating func cancel(_ id: JobID) -> Outcome {
    guard let index = index(id) else { return .failure(.jobNotFound(id)) }
    let status = state.entries[index].job.status
    switch status {
    case .pending:
      finishCancelled(index)
      return .success(.cancelled(id, .cancelled, requested: false))
    case .processing:
      if !state.entries[index].job.cancelRequested {
        state.entries[index].job.cancelRequested = true
        note(.jobCancelRequested, index)
      }
      return .success(.cancelled(id, .processing, requested: true))
    case .cancelled: return .success(.cancelled(id, .cancelled, requested: false))
    case .completed, .failed:
      return .failure(.invalidState(id, current: status, allowed: [.pending, .processing]))
    }
  }

  mutating func retry(_ id: JobID, force: Bool) -> Outcome {
    guard let index = index(id) else { return .failure(.jobNotFound(id)) }
    let job = state.entries[index].job
    guard job.status == .failed else {
      return .failure(.invalidState(id, current: job.status, allowed: [.failed]))
    }
    guard force || job.retryCount < job.maxRetries else {
      return .failure(.retriesExhausted(id, retryCount: job.retryCount, maxRetries: job.maxRetries))
    }
    if let key = state.entries[index].request.uniqueKey, let live = liveJob(uniqueKey: key) {
      return .failure(.duplicateJob(id, live: live.id))
    }
    for parent in state.entries[index].parents.sorted() {
      let job = state.entries[parent].job
      if job.status == .failed || job.status == .cancelled { return .failure(.dependencyFailed(job.id, job.status)) }
    }
    let open = state.entries[index].parents.filter { state.entries[$0].job.status != .completed }
    state.entries[index].parents = open
    state.entries[index].job.retryCount += 1
    state.entries[index].job.crashCount = 0
    state.entries[index].job.runAt = now
    state.entries[index].job.error = nil
    state.entries[index].job.completedAt = nil
    state.entries[index].job.cancelRequested = false
    takeTurn(index)
    state.entries[index].gate = state.entries[index].parents.isEmpty ? .open : .blocked
    move(index, to: .pending, .jobRequeued)
    startWait(index)
    return .success(.retried(id, retryCount: job.retryCount + 1))
  }

  mutating func pause(_ type: String, _ isPaused: Bool) -> StoreOutcome {
    let changed = isPaused ? state.paused.insert(type).inserted : state.paused.remove(type) != nil
    if changed {
      events.append(
        StoreEvent(
          seq: 0, time: now, kind: isPaused ? .queuePaused : .queueResumed, type: type.isEmpty ? nil : type))
    }
    return .paused(state.paused.sorted())
  }

  private mutating func use(_ limit: RateLimit?, by user: String) -> StoreRejection? {
    guard let limit, limit.count > 0 else { return nil }
    let start = now.advanced(bySeconds: -limit.windowSeconds)
    state.uses.removeAll { $0.user == user && $0.action == limit.action && ($0.at <= start || $0.at > now) }
    let uses = state.uses.filter { $0.user == user && $0.action == limit.action }.map(\.at).sorted(by: >)
    if uses.count >= limit.count {
      return .rateLimited(limit, retryAt: uses[limit.count - 1].advanced(bySeconds: limit.windowSeconds))
    }
    state.uses.append(InMemoryState.Use(user: user, action: limit.action, at: now))
    return nil
  }

  /// The pending job of that type that will run first, whatever it waits for.
  private func waiting(of project: ProjectID, type: String) -> Int? {
    func rank(_ index: Int) -> (Int, Int, Int64, Int) {
      let entry = state.entries[index]
      let gate = [.open: 0, .scheduled: 1, .blocked: 2][entry.gate] ?? 3
      return (gate, -entry.job.priority.rawValue, entry.turn, index)
    }
    return pending { $0.job.type == type && $0.request.exclusiveKey == NewJob.exclusiveKey(of: project) }
      .min { rank($0) < rank($1) }
  }

  /// A waiting job that someone more urgent joins becomes as urgent, and starts no later.
  private mutating func raise(_ index: Int, to new: NewJob) {
    let waiting = state.entries[index]
    let runAt = min(waiting.job.runAt, new.runAt ?? now)
    let isEarlier = waiting.gate == .scheduled && runAt < waiting.job.runAt
    guard new.priority > waiting.job.priority || isEarlier else { return }
    state.entries[index].job.priority = max(waiting.job.priority, new.priority)
    state.entries[index].job.runAt = runAt
    guard waiting.gate != .blocked else { return }
    if runAt <= now { takeTurn(index) }
    state.entries[index].gate = runAt > now ? .scheduled : .open
  }

  private mutating func insert(_ new: NewJob, parents: [Int]) -> JobID {
    let id = ids.next(now: now)
    let runAt = new.runAt ?? now
    let job = Job(
      id: id, type: new.type, projectID: new.projectID, userID: new.userID, priority: new.priority,
      payload: new.payload, createdAt: now, runAt: runAt, maxRetries: new.maxRetries,
      timeoutSeconds: new.timeoutSeconds)
    state.entries.append(
      InMemoryState.Entry(
        job: job, request: new, gate: .blocked, parents: parents, seq: (state.entries.last?.seq ?? 0) + 1))
    let index = state.entries.count - 1
    if parents.isEmpty {
      if runAt <= now { takeTurn(index) }
      state.entries[index].gate = runAt > now ? .scheduled : .open
      startWait(index)
    }
    changes.append(JobChange(jobID: id, status: .pending))
    note(.jobCreated, index)
    return id
  }

  private mutating func insert(_ new: NewProject, userID: String) -> Project {
    let project = Project(
      id: ids.next(now: now), source: new.source, kind: new.kind, name: new.name, planPath: new.planPath,
      createdAt: now, updatedAt: now)
    state.projects.append(project)
    events.append(StoreEvent(seq: 0, time: now, kind: .projectCreated, projectID: project.id, userID: userID))
    return project
  }
}
