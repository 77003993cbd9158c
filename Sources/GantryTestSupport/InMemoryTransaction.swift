import JobModel
import JobStore

/// One batch on a copy of the state.
struct InMemoryTransaction {
  typealias Outcome = Result<StoreOutcome, StoreRejection>

  var state: InMemoryState
  var ids: UUIDv7Generator
  let now: Timestamp
  var changes: [JobChange] = []
  var events: [StoreEvent] = []

  init(state: InMemoryState, ids: UUIDv7Generator, now: Timestamp) {
    self.state = state
    self.ids = ids
    self.now = now
  }

  /// What time brings about, before any command.
  mutating func begin() {
    settle()
    let late = pending { $0.job.expiresAt.map { $0 <= now } ?? false }
      .sorted { (state.entries[$0].job.expiresAt!, $0) < (state.entries[$1].job.expiresAt!, $1) }
    for index in late { failPending(index, .queueTimeout) }
    settle()
    let due = pending { $0.gate == .scheduled && $0.job.runAt <= now }
      .sorted { (state.entries[$0].job.runAt, $0) < (state.entries[$1].job.runAt, $1) }
    for index in due { open(index) }
  }

  /// When time will bring about something again.
  var nextWake: Timestamp? {
    let runs = pending { $0.gate == .scheduled }.map { state.entries[$0].job.runAt }
    let ends = pending { $0.job.expiresAt != nil }.compactMap { state.entries[$0].job.expiresAt }
    return (runs + ends).min()
  }

  mutating func perform(_ command: StoreCommand) -> Outcome {
    defer { settle() }
    switch command {
    case .createJob(let job): return createJob(job)
    case .refreshProject(let request): return refresh(request)
    case .updateProject(let change): return updateProject(change)
    case .createProject(let project, let user, let limit): return createProject(project, userID: user, limit)
    case .cancelJob(let id): return cancel(id)
    case .retryJob(let id, let force): return retry(id, force: force)
    case .claim(let request): return .success(.claimed(claim(request)))
    case .progress(let id, let token, let progress): return report(id, token, progress)
    case .log(let id, let token, let text):
      if case .success(let index) = attempt(id, token) { state.entries[index].log.append(text) }
      return .success(.done)
    case .complete(let id, let token, let output): return complete(id, token, output)
    case .fail(let id, let token, let error, let terms): return fail(id, token, error, terms)
    case .finishCancelled(let id, let token):
      return attempt(id, token).map { index in
        record(index, .cancelled, nil)
        finishCancelled(index)
        return .done
      }
    case .release(let id, let token):
      return attempt(id, token).map { index in
        release(index)
        return .done
      }
    case .abandon(let id, let token, let terms):
      return attempt(id, token).map { index in
        crash(index, terms)
        return .done
      }
    case .recover(let terms): return recover(terms)
    case .cleanUp(let step): return .success(cleanUp(step))
    case .cleanUpEvents(let before, let keep, let limit):
      return .success(cleanUpEvents(before: before, keep: keep, limit: limit))
    case .shrinkLog: return .success(.done)
    case .createSchedule(let new): return createSchedule(new)
    case .deleteSchedule(let id): return deleteSchedule(id)
    case .fireSchedule(let request): return fireSchedule(request)
    case .pauseQueue(let type): return .success(pause(type ?? "", true))
    case .resumeQueue(let type): return .success(pause(type ?? "", false))
    }
  }

  // MARK: Entries

  func pending(_ condition: (InMemoryState.Entry) -> Bool) -> [Int] {
    state.entries.indices.filter { state.entries[$0].job.status == .pending && condition(state.entries[$0]) }
  }

  func index(_ id: JobID) -> Int? { state.entries.firstIndex { $0.job.id == id } }

  /// The job whose running attempt has this token.
  func attempt(_ id: JobID, _ token: AttemptToken) -> Result<Int, StoreRejection> {
    guard let index = index(id) else { return .failure(.jobNotFound(id)) }
    return state.entries[index].token == token ? .success(index) : .failure(.staleAttempt(id))
  }

  func entryWithIdempotencyKey(of new: NewJob) -> InMemoryState.Entry? {
    guard let key = new.idempotencyKey else { return nil }
    return state.entries.first { $0.request.idempotencyKey == key && $0.job.userID == new.userID }
  }

  func liveJob(uniqueKey: String) -> Job? {
    state.entries.first { $0.request.uniqueKey == uniqueKey && !$0.job.status.isFinal }?.job
  }

  // MARK: Turns

  /// The turn of a job that becomes ready now: behind the last one claimed, and behind those of its own project.
  mutating func takeTurn(_ index: Int) {
    let flow = InMemoryState.Flow(
      projectID: state.entries[index].job.projectID, priority: state.entries[index].job.priority)
    let turn = max(state.claimedTurn, state.turns[flow] ?? 0) + 1
    state.turns[flow] = turn
    state.entries[index].turn = turn
  }

  /// A job whose time has come, or that waits for nobody any longer, waits for its turn.
  mutating func open(_ index: Int) {
    takeTurn(index)
    state.entries[index].gate = state.entries[index].job.runAt > now ? .scheduled : .open
  }

  // MARK: Steps

  mutating func move(_ index: Int, to status: JobStatus, _ kind: StoreEvent.Kind) {
    let from = state.entries[index].job.status
    precondition(from.canBecome(status), "an illegal step of a job: \(from) to \(status)")
    state.entries[index].job.status = status
    if status != .processing {
      state.entries[index].token = nil
      state.entries[index].job.worker = nil
    }
    if status == .pending {
      state.entries[index].job.startedAt = nil
      state.entries[index].job.progress = .none
      state.entries[index].job.expiresAt = nil
    }
    if status.isFinal {
      state.entries[index].job.completedAt = now
      if state.entries.contains(where: { $0.parents.contains(index) }) { state.settling.insert(index) }
    }
    changes.append(JobChange(jobID: state.entries[index].job.id, status: status))
    note(kind, index)
  }

  /// Nothing but its time and the queue holds the job up any more: its limit counts from here.
  mutating func startWait(_ index: Int) {
    let entry = state.entries[index]
    guard entry.gate != .blocked, let seconds = entry.request.queueTimeoutSeconds else { return }
    state.entries[index].job.expiresAt = max(entry.job.runAt, now).advanced(bySeconds: seconds)
  }

  mutating func note(_ kind: StoreEvent.Kind, _ index: Int) {
    let job = state.entries[index].job
    events.append(
      StoreEvent(
        seq: 0, time: now, kind: kind, jobID: job.id, type: job.type, projectID: job.projectID, userID: job.userID,
        status: job.status, attempt: job.attempt))
  }

  mutating func failPending(_ index: Int, _ error: JobError) {
    state.entries[index].job.error = error
    move(index, to: .failed, .jobFailed)
  }

  /// Tells the children of jobs that have ended, the oldest parent first.
  mutating func settle() {
    while let parent = state.settling.min() {
      let job = state.entries[parent].job
      for child in state.entries.indices where state.entries[child].parents.contains(parent) && job.status.isFinal {
        let isBlocked = state.entries[child].job.status == .pending && state.entries[child].gate == .blocked
        if job.status == .completed {
          state.entries[child].parents.removeAll { $0 == parent }
          if isBlocked, state.entries[child].parents.isEmpty {
            open(child)
            startWait(child)
          }
        } else if isBlocked {
          failPending(child, .dependencyFailed(job.id, job.status))
        }
      }
      state.settling.remove(parent)
    }
  }
}
