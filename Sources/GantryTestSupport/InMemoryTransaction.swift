import JobModel
import JobStore

/// One batch on a copy of the state.
struct InMemoryTransaction {
  typealias Outcome = Result<StoreOutcome, StoreRejection>

  var state: InMemoryState
  var ids: UUIDv7Generator
  let now: Timestamp
  var changes: [JobChange] = []

  init(state: InMemoryState, ids: UUIDv7Generator, now: Timestamp) {
    self.state = state
    self.ids = ids
    self.now = now
  }

  mutating func perform(_ command: StoreCommand) -> Outcome {
    switch command {
    case .createJob(let job): createJob(job)
    case .refreshProject(let request): refresh(request)
    case .createProject(let project): createProject(project)
    case .cancelJob(let id): cancel(id)
    case .retryJob(let id, let force): retry(id, force: force)
    case .claim(let request): .success(.claimed(claim(request)))
    case .progress(let id, let token, let progress):
      report(id, token) { $0.job.progress = progress }.flatMapError { _ in .success(.done) }
    case .complete(let id, let token, let output): complete(id, token, output)
    case .fail(let id, let token, let error): end(id, token, as: .failed) { $0.error = error }
    case .finishCancelled(let id, let token): end(id, token, as: .cancelled) { $0.cancelRequested = true }
    case .release(let id, let token): report(id, token) { _ in }.map { _ in giveBack(id) }.map { _ in .done }
    case .recover: recover()
    }
  }

  // MARK: What clients ask for

  private mutating func createJob(_ new: NewJob) -> Outcome {
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
    return .success(.jobCreated(insert(new), .pending, .created))
  }

  private mutating func createProject(_ new: NewProject) -> Outcome {
    if let known = state.projects.first(where: { $0.source == new.source }) {
      return .success(.project(known, created: false))
    }
    return .success(.project(insert(new), created: true))
  }

  private mutating func refresh(_ request: RefreshRequest) -> Outcome {
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
    if known == nil, case .source(let project) = request.target { known = insert(project) }
    guard let project = known else { preconditionFailure("a refresh without a project went past the checks") }
    new.projectID = project.id
    new.exclusiveKey = NewJob.exclusiveKey(of: project.id)
    if let index = waiting(of: project.id, type: new.type) {
      raise(index, to: new)
      return .success(.refresh(state.entries[index].job.id, project, .pending, .joined))
    }
    let isRunning = state.entries.contains {
      $0.job.status == .processing && $0.job.type == new.type && $0.request.exclusiveKey == new.exclusiveKey
    }
    return .success(.refresh(insert(new), project, .pending, isRunning ? .queuedBehind : .created))
  }

  private mutating func cancel(_ id: JobID) -> Outcome {
    guard let index = index(id) else { return .failure(.jobNotFound(id)) }
    let status = state.entries[index].job.status
    switch status {
    case .pending:
      state.entries[index].job.cancelRequested = true
      move(index, to: .cancelled)
      return .success(.cancelled(id, .cancelled, requested: false))
    case .processing:
      state.entries[index].job.cancelRequested = true
      return .success(.cancelled(id, .processing, requested: true))
    case .cancelled: return .success(.cancelled(id, .cancelled, requested: false))
    case .completed, .failed:
      return .failure(.invalidState(id, current: status, allowed: [.pending, .processing]))
    }
  }

  private mutating func retry(_ id: JobID, force: Bool) -> Outcome {
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
    state.entries[index].job.retryCount += 1
    state.entries[index].job.runAt = now
    state.entries[index].job.error = nil
    state.entries[index].job.completedAt = nil
    state.entries[index].job.cancelRequested = false
    move(index, to: .pending)
    return .success(.retried(id, retryCount: job.retryCount + 1))
  }

  // MARK: What workers ask for

  private mutating func claim(_ request: ClaimRequest) -> [ClaimedJob] {
    var claimed: [ClaimedJob] = []
    while claimed.count < request.limit, let index = mostUrgent(request.types) {
      let token = ids.next(now: now)
      state.entries[index].token = token
      state.entries[index].job.attempt += 1
      state.entries[index].job.progress = .none
      state.entries[index].job.startedAt = now
      move(index, to: .processing)
      let job = state.entries[index].job
      claimed.append(
        ClaimedJob(job: job, project: state.projects.first { $0.id == job.projectID }, token: token))
    }
    return claimed
  }

  private func mostUrgent(_ types: [String]) -> Int? {
    let busy = Set(state.entries.lazy.filter { $0.job.status == .processing }.compactMap(\.request.exclusiveKey))
    let ready = state.entries.indices.filter { index in
      let entry = state.entries[index]
      return entry.job.status == .pending && entry.job.runAt <= now && types.contains(entry.job.type)
        && !(entry.request.exclusiveKey.map(busy.contains) ?? false)
    }
    // The first of the greatest: `max(by:)` would take the last.
    return ready.min { state.entries[$0].job.priority > state.entries[$1].job.priority }
  }

