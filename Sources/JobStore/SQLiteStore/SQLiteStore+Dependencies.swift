import JobModel
import SQLite

/// Jobs that wait for jobs, and jobs that have waited too long.
extension SQLiteStore {
  func hasOpenDependency(_ child: Int64) throws(StoreError) -> Bool {
    statements.anyDependency.bind(1, child)
    return try first(statements.anyDependency) { row throws(StoreError) in true } ?? false
  }

  /// The places of the jobs that a new job has to wait for.
  func openParents(of job: NewJob) throws(StoreError) -> Result<[Int64], StoreRejection> {
    var open: [Int64] = []
    for id in job.dependsOn {
      guard let parent = try jobState(id) else { return .failure(.dependencyNotFound(id)) }
      switch parent.status {
      case .completed: continue
      case .failed, .cancelled: return .failure(.dependencyFailed(id, parent.status))
      case .pending, .processing: if !open.contains(parent.seq) { open.append(parent.seq) }
      }
    }
    return .success(open)
  }

  func insertDependencies(of child: Int64, on parents: [Int64]) throws(StoreError) {
    for parent in parents {
      statements.insertDependency.bind(1, child)
      statements.insertDependency.bind(2, parent)
      try run(statements.insertDependency)
    }
  }

  /// Forgets the parents of a job that completed meanwhile; refuses when one of the others has failed.
  func renewDependencies(of job: JobState) throws(StoreError) -> StoreRejection? {
    statements.parents.bind(1, job.seq)
    let parents = try all(statements.parents) { row throws(StoreError) in try JobState(row: row) }
    if let failed = parents.first(where: { $0.status == .failed || $0.status == .cancelled }) {
      return .dependencyFailed(failed.id, failed.status)
    }
    for parent in parents where parent.status == .completed { try deleteDependency(of: job.seq, on: parent.seq) }
    return nil
  }

  /// A job has ended for good: whoever waits for it is told in this transaction or the next ones.
  mutating func ended(_ seq: Int64) throws(StoreError) {
    statements.anyDependent.bind(1, seq)
    guard try first(statements.anyDependent, { row throws(StoreError) in true }) != nil else { return }
    statements.insertSettling.bind(1, seq)
    try run(statements.insertSettling)
    batch.hasSettling = true
  }

  /// Tells the children of jobs that have ended, as many as this transaction may.
  mutating func settle(now: Timestamp) throws(StoreError) {
    batch.hasSettling = false
    while batch.stepsLeft > 0,
      let (seq, told) = try first(
        statements.nextSettling, { row throws(StoreError) in (seq: row.int64(0), told: row.int64(1)) })
    {
      statements.jobStateBySeq.bind(1, seq)
      let parent = try first(statements.jobStateBySeq) { row throws(StoreError) in try JobState(row: row) }
      guard let parent, parent.status.isFinal else {
        // Retried by hand before everybody was told: they wait again.
        try endSettling(seq)
        continue
      }
      statements.dependents.bind(1, seq)
      statements.dependents.bind(2, told)
      statements.dependents.bind(3, batch.stepsLeft)
      let limit = batch.stepsLeft
      let children = try all(statements.dependents) { row throws(StoreError) in try JobState(row: row) }
      batch.stepsLeft -= children.count
      for child in children { try tell(child, of: parent, now: now) }
      if children.count < limit {
        try endSettling(seq)
      } else if let last = children.last {
        statements.setSettling.bind(1, seq)
        statements.setSettling.bind(2, last.seq)
        try run(statements.setSettling)
      }
    }
  }

  private mutating func tell(_ child: JobState, of parent: JobState, now: Timestamp) throws(StoreError) {
    if parent.status == .completed {
      try deleteDependency(of: child.seq, on: parent.seq)
      guard child.gate == .blocked, try !hasOpenDependency(child.seq) else { return }
      statements.startWait.bind(1, child.seq)
      statements.startWait.bind(2, now)
      try run(statements.startWait)
      try reopen(child, now: now)
    } else if child.gate == .blocked {
      try failForGood(child, .dependencyFailed(parent.id, parent.status), now: now)
    }
  }

  private func deleteDependency(of child: Int64, on parent: Int64) throws(StoreError) {
    statements.deleteDependency.bind(1, child)
    statements.deleteDependency.bind(2, parent)
    try run(statements.deleteDependency)
  }

  private func endSettling(_ seq: Int64) throws(StoreError) {
    statements.deleteSettling.bind(1, seq)
    try run(statements.deleteSettling)
  }

  /// Fails the jobs that have not started in their time.
  mutating func expire(now: Timestamp) throws(StoreError) {
    guard batch.stepsLeft > 0 else { return }
    statements.expired.bind(1, now)
    statements.expired.bind(2, batch.stepsLeft)
    let late = try all(statements.expired) { row throws(StoreError) in try JobState(row: row) }
    batch.stepsLeft -= late.count
    for job in late { try failForGood(job, .queueTimeout, now: now) }
    if batch.hasSettling { try settle(now: now) }
  }
}
