import JobModel
import SQLite

/// Claims, and the reports of attempts. Every report must hold the token of the attempt that runs now.
extension SQLiteStore {
  private struct Candidate {
    var priority: Int
    var seq: Int64
  }

  mutating func claim(_ request: ClaimRequest, now: Timestamp) throws(StoreError) -> [ClaimedJob] {
    var claimed: [ClaimedJob] = []
    search: while claimed.count < request.limit {
      for candidate in try candidates(request.types, limit: request.limit - claimed.count) {
        // Parked a moment ago, when a job of the same lane started: what comes next must be looked up again.
        guard let job = try start(candidate, boot: request.boot, now: now) else { continue search }
        claimed.append(job)
      }
      break
    }
    return claimed
  }

  /// The `limit` most urgent ready jobs of all these types together.
  private func candidates(_ types: [String], limit: Int) throws(StoreError) -> ArraySlice<Candidate> {
    var found: [Candidate] = []
    for (index, type) in types.enumerated() where !types[..<index].contains(type) {
      statements.claimCandidates.bind(1, type)
      statements.claimCandidates.bind(2, limit)
      found += try all(statements.claimCandidates) { row throws(StoreError) in
        Candidate(priority: row.int(0), seq: row.int64(1))
      }
    }
    found.sort { ($1.priority, $0.seq) < ($0.priority, $1.seq) }
    return found.prefix(limit)
  }

  private mutating func start(_ candidate: Candidate, boot: BootID, now: Timestamp) throws(StoreError) -> ClaimedJob? {
    let token = ids.next(now: now)
    let statement = statements.startAttempt
    statement.bind(1, candidate.seq)
    statement.bind(2, token)
    statement.bind(3, boot)
    statement.bind(4, now)
    let started = try first(statement) { row throws(StoreError) in
      (job: try Job(row: row), exclusiveKey: row.optionalText(Job.columnCount))
    }
    guard let (job, exclusiveKey) = started else { return nil }
    if let exclusiveKey { try closeLane(exclusiveKey) }
    note(job.id, from: .pending, to: .processing)
    return ClaimedJob(
      job: job, project: try job.projectID.flatMap { id throws(StoreError) in try project(id) }, token: token)
  }

  func write(_ progress: JobProgress, of id: JobID, _ token: AttemptToken) throws(StoreError) {
    let statement = statements.progress
    statement.bind(1, id)
    statement.bind(2, token)
    statement.bind(3, progress.fraction)
    statement.bind(4, progress.stage)
    statement.bind(5, progress.message)
    statement.bind(6, progress.current)
    statement.bind(7, progress.total)
    try run(statement)
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
    guard let exclusiveKey = try first(statement, { row throws(StoreError) in row.optionalText(0) }) else {
      return .failure(try jobState(id) == nil ? .jobNotFound(id) : .staleAttempt(id))
    }
    if let update = output.projectUpdate { try write(update, now: now) }
    note(id, from: .processing, to: .completed)
    if let exclusiveKey { try openLane(exclusiveKey) }
    return .success(.done)
  }

  mutating func fail(
    _ id: JobID, _ token: AttemptToken, _ error: JobError, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch try attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let job):
      let statement = statements.fail
      statement.bind(1, job.seq)
      statement.bind(2, now)
      statement.bind(3, error.kind)
      statement.bind(4, error.message)
      statement.bind(5, error.step)
      statement.bind(6, error.exitCode.map { Int64($0) })
      statement.bind(7, error.stderrTail)
      statement.bind(8, error.isRetryable)
      try run(statement)
      try moved(job, to: .failed)
      return .success(.done)
    }
  }

  mutating func finishCancelled(
    _ id: JobID, _ token: AttemptToken, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    switch try attempt(id, token) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let job):
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
      _ = try giveBack(job, now: now)
      return .success(.done)
    }
  }

  /// Puts back what a dead daemon was running.
  mutating func recover(now: Timestamp) throws(StoreError) -> [JobID] {
    let left = try all(statements.processing) { row throws(StoreError) in try JobState(row: row) }
    var recovered: [JobID] = []
    for job in left where try giveBack(job, now: now) { recovered.append(job.id) }
    return recovered
  }

  /// Makes a job pending again whose attempt ended without a result; one that was asked to stop is cancelled instead,
  /// since it has stopped. True when it is pending.
  private mutating func giveBack(_ job: JobState, now: Timestamp) throws(StoreError) -> Bool {
    if job.cancelRequested {
      try cancel(job, now: now)
      return false
    }
    // The lane counts this job as running until the statement has run, so it is parked by it; `moved` then lets the
    // most urgent of the lane go, which may be this one.
    statements.putBack.bind(1, job.seq)
    statements.putBack.bind(2, try gate(job, now: now).rawValue)
    try run(statements.putBack)
    try moved(job, to: .pending)
    return true
  }
}
