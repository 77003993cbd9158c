import JobModel
import SQLite

/// Claims, and the reports of attempts. Every report must hold the token of the attempt that runs now.
extension SQLiteStore {
  /// The job at the head of one type and priority.
  private struct Candidate {
    var type: String
    var priority: JobPriority
    var turn: Int64
    var seq: Int64
    /// What it counts as, having waited as long as it has.
    var level: JobPriority

    func goes(before other: Candidate) -> Bool {
      (other.level.rawValue, turn, seq) < (level.rawValue, other.turn, other.seq)
    }
  }

  mutating func claim(_ request: ClaimRequest, now: Timestamp) throws(StoreError) -> [ClaimedJob] {
    let paused = try pausedTypes()
    guard request.limit > 0, !paused.contains("") else { return [] }
    var free: [String: Int] = [:]
    for type in request.types where !paused.contains(type) {
      free[type] =
        try request.concurrency[type].map { limit throws(StoreError) in
          max(limit - (try runningJobs(of: type)), 0)
        } ?? .max
    }
    var ordinary = request.ordinaryLimit
    var claimed: [ClaimedJob] = []
    search: while claimed.count < request.limit {
      let queues = try candidates(free, request, limit: request.limit - claimed.count, onlyManual: ordinary <= 0, now)
      var heads = queues.map { $0[...] }
      // Many queues, each in order: the first of all is the best of their heads.
      while claimed.count < request.limit,
        let best = Self.best(of: heads), let candidate = heads[best].popFirst()
      {
        let isManual = NewJob.isManualRefresh(candidate.type, candidate.priority)
        guard free[candidate.type, default: 0] > 0, isManual || ordinary > 0 else {
          heads[best] = []
          continue
        }
        // Parked a moment ago, when a job of the same lane started: what comes next must be looked up again.
        guard let job = try start(candidate, request, now: now) else { continue search }
        claimed.append(job)
        if free[candidate.type] != .max { free[candidate.type, default: 0] -= 1 }
        if !isManual { ordinary -= 1 }
      }
      break
    }
    return claimed
  }

  /// The queue whose head goes before all others.
  private static func best(of queues: [ArraySlice<Candidate>]) -> Int? {
    var best: (index: Int, head: Candidate)?
    for (index, queue) in queues.enumerated() {
      guard let head = queue.first else { continue }
      if let known = best, !head.goes(before: known.head) { continue }
      best = (index, head)
    }
    return best?.index
  }

  private func runningJobs(of type: String) throws(StoreError) -> Int {
    statements.runningOfType.bind(1, type)
    return try first(statements.runningOfType) { row throws(StoreError) in row.int(0) } ?? 0
  }

  /// The first `limit` ready jobs of each type and priority that may start.
  private func candidates(
    _ free: [String: Int], _ request: ClaimRequest, limit: Int, onlyManual: Bool, _ now: Timestamp
  ) throws(StoreError) -> [[Candidate]] {
    var queues: [[Candidate]] = []
    for (type, places) in free where places > 0 {
      for priority in JobPriority.allCases where !onlyManual || NewJob.isManualRefresh(type, priority) {
        statements.claimCandidates.bind(1, type)
        statements.claimCandidates.bind(2, priority.rawValue)
        statements.claimCandidates.bind(3, min(limit, places))
        let queue = try all(statements.claimCandidates) { row throws(StoreError) in
          Candidate(
            type: type, priority: priority, turn: row.int64(0), seq: row.int64(1),
            level: priority.aged(waited: now.seconds(since: row.time(2)), ageingSeconds: request.ageingSeconds))
        }
        if !queue.isEmpty { queues.append(queue) }
      }
    }
    return queues
  }

  private mutating func start(
    _ candidate: Candidate, _ request: ClaimRequest, now: Timestamp
  ) throws(StoreError) -> ClaimedJob? {
    let token = ids.next(now: now)
    let statement = statements.startAttempt
    statement.bind(1, candidate.seq)
    statement.bind(2, token)
    statement.bind(3, request.boot)
    statement.bind(4, now)
    statement.bind(5, request.worker)
    let started = try first(statement) { row throws(StoreError) in
      (job: try Job(row: row), exclusiveKey: row.optionalText(Job.columnCount))
    }
    guard let (job, exclusiveKey) = started else { return nil }
    if let exclusiveKey { try closeLane(exclusiveKey) }
    try passTurn(candidate.turn)
    note(job.subject, from: .pending, to: .processing, .jobStarted)
    return ClaimedJob(
      job: job, project: try job.projectID.flatMap { id throws(StoreError) in try project(id) }, token: token,
      history: try job.projectID.flatMap { id throws(StoreError) in try historyMark(of: id) })
  }

