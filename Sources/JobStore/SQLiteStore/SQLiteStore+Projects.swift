import JobModel
import SQLite

/// Projects, their refreshes, and the documents that refreshes leave.
extension SQLiteStore {
  mutating func createProject(_ new: NewProject, now: Timestamp) throws(StoreError) -> StoreOutcome {
    let (project, created) = try findOrInsert(new, now: now)
    return .project(project, created: created)
  }

  private mutating func findOrInsert(
    _ new: NewProject, now: Timestamp
  ) throws(StoreError) -> (Project, created: Bool) {
    statements.projectBySource.bind(1, new.source)
    let found = try first(statements.projectBySource) { row throws(StoreError) in try Project(row: row) }
    if let found { return (found, false) }
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
    return (project, true)
  }

  mutating func refreshProject(
    _ request: RefreshRequest, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    let target: Project
    switch request.target {
    case .project(let id):
      guard let found = try project(id) else { return .failure(.projectNotFound(id)) }
      target = found
    case .source(let new): target = try findOrInsert(new, now: now).0
    }
    if let waiting = try waitingRefresh(of: target.id) {
      return .success(.refresh(waiting, target, .pending, .joined))
    }
    var job = request.job
    job.projectID = target.id
    job.exclusiveKey = "project:\(target.id)"
    statements.runningRefresh.bind(1, job.exclusiveKey)
    let isRunning = try first(statements.runningRefresh) { row throws(StoreError) in true } ?? false
    let id = try insert(job, now: now)
    return .success(.refresh(id, target, .pending, isRunning ? .queuedBehind : .created))
  }

  func write(_ update: ProjectUpdate, now: Timestamp) throws(StoreError) {
    let statement = statements.updateProject
    statement.bind(1, update.projectID)
    statement.bind(2, update.head)
    statement.bind(3, update.branch)
    statement.bind(4, now)
    statement.bind(5, update.plan?.brief)
    statement.bind(6, update.skills?.brief)
    try run(statement)
    // A project that was deleted while its job ran has no row, and its documents would have no parent.
    guard connection.changes == 1 else { return }
    if let plan = update.plan { try replace(.plan, of: update.projectID, with: plan) }
    if let skills = update.skills { try replace(.skills, of: update.projectID, with: skills) }
  }

  private func replace(
    _ kind: DocumentKind, of project: ProjectID, with document: ProjectUpdate.Document
  ) throws(StoreError) {
    statements.deleteDocument.bind(1, project)
    statements.deleteDocument.bind(2, kind.rawValue)
    try run(statements.deleteDocument)
    statements.insertDocument.bind(1, project)
    statements.insertDocument.bind(2, kind.rawValue)
    statements.insertDocument.bind(3, document.summary)
    try run(statements.insertDocument)
    for (ordinal, item) in document.items.enumerated() {
      statements.insertItem.bind(1, project)
      statements.insertItem.bind(2, kind.rawValue)
      statements.insertItem.bind(3, ordinal)
      statements.insertItem.bind(4, item)
      try run(statements.insertItem)
    }
  }
}
