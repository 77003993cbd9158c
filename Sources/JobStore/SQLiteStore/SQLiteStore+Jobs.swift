import JobModel
import SQLite

/// Commands that clients send about jobs.
extension SQLiteStore {
  mutating func createJob(
    _ job: NewJob, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let key = job.idempotencyKey, let found = try jobWithIdempotencyKey(key, of: job) { return found }
    if let key = job.uniqueKey {
      statements.liveJobByUniqueKey.bind(1, key)
      if let (id, status) = try first(statements.liveJobByUniqueKey, { row throws(StoreError) in try Self.found(row) })
      {
        return .success(.jobCreated(id, status, .joined))
      }
    }
    if let projectID = job.projectID, try project(projectID) == nil {
      return .failure(.projectNotFound(projectID))
    }
    // A second pending refresh of one project would be the same work twice; the constraint would refuse it as well.
    if job.type == "refresh", job.runAt.map({ $0 <= now }) ?? true, let projectID = job.projectID,
      let waiting = try waitingRefresh(of: projectID)
    {
      return .success(.jobCreated(waiting, .pending, .joined))
    }
    return .success(.jobCreated(try insert(job, now: now), .pending, .created))
  }

  private mutating func jobWithIdempotencyKey(
    _ key: String, of job: NewJob
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection>? {
    let statement = statements.jobByIdempotencyKey
    statement.bind(1, job.userID)
    statement.bind(2, key)
    let found = try first(statement) { row throws(StoreError) in
      let (id, status) = try Self.found(row)
      return (id: id, status: status, isSame: row.text(2) == job.type && row.id(3) == job.projectID)
    }
    guard let found else { return nil }
    return found.isSame
      ? .success(.jobCreated(found.id, found.status, .existing)) : .failure(.idempotencyConflict(found.id))
  }

  private static func found(_ row: Statement) throws(StoreError) -> (JobID, JobStatus) {
    guard let id = row.id(0), let status = JobStatus(rawValue: row.text(1)) else {
      throw StoreError(.corrupt, "A row of the jobs table holds values that no Gantry writes. Restore a backup.")
    }
    return (id, status)
  }

  func waitingRefresh(of project: ProjectID) throws(StoreError) -> JobID? {
    statements.waitingRefresh.bind(1, project)
    return try first(statements.waitingRefresh) { row throws(StoreError) in row.id(0) } ?? nil
  }

  mutating func insert(_ job: NewJob, now: Timestamp) throws(StoreError) -> JobID {
    let id = ids.next(now: now)
    let runAt = job.runAt ?? now
    let statement = statements.insertJob
    statement.bind(1, id)
    statement.bind(2, job.type)
    statement.bind(3, job.projectID)
    statement.bind(4, job.userID)
    statement.bind(5, job.priority.rawValue)
    statement.bind(6, now)
    statement.bind(7, runAt)
    statement.bind(8, runAt > now)
    statement.bind(9, job.maxRetries)
    statement.bind(10, job.idempotencyKey)
    statement.bind(11, job.uniqueKey)
    statement.bind(12, job.exclusiveKey)
    statement.bind(13, job.payload)
    try run(statement)
    note(id, from: nil, to: .pending)
    return id
  }

  mutating func cancelJob(_ id: JobID, now: Timestamp) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    guard let job = try job(id) else { return .failure(.jobNotFound(id)) }
    switch job.status {
    case .pending:
      try cancel(id, from: .pending, now: now)
      return .success(.cancelled(id, .cancelled, requested: false))
    case .processing:
      statements.requestCancel.bind(1, id)
      try run(statements.requestCancel)
      return .success(.cancelled(id, .processing, requested: true))
    case .cancelled:
      // Asking twice is not a mistake: the first answer may have been lost.
      return .success(.cancelled(id, .cancelled, requested: false))
    case .completed, .failed:
      return .failure(.invalidState(id, current: job.status, allowed: [.pending, .processing]))
    }
  }

  mutating func cancel(_ id: JobID, from status: JobStatus, now: Timestamp) throws(StoreError) {
    statements.cancel.bind(1, id)
    statements.cancel.bind(2, now)
    try run(statements.cancel)
    note(id, from: status, to: .cancelled)
  }

  mutating func retryJob(
    _ id: JobID, force: Bool, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    guard let job = try job(id) else { return .failure(.jobNotFound(id)) }
    guard job.status == .failed else {
      return .failure(.invalidState(id, current: job.status, allowed: [.failed]))
    }
    guard force || job.retryCount < job.maxRetries else {
      return .failure(.retriesExhausted(id, retryCount: job.retryCount, maxRetries: job.maxRetries))
    }
    if let other = try liveJobSharingUniqueKey(with: id) { return .failure(.duplicateJob(id, live: other)) }
    statements.retry.bind(1, id)
    statements.retry.bind(2, now)
    try run(statements.retry)
    note(id, from: .failed, to: .pending)
    return .success(.retried(id, retryCount: job.retryCount + 1))
  }

  private func liveJobSharingUniqueKey(with id: JobID) throws(StoreError) -> JobID? {
    statements.uniqueKeyOfJob.bind(1, id)
    guard let key = try first(statements.uniqueKeyOfJob, { row throws(StoreError) in row.optionalText(0) }) ?? nil
    else {
      return nil
    }
    statements.liveJobByUniqueKey.bind(1, key)
    return try first(statements.liveJobByUniqueKey) { row throws(StoreError) in row.id(0) } ?? nil
  }
}