  mutating func write(_ progress: JobProgress, of id: JobID, _ token: AttemptToken) throws(StoreError) {
    let statement = statements.progress
    statement.bind(1, id)
    statement.bind(2, token)
    statement.bind(3, progress.fraction)
    statement.bind(4, progress.stage)
    statement.bind(5, progress.message)
    statement.bind(6, progress.current)
    statement.bind(7, progress.total)
    let subject = try first(statement) { row throws(StoreError) in try EventSubject(row: row) }
    if let subject {
      note(.jobProgress, subject, status: .processing, detail: EventDetail.progress(progress))
    }
  }

  /// The job whose running attempt has this token.
  private func attempt(_ id: JobID, _ token: AttemptToken) throws(StoreError) -> Result<JobState, StoreRejection> {
    guard let job = try jobState(id) else { return .failure(.jobNotFound(id)) }
    return job.token == token ? .success(job) : .failure(.staleAttempt(id))
  }

  mutating func complete(
    _ id: JobID, _ token: AttemptToken, _ output: JobOutput, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    let statement = statements.complete
    statement.bind(1, id)
    statement.bind(2, now)
    statement.bind(3, output.result)
    statement.bind(4, token)
    // The common end pays for one statement; only a refused one asks why.
    let ended = try first(statement) { row throws(StoreError) in
      (subject: try EventSubject(row: row), seq: row.int64(5), exclusiveKey: row.optionalText(6))
    }
    guard let ended else { return .failure(try jobState(id) == nil ? .jobNotFound(id) : .staleAttempt(id)) }
    if let update = output.projectUpdate { try write(update, job: ended.seq, userID: ended.subject.userID, now: now) }
    note(ended.subject, from: .processing, to: .completed, .jobCompleted)
    if let key = ended.exclusiveKey { try openLane(key) }
    try self.ended(ended.seq)
    return .success(.done)
  }