  private mutating func complete(_ id: JobID, _ token: AttemptToken, _ output: JobOutput) -> Outcome {
    let outcome = end(id, token, as: .completed) {
      $0.result = output.result
      $0.progress.fraction = 1
    }
    guard case .success = outcome, let update = output.projectUpdate,
      let project = state.projects.firstIndex(where: { $0.id == update.projectID })
    else { return outcome }
    state.projects[project].head = update.head
    state.projects[project].branch = update.branch
    state.projects[project].lastRefreshedAt = now
    state.projects[project].updatedAt = now
    if let plan = update.plan {
      state.projects[project].progress = plan.brief
      state.documents[.init(project: update.projectID, kind: .plan)] = plan
    }
    if let skills = update.skills {
      state.projects[project].skills = skills.brief
      state.documents[.init(project: update.projectID, kind: .skills)] = skills
    }
    return outcome
  }

  private mutating func recover() -> Outcome {
    let left = state.entries.filter { $0.job.status == .processing }.map(\.job.id)
    return .success(.recovered(left.filter { giveBack($0) }))
  }

  /// True when the job is pending again, false when it was to be cancelled.
  private mutating func giveBack(_ id: JobID) -> Bool {
    guard let index = index(id) else { return false }
    let isPending = !state.entries[index].job.cancelRequested
    move(index, to: isPending ? .pending : .cancelled)
    return isPending
  }

  private mutating func end(
    _ id: JobID, _ token: AttemptToken, as status: JobStatus, _ change: (inout Job) -> Void
  ) -> Outcome {
    report(id, token) { change(&$0.job) }.map { outcome in
      if let index = index(id) { move(index, to: status) }
      return outcome
    }
  }

  private mutating func report(
    _ id: JobID, _ token: AttemptToken, _ change: (inout InMemoryState.Entry) -> Void
  ) -> Outcome {
    guard let index = index(id) else { return .failure(.jobNotFound(id)) }
    guard state.entries[index].token == token else { return .failure(.staleAttempt(id)) }
    change(&state.entries[index])
    return .success(.done)
  }

  // MARK: Entries

  private func index(_ id: JobID) -> Int? { state.entries.firstIndex { $0.job.id == id } }

  private func entryWithIdempotencyKey(of new: NewJob) -> InMemoryState.Entry? {
    guard let key = new.idempotencyKey else { return nil }
    return state.entries.first { $0.request.idempotencyKey == key && $0.job.userID == new.userID }
  }

  private func liveJob(uniqueKey: String) -> Job? {
    state.entries.first { $0.request.uniqueKey == uniqueKey && !$0.job.status.isFinal }?.job
  }

  private func waiting(of project: ProjectID, type: String) -> Int? {
    let waiting = state.entries.indices.filter {
      let entry = state.entries[$0]
      return entry.job.status == .pending && entry.job.type == type
        && entry.request.exclusiveKey == NewJob.exclusiveKey(of: project)
    }
    // The one that will run first.
    func rank(_ index: Int) -> (Int, Int) {
      (state.entries[index].job.runAt > now ? 1 : 0, -state.entries[index].job.priority.rawValue)
    }
    return waiting.min { rank($0) < rank($1) }
  }

  private mutating func raise(_ index: Int, to new: NewJob) {
    let isScheduled = state.entries[index].job.runAt > now
    let runAt = new.runAt ?? now
    guard new.priority > state.entries[index].job.priority || isScheduled else { return }
    state.entries[index].job.priority = max(state.entries[index].job.priority, new.priority)
    state.entries[index].job.runAt = min(state.entries[index].job.runAt, runAt)
  }

  private mutating func insert(_ new: NewJob) -> JobID {
    let id = ids.next(now: now)
    let job = Job(
      id: id, type: new.type, projectID: new.projectID, userID: new.userID, priority: new.priority,
      payload: new.payload, createdAt: now, runAt: new.runAt ?? now, maxRetries: new.maxRetries)
    state.entries.append(InMemoryState.Entry(job: job, request: new))
    changes.append(JobChange(jobID: id, status: .pending))
    return id
  }

  private mutating func insert(_ new: NewProject) -> Project {
    let project = Project(
      id: ids.next(now: now), source: new.source, kind: new.kind, name: new.name, planPath: new.planPath,
      createdAt: now, updatedAt: now)
    state.projects.append(project)
    return project
  }

  private mutating func move(_ index: Int, to status: JobStatus) {
    precondition(state.entries[index].job.status.canBecome(status), "an illegal step of a job")
    state.entries[index].job.status = status
    if status != .processing { state.entries[index].token = nil }
    if status == .pending {
      state.entries[index].job.startedAt = nil
      state.entries[index].job.progress = .none
    }
    if status.isFinal { state.entries[index].job.completedAt = now }
    changes.append(JobChange(jobID: state.entries[index].job.id, status: status))
  }
}
