import JobModel
import SQLite

/// Projects, their refreshes, and the documents that refreshes leave.
extension SQLiteStore {
  mutating func createProject(
    _ new: NewProject, userID: String, limit: RateLimit?, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let known = try project(source: new.source) { return .success(.project(known, created: false)) }
    if let refusal = try use(limit, by: userID, now: now) { return .failure(refusal) }
    return .success(.project(try insert(new, userID: userID, now: now), created: true))
  }

  mutating func updateProject(
    _ change: ProjectChange, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    let statement = statements.changeProject
    statement.bind(1, change.projectID)
    statement.bind(2, change.name)
    statement.bind(3, change.isWatched.map { $0 ? 1 : 0 } as Int64?)
    statement.bind(4, now)
    try run(statement)
    guard connection.changes == 1, let project = try project(change.projectID) else {
      return .failure(.projectNotFound(change.projectID))
    }
    note(
      .projectUpdated, project: project.id,
      detail: EventDetail.update(ProjectUpdate(projectID: project.id, head: project.head, branch: project.branch)))
    return .success(.project(project, created: false))
  }

  private func project(source: String) throws(StoreError) -> Project? {
    statements.projectBySource.bind(1, source)
    return try first(statements.projectBySource) { row throws(StoreError) in try Project(row: row) }
  }

  private mutating func insert(_ new: NewProject, userID: String, now: Timestamp) throws(StoreError) -> Project {
    let project = Project(
      id: ids.next(now: now), source: new.source, kind: new.kind, name: new.name, planPath: new.planPath,
      createdAt: now, updatedAt: now)
    let statement = statements.insertProject
    statement.bind(1, project.id)
    statement.bind(2, project.source)
    statement.bind(3, project.kind.rawValue)
    statement.bind(4, project.name)
    statement.bind(5, project.planPath)
    statement.bind(6, now)
    try run(statement)
    note(.projectCreated, project: project.id, user: userID, detail: EventDetail.project(project))
    return project
  }

  mutating func refreshProject(
    _ request: RefreshRequest, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    var job = request.job
    let known: Project?
    switch request.target {
    case .project(let id):
      known = try project(id)
      if known == nil { return .failure(.projectNotFound(id)) }
    case .source(let new): known = try project(source: new.source)
    }
    // Before the project is added: a refused command must leave nothing behind.
    if let found = try jobWithIdempotencyKey(of: job) {
      guard let known, found.type == job.type, found.projectID == known.id else {
        return .failure(.idempotencyConflict(found.id))
      }
      return .success(.refresh(found.id, known, found.status, .joined))
    }
    if let known, let waiting = try waitingJob(of: known.id, type: job.type) {
      try raise(waiting, to: job, now: now)
      // Who asks for more than a plain refresh gets it from the one that waits.
      if job.payload != NewJob.emptyPayload {
        statements.setPayload.bind(1, waiting.seq)
        statements.setPayload.bind(2, job.payload)
        try run(statements.setPayload)
      }
      return .success(.refresh(waiting.id, known, .pending, .joined))
    }
    if let refusal = try use(job.rateLimit, by: job.userID, now: now) { return .failure(refusal) }
    let target: Project
    switch (known, request.target) {
    case (let known?, _): target = known
    case (nil, .source(let new)): target = try insert(new, userID: job.userID, now: now)
    case (nil, .project(let id)): return .failure(.projectNotFound(id))
    }
    job.projectID = target.id
    let lane = NewJob.exclusiveKey(of: target.id)
    job.exclusiveKey = lane
    let isRunning = try typeRunning(inLane: lane) == job.type
    let id = try insert(job, now: now)
    return .success(.refresh(id, target, .pending, isRunning ? .queuedBehind : .created))
  }

  /// The pending job of that type that will run first, whatever it waits for.
  func waitingJob(of project: ProjectID, type: String) throws(StoreError) -> JobState? {
    let lane = NewJob.exclusiveKey(of: project)
    for gate in [Gate.ready, .parked, .scheduled, .blocked] {
      for priority in JobPriority.allCases.reversed() {
        statements.waitingInLane.bind(1, lane)
        statements.waitingInLane.bind(2, gate.rawValue)
        statements.waitingInLane.bind(3, type)
        statements.waitingInLane.bind(4, priority.rawValue)
        let waiting = try first(statements.waitingInLane) { row throws(StoreError) in try JobState(row: row) }
        if let waiting { return waiting }
      }
    }
    return nil
  }

  func exists(_ project: ProjectID) throws(StoreError) -> Bool {
    statements.projectExists.bind(1, project)
    return try first(statements.projectExists) { row throws(StoreError) in true } ?? false
  }

  mutating func write(_ update: ProjectUpdate, job: Int64, userID: String, now: Timestamp) throws(StoreError) {
    if update.plan != nil || update.isUnchanged { try recordFigures(of: update, job: job) }
    let statement = statements.updateProject
    statement.bind(1, update.projectID)
    statement.bind(2, update.head)
    statement.bind(3, update.branch)
    statement.bind(4, now)
    statement.bind(5, update.plan?.brief)
    statement.bind(6, update.skills?.brief)
    statement.bind(7, update.plan?.reading)
    statement.bind(8, update.skills?.reading)
    try run(statement)
    // A project that was deleted while its job ran has no row, and its documents would have no parent.
    guard connection.changes == 1 else { return }
    note(.projectUpdated, project: update.projectID, detail: EventDetail.update(update))
    if let history = update.history { try write(history, of: update.projectID, now: now) }
    if let plan = update.plan { try replace(.plan, of: update.projectID, with: plan) }
    if let skills = update.skills {
      try replace(.skills, of: update.projectID, with: skills)
      try write(update.sightings, of: update, userID: userID, now: now)
    }
  }

  /// Keeps what a refresh changed, for `getRefreshHistory`.
  private func recordFigures(of update: ProjectUpdate, job: Int64) throws(StoreError) {
    let before = try project(update.projectID)?.progress
    statements.insertRefreshRun.bind(1, job)
    statements.insertRefreshRun.bind(2, before)
    statements.insertRefreshRun.bind(3, update.isUnchanged ? before : update.plan?.brief)
    try run(statements.insertRefreshRun)
  }

  private func replace(
    _ kind: DocumentKind, of project: ProjectID, with document: ProjectUpdate.Document
  ) throws(StoreError) {
    statements.storeDocument.bind(1, project)
    statements.storeDocument.bind(2, kind.rawValue)
    statements.storeDocument.bind(3, document.summary)
    try run(statements.storeDocument)
    for (ordinal, item) in document.items.enumerated() {
      statements.storeItem.bind(1, project)
      statements.storeItem.bind(2, kind.rawValue)
      statements.storeItem.bind(3, ordinal)
      statements.storeItem.bind(4, item)
      try run(statements.storeItem)
    }
    statements.dropItems.bind(1, project)
    statements.dropItems.bind(2, kind.rawValue)
    statements.dropItems.bind(3, document.items.count)
    try run(statements.dropItems)
  }
}
