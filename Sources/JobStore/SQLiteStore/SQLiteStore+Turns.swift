import JobModel
import SQLite

/// Whose turn it is among jobs of one priority; see the `turns` table.
extension SQLiteStore {
  /// All jobs of one project and priority, or of no project.
  struct Flow: Hashable {
    var projectID: ProjectID?
    var priority: JobPriority
  }

  /// The turn of a job that becomes ready now.
  mutating func takeTurn(_ projectID: ProjectID?, _ priority: JobPriority) throws(StoreError) -> Int64 {
    let flow = Flow(projectID: projectID, priority: priority)
    let last: Int64
    if let known = batch.turns[flow] {
      last = known
    } else {
      bind(flow, to: statements.turn)
      last = try first(statements.turn) { row throws(StoreError) in row.int64(0) } ?? 0
    }
    let turn = max(try claimedTurn(), last) + 1
    batch.turns[flow] = turn
    return turn
  }

  /// A job with that turn was claimed.
  mutating func passTurn(_ turn: Int64) throws(StoreError) {
    if turn > (try claimedTurn()) {
      batch.claimedTurn = turn
      batch.hasPassedTurn = true
    }
  }

  private mutating func claimedTurn() throws(StoreError) -> Int64 {
    if let known = batch.claimedTurn { return known }
    let stored = try first(statements.claimedTurn) { row throws(StoreError) in row.int64(0) } ?? 0
    batch.claimedTurn = stored
    return stored
  }

  /// One write for each project that the batch touched, and one for all jobs without a project.
  func writeTurns() throws(StoreError) {
    for (flow, turn) in batch.turns {
      bind(flow, to: statements.setTurn)
      statements.setTurn.bind(3, turn)
      try run(statements.setTurn)
    }
    if batch.hasPassedTurn, let turn = batch.claimedTurn {
      statements.setClaimedTurn.bind(1, turn)
      try run(statements.setClaimedTurn)
    }
  }

  private func bind(_ flow: Flow, to statement: Statement) {
    if let project = flow.projectID { statement.bind(1, project) } else { statement.bind(1, [UInt8]()) }
    statement.bind(2, flow.priority.rawValue)
  }
}
