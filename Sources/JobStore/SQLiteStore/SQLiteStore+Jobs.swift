import JobModel
import SQLite

/// Commands that clients send about jobs.
extension SQLiteStore {
  mutating func createJob(
    _ job: NewJob, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let found = try jobWithIdempotencyKey(of: job) {
      guard found.type == job.type, found.projectID == job.projectID else {
        return .failure(.idempotencyConflict(found.id))
      }
      return .success(.jobCreated(found.id, found.status, .existing))
    }
    if let key = job.uniqueKey, let live = try liveJob(uniqueKey: key) {
      return .success(.jobCreated(live.id, live.status, .joined))
    }
    if let project = job.projectID {
      guard try exists(project) else { return .failure(.projectNotFound(project)) }
      // A second waiting refresh of one project would be the same work twice; a constraint refuses it as well.
      if job.type == NewJob.refreshType, let waiting = try waitingJob(of: project, type: job.type) {
        try raise(waiting, to: job, now: now)
        return .success(.jobCreated(waiting.id, .pending, .joined))
      }
    }
    let parents: [Int64]
    switch try openParents(of: job) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let open): parents = open
    }
    if let refusal = try use(job.rateLimit, by: job.userID, now: now) { return .failure(refusal) }
    return .success(.jobCreated(try insert(job, parents: parents, now: now), .pending, .created))
  }

  func jobWithIdempotencyKey(of job: NewJob) throws(StoreError) -> JobState? {
    guard let key = job.idempotencyKey else { return nil }
    statements.jobByIdempotencyKey.bind(1, job.userID)
    statements.jobByIdempotencyKey.bind(2, key)
    return try first(statements.jobByIdempotencyKey) { row throws(StoreError) in try JobState(row: row) }
  }

  private func liveJob(uniqueKey: String) throws(StoreError) -> JobState? {
    statements.liveJobByUniqueKey.bind(1, uniqueKey)
    return try first(statements.liveJobByUniqueKey) { row throws(StoreError) in try JobState(row: row) }
  }

  func jobState(_ id: JobID) throws(StoreError) -> JobState? {
    statements.jobState.bind(1, id)
    return try first(statements.jobState) { row throws(StoreError) in try JobState(row: row) }
  }

  mutating func insert(_ job: NewJob, parents: [Int64] = [], now: Timestamp) throws(StoreError) -> JobID {
    let id = ids.next(now: now)
    let runAt = job.runAt ?? now
    var gate = Gate.blocked
    var turn: Int64 = 0
    if parents.isEmpty {
      // Jobs for later, and jobs that wait for others, take their turn when their gate opens.
      if runAt <= now { turn = try takeTurn(job.projectID, job.priority) }
      gate = try assignGate(
        type: job.type, priority: job.priority, turn: turn, runAt: runAt, exclusiveKey: job.exclusiveKey, seq: nil,
        now: now)
    }
    let statement = statements.insertJob
    statement.bind(1, id)
    statement.bind(2, job.type)
    statement.bind(3, job.projectID)
    statement.bind(4, job.userID)
    statement.bind(5, job.priority.rawValue)
    statement.bind(6, now)
    statement.bind(7, runAt)
    statement.bind(8, gate.rawValue)
    statement.bind(9, job.maxRetries)
    statement.bind(10, job.idempotencyKey)
    statement.bind(11, job.uniqueKey)
    statement.bind(12, job.exclusiveKey)
    statement.bind(13, job.payload)
    statement.bind(14, turn)
    statement.bind(15, job.timeoutSeconds.map { max(Int64(($0 * 1000).rounded()), 1) })
    // A time that is over is no reason to have waited.
    let start = max(runAt, now)
    let expiry = job.queueTimeoutSeconds.map { start.advanced(bySeconds: $0).milliseconds }
    statement.bind(16, parents.isEmpty ? expiry : nil)
    statement.bind(17, job.fire?.schedule)
    statement.bind(18, job.fire?.time.milliseconds)
    statement.bind(19, expiry.map { $0 - start.milliseconds })
    try run(statement)
    if !parents.isEmpty { try insertDependencies(of: connection.lastInsertedRow, on: parents) }
    let subject = EventSubject(id: id, type: job.type, projectID: job.projectID, userID: job.userID, attempt: 0)
    note(subject, from: nil, to: .pending, .jobCreated)
    return id
  }

  mutating func cancelJob(_ id: JobID, now: Timestamp) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    guard let job = try jobState(id) else { return .failure(.jobNotFound(id)) }
    switch job.status {
    case .pending:
      try cancel(job, now: now)
      return .success(.cancelled(id, .cancelled, requested: false))
    case .processing:
      if !job.cancelRequested {
        statements.requestCancel.bind(1, job.seq)
        try run(statements.requestCancel)
        note(.jobCancelRequested, job.subject, status: .processing)
      }
      return .success(.cancelled(id, .processing, requested: true))
    case .cancelled:
      // Asking twice is not a mistake: the first answer may have been lost.
      return .success(.cancelled(id, .cancelled, requested: false))
    case .completed, .failed:
      return .failure(.invalidState(id, current: job.status, allowed: [.pending, .processing]))
    }
  }

  mutating func cancel(_ job: JobState, now: Timestamp) throws(StoreError) {
    statements.cancel.bind(1, job.seq)
    statements.cancel.bind(2, now)
    try run(statements.cancel)
    try moved(job, to: .cancelled, .jobCancelled)
  }

  mutating func retryJob(
    _ id: JobID, force: Bool, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    guard var job = try jobState(id) else { return .failure(.jobNotFound(id)) }
    guard job.status == .failed else {
      return .failure(.invalidState(id, current: job.status, allowed: [.failed]))
    }
    guard force || job.retryCount < job.maxRetries else {
      return .failure(.retriesExhausted(id, retryCount: job.retryCount, maxRetries: job.maxRetries))
    }
    if let key = job.uniqueKey, let live = try liveJob(uniqueKey: key) {
      return .failure(.duplicateJob(id, live: live.id))
    }
    if let refusal = try renewDependencies(of: job) { return .failure(refusal) }
    job.runAt = now
    job.turn = try takeTurn(job.projectID, job.priority)
    statements.retry.bind(1, job.seq)
    statements.retry.bind(2, try assignGate(job, now: now).rawValue)
    statements.retry.bind(3, now)
    statements.retry.bind(4, job.turn)
    try run(statements.retry)
    note(job.subject, from: .failed, to: .pending, .jobRequeued, detail: EventDetail.reason("retried"))
    return .success(.retried(id, retryCount: job.retryCount + 1))
  }

  /// A waiting job that someone more urgent joins becomes as urgent, and starts no later.
  mutating func raise(_ waiting: JobState, to job: NewJob, now: Timestamp) throws(StoreError) {
    var raised = waiting
    raised.priority = max(waiting.priority, job.priority)
    raised.runAt = min(waiting.runAt, job.runAt ?? now)
    let isEarlier = waiting.gate == .scheduled && raised.runAt < waiting.runAt
    guard isEarlier || raised.priority > waiting.priority else { return }
    statements.raise.bind(1, raised.seq)
    statements.raise.bind(2, raised.priority.rawValue)
    statements.raise.bind(3, raised.runAt)
    try run(statements.raise)
    if raised.gate != .blocked {
      if raised.runAt <= now { raised.turn = try takeTurn(raised.projectID, raised.priority) }
      try place(raised, now: now)
    }
    // It may have been the first of those with its old priority.
    if let key = waiting.exclusiveKey { try openLane(key) }
  }

  /// Notes the new status of a job that was pending or processing, lets the next of its lane go, and tells who waits for
  /// it.
  mutating func moved(
    _ job: JobState, to status: JobStatus, _ kind: StoreEvent.Kind, detail: String? = nil
  ) throws(StoreError) {
    note(job.subject, from: job.status, to: status, kind, detail: detail)
    if let key = job.exclusiveKey { try openLane(key) }
    if status.isFinal { try ended(job.seq) }
  }
}