  mutating func fail(
    _ id: JobID, _ token: AttemptToken, _ error: JobError, _ terms: RetryTerms?, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch try attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let job):
      let outcome: AttemptRecord.Outcome = error.kind == JobError.timeoutKind ? .timedOut : .failed
      guard let terms, error.isRetryable, job.retryCount < job.maxRetries, !job.cancelRequested else {
        try record(job, outcome, error, now: now)
        try failForGood(job, error, now: now)
        return .success(.failed(retryAt: nil))
      }
      let retryAt = terms.time(ofRetry: job.retryCount, now: now)
      try record(job, outcome, error, retryAt: retryAt, now: now)
      try putBack(job, at: retryAt, error, isRetry: true, now: now)
      try moved(
        job, to: .pending, .jobRetrying,
        detail: EventDetail.retry(error, at: retryAt, retryCount: job.retryCount + 1))
      return .success(.failed(retryAt: retryAt))
    }
  }

  /// Fails a job, whether or not it ever ran.
  mutating func failForGood(_ job: JobState, _ error: JobError, now: Timestamp) throws(StoreError) {
    statements.fail.bind(1, job.seq)
    statements.fail.bind(2, now)
    statements.fail.bind(error, from: 3)
    try run(statements.fail)
    try moved(job, to: .failed, .jobFailed, detail: EventDetail.error(error))
  }

  mutating func finishCancelled(
    _ id: JobID, _ token: AttemptToken, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch try attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let job):
      try record(job, .cancelled, nil, now: now)
      try cancel(job, now: now)
      return .success(.done)
    }
  }

  mutating func release(
    _ id: JobID, _ token: AttemptToken, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch try attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let job):
      if try !cancelStopped(job, .interrupted, now: now) {
        try record(job, .interrupted, nil, now: now)
        try putBack(job, at: job.runAt, nil, isRetry: false, now: now)
        try moved(job, to: .pending, .jobRequeued, detail: EventDetail.reason("interrupted"))
      }
      return .success(.done)
    }
  }

  mutating func abandon(
    _ id: JobID, _ token: AttemptToken, _ terms: CrashTerms, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch try attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let job):
      _ = try crashed(job, terms, now: now)
      return .success(.done)
    }
  }

  /// Abandons what a dead daemon was running.
  mutating func recover(_ terms: CrashTerms, now: Timestamp) throws(StoreError) -> StoreOutcome {
    let left = try all(statements.processing) { row throws(StoreError) in try JobState(row: row) }
    var recovered: [JobID] = []
    var setAside: [JobID] = []
    for job in left {
      switch try crashed(job, terms, now: now) {
      case .pending: recovered.append(job.id)
      case .failed: setAside.append(job.id)
      case .processing, .completed, .cancelled: break
      }
    }
    return .recovered(recovered, setAside: setAside)
  }

  /// Ends an attempt whose worker is gone; gives the job's new status.
  private mutating func crashed(
    _ job: JobState, _ terms: CrashTerms, now: Timestamp
  ) throws(StoreError) -> JobStatus {
    if try cancelStopped(job, .crashed, now: now) { return .cancelled }
    let count = job.crashCount + 1
    statements.setCrashCount.bind(1, job.seq)
    statements.setCrashCount.bind(2, count)
    try run(statements.setCrashCount)
    guard count < terms.maximum else {
      let error = JobError.workerCrashed(count)
      try record(job, .crashed, error, now: now)
      try failForGood(job, error, now: now)
      return .failed
    }
    let retryAt = terms.time(afterCrash: count, now: now)
    try record(job, .crashed, nil, retryAt: retryAt, now: now)
    try putBack(job, at: retryAt ?? job.runAt, nil, isRetry: false, now: now)
    try moved(job, to: .pending, .jobRequeued, detail: EventDetail.reason("crashed"))
    return .pending
  }

  /// A job that was asked to stop has stopped, whatever ended its attempt. True if it was.
  private mutating func cancelStopped(
    _ job: JobState, _ outcome: AttemptRecord.Outcome, now: Timestamp
  ) throws(StoreError) -> Bool {
    guard job.cancelRequested else { return false }
    try record(job, outcome, nil, now: now)
    try cancel(job, now: now)
    return true
  }

  /// Makes a job pending again. Its turn stays what it was, unless it has to wait for its time.
  ///
  /// The lane counts the job as running until the statement has run, so it is parked by it; `moved` then lets the first
  /// of the lane go, which may be this one.
  private mutating func putBack(
    _ job: JobState, at runAt: Timestamp, _ error: JobError?, isRetry: Bool, now: Timestamp
  ) throws(StoreError) {
    var job = job
    job.runAt = runAt
    let statement = statements.putBack
    statement.bind(1, job.seq)
    statement.bind(2, try assignGate(job, now: now).rawValue)
    statement.bind(3, runAt)
    statement.bind(4, isRetry ? 1 : 0)
    statement.bind(error, from: 5)
    try run(statement)
  }

  /// Adds an attempt that did not complete its job to the history.
  private func record(
    _ job: JobState, _ outcome: AttemptRecord.Outcome, _ error: JobError?, retryAt: Timestamp? = nil, now: Timestamp
  ) throws(StoreError) {
    let statement = statements.insertAttempt
    statement.bind(1, job.seq)
    statement.bind(2, job.attempt)
    statement.bind(3, job.startedAt ?? now)
    statement.bind(4, now)
    statement.bind(5, outcome.rawValue)
    statement.bind(6, job.worker)
    statement.bind(7, retryAt?.milliseconds)
    statement.bind(error, from: 8)
    try run(statement)
    if job.attempt > Self.attemptsKept {
      statements.dropAttempts.bind(1, job.seq)
      statements.dropAttempts.bind(2, job.attempt - Self.attemptsKept)
      try run(statements.dropAttempts)
    }
  }

  /// Attempts in the history of one job; older ones are forgotten.
  static let attemptsKept = 100
}

extension EventSubject {
  /// The columns that `init(row:)` reads, in its order.
  static let columns = "id, type, project_id, user_id, attempt"

  init(row: Statement) throws(StoreError) {
    guard let id = row.id(0) else { throw .unknownValues(table: "jobs") }
    self.init(id: id, type: row.text(1), projectID: row.id(2), userID: row.text(3), attempt: row.int(4))
  }
}
