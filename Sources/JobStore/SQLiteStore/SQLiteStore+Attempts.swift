import JobModel
import SQLite

/// Claims, and the reports of attempts. Every report must hold the token of the attempt that runs now.
extension SQLiteStore {
  private struct Candidate {
    var seq: Int64
    var id: JobID
    var priority: Int
    var exclusiveKey: String?
  }

  mutating func claim(_ request: ClaimRequest, now: Timestamp) throws(StoreError) -> [ClaimedJob] {
    statements.becomeDue.bind(1, now)
    try run(statements.becomeDue)
    var claimed: [ClaimedJob] = []
    while claimed.count < request.limit {
      let wanted = request.limit - claimed.count
      let candidates = try candidates(request.types, limit: wanted)
      var keys: Set<String> = []
      var hasSkipped = false
      for candidate in candidates.prefix(wanted) {
        // Two jobs that exclude each other may both be ready; the second waits for the next look, which leaves it out.
        if let key = candidate.exclusiveKey, !keys.insert(key).inserted {
          hasSkipped = true
          continue
        }
        claimed.append(try start(candidate, boot: request.boot, now: now))
      }
      if !hasSkipped { break }
    }
    return claimed
  }

  /// Ready jobs of the given types that nothing excludes, most urgent first, then oldest; each type from its own index
  /// range, so jobs of types without a handler are never walked over.
  private func candidates(_ types: [String], limit: Int) throws(StoreError) -> [Candidate] {
    var all: [Candidate] = []
    for type in types {
      statements.claimCandidates.bind(1, type)
      statements.claimCandidates.bind(2, limit)
      all += try JobStore.all(statements.claimCandidates) { row throws(StoreError) in
        guard let id = row.id(1) else { throw StoreError(.corrupt, "A job has no id. Restore a backup.") }
        return Candidate(seq: row.int64(0), id: id, priority: row.int(2), exclusiveKey: row.optionalText(3))
      }
    }
    return all.sorted { ($1.priority, $0.seq) < ($0.priority, $1.seq) }
  }

  private mutating func start(_ candidate: Candidate, boot: BootID, now: Timestamp) throws(StoreError) -> ClaimedJob {
    let token = ids.next(now: now)
    let statement = statements.startAttempt
    statement.bind(1, candidate.seq)
    statement.bind(2, token)
    statement.bind(3, boot)
    statement.bind(4, now)
    guard let job = try first(statement, { row throws(StoreError) in try Job(row: row) }) else {
      throw StoreError(.internalError, "A job vanished while it was claimed. Please report this.")
    }
    note(candidate.id, from: .pending, to: .processing)
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

  /// The refusal that a report gets whose attempt is over; nil when it is the one that runs.
  private func refusal(of id: JobID, _ token: AttemptToken) throws(StoreError) -> StoreRejection? {
    statements.attempt.bind(1, id)
    guard let current = try first(statements.attempt, { row throws(StoreError) in row.id(1) }) else {
      return .jobNotFound(id)
    }
    return current == token ? nil : .staleAttempt(id)
  }

  mutating func complete(
    _ id: JobID, _ token: AttemptToken, _ output: JobOutput, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    statements.complete.bind(1, id)
    statements.complete.bind(2, now)
    statements.complete.bind(3, output.result)
    statements.complete.bind(4, token)
    try run(statements.complete)
    // The common end pays for one statement; only a refused one asks why.
    guard connection.changes == 1 else { return .failure(try refusal(of: id, token) ?? .staleAttempt(id)) }
    if let update = output.projectUpdate { try write(update, now: now) }
    note(id, from: .processing, to: .completed)
    return .success(.done)
  }

  mutating func fail(
    _ id: JobID, _ token: AttemptToken, _ error: JobError, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let refusal = try refusal(of: id, token) { return .failure(refusal) }
    let statement = statements.fail
    statement.bind(1, id)
    statement.bind(2, now)
    statement.bind(3, error.kind)
    statement.bind(4, error.message)
    statement.bind(5, error.step)
    statement.bind(6, error.exitCode.map { Int64($0) })
    statement.bind(7, error.stderrTail)
    statement.bind(8, error.isRetryable)
    try run(statement)
    note(id, from: .processing, to: .failed)
    return .success(.done)
  }

  mutating func finishCancelled(
    _ id: JobID, _ token: AttemptToken, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let refusal = try refusal(of: id, token) { return .failure(refusal) }
    try cancel(id, from: .processing, now: now)
    return .success(.done)
  }

  mutating func release(_ id: JobID, _ token: AttemptToken) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let refusal = try refusal(of: id, token) { return .failure(refusal) }
    try putBack(id)
    return .success(.done)
  }

  private mutating func putBack(_ id: JobID) throws(StoreError) {
    statements.putBack.bind(1, id)
    try run(statements.putBack)
    note(id, from: .processing, to: .pending)
  }

  /// Puts back what a dead daemon was running; a job that was asked to stop is cancelled instead, since its work is gone.
  mutating func recover(now: Timestamp) throws(StoreError) -> [JobID] {
    let left = try JobStore.all(statements.processing) { row throws(StoreError) in (row.id(0), row.bool(1)) }
    var recovered: [JobID] = []
    for case (let id?, let cancelRequested) in left {
      if cancelRequested {
        try cancel(id, from: .processing, now: now)
      } else {
        try putBack(id)
        recovered.append(id)
      }
    }
    return recovered
  }
}
