import JobModel
import SQLite

/// Progress over time.
extension SQLiteStore {
  /// Where the reading of a project's history ended.
  func historyMark(of project: ProjectID) throws(StoreError) -> String? {
    statements.history.mark.bind(1, project)
    return try first(statements.history.mark) { row throws(StoreError) in row.text(0) }
  }

  func write(_ history: HistoryUpdate, of project: ProjectID, now: Timestamp) throws(StoreError) {
    let statements = statements.history
    if history.replacesCommits {
      for statement in [statements.dropCommits, statements.dropTicks] {
        statement.bind(1, project)
        try run(statement)
      }
    }
    for snapshot in history.snapshots { try insert(snapshot, of: project) }
    for event in history.events { try insert(event, of: project) }
    var isLonger = !history.snapshots.isEmpty
    if var found = history.found {
      statements.newest.bind(1, project)
      let newest = try first(statements.newest) { row throws(StoreError) in try ProgressSnapshot(row: row) }
      if !(newest?.isSameProgress(as: found) ?? false) {
        found.at = max(now, newest?.at ?? now)
        try insert(found, of: project)
        isLonger = true
      }
    }
    statements.storeMark.bind(1, project)
    statements.storeMark.bind(2, history.mark)
    statements.storeMark.bind(3, history.report)
    try run(statements.storeMark)
    if isLonger { try trim(statements.trimSnapshots, of: project, to: HistoryUpdate.keptSnapshots) }
    if !history.events.isEmpty { try trim(statements.trimTicks, of: project, to: HistoryUpdate.keptEvents) }
  }

  private func trim(_ statement: Statement, of project: ProjectID, to count: Int) throws(StoreError) {
    statement.bind(1, project)
    statement.bind(2, count)
    try run(statement)
  }

  private func insert(_ snapshot: ProgressSnapshot, of project: ProjectID) throws(StoreError) {
    let statement = statements.history.insertSnapshot
    statement.bind(1, project)
    statement.bind(2, snapshot.at)
    statement.bind(3, snapshot.origin.rawValue)
    statement.bind(4, snapshot.commit?.oid)
    statement.bind(5, snapshot.commit?.author)
    statement.bind(6, snapshot.commit?.email)
    statement.bind(7, snapshot.commit?.authoredAt.milliseconds)
    statement.bind(8, snapshot.commit?.committedAt.milliseconds)
    statement.bind(9, snapshot.planPath)
    statement.bind(10, snapshot.tasksCount)
    statement.bind(11, snapshot.tasksDone)
    statement.bind(12, snapshot.openMarkersCount)
    if let percentage = snapshot.percentage { statement.bind(13, percentage) } else { statement.bindNull(13) }
    try run(statement)
  }

  private func insert(_ event: TickEvent, of project: ProjectID) throws(StoreError) {
    let statement = statements.history.insertTick
    statement.bind(1, project)
    statement.bind(2, event.at)
    statement.bind(3, event.isTick)
    statement.bind(4, event.isNewTask)
    statement.bind(5, event.commit.oid)
    statement.bind(6, event.commit.author)
    statement.bind(7, event.commit.email)
    statement.bind(8, event.commit.authoredAt)
    statement.bind(9, event.commit.committedAt)
    statement.bind(10, event.text)
    statement.bind(11, event.section)
    statement.bind(12, event.line)
    try run(statement)
  }
}

extension SQLiteReader {
  public mutating func historyReport(of project: ProjectID) throws(StoreError) -> String? {
    statements.history.report.bind(1, project)
    return try first(statements.history.report) { row throws(StoreError) in row.text(0) }
  }

  public mutating func snapshots(
    of project: ProjectID, after position: HistoryPosition, limit: Int
  ) throws(StoreError) -> [HistoryRow<ProgressSnapshot>] {
    let statement = statements.history.snapshots
    statement.bind(1, project)
    statement.bind(2, position.at)
    statement.bind(3, position.number)
    statement.bind(4, limit)
    return try all(statement) { row throws(StoreError) in
      let snapshot = try ProgressSnapshot(row: row)
      return HistoryRow(position: HistoryPosition(at: snapshot.at, number: row.int64(12)), content: snapshot)
    }
  }

  public mutating func snapshot(of project: ProjectID, at time: Timestamp) throws(StoreError) -> ProgressSnapshot? {
    let statement = statements.history.snapshotBefore
    statement.bind(1, project)
    statement.bind(2, time)
    return try first(statement) { row throws(StoreError) in try ProgressSnapshot(row: row) }
  }

  public mutating func ticks(
    of project: ProjectID, before position: HistoryPosition, since: Timestamp, limit: Int
  ) throws(StoreError) -> [HistoryRow<TickEvent>] {
    let statement = statements.history.ticks
    statement.bind(1, project)
    statement.bind(2, position.at)
    statement.bind(3, position.number)
    statement.bind(4, since)
    statement.bind(5, limit)
    return try all(statement) { row throws(StoreError) in
      let event = TickEvent(
        isTick: row.bool(1), at: row.time(0),
        commit: CommitInfo(
          oid: row.text(3), author: row.text(4), email: row.text(5), authoredAt: row.time(6),
          committedAt: row.time(7)), text: row.text(8), section: row.optionalText(9), line: row.int(10),
        isNewTask: row.bool(2))
      return HistoryRow(position: HistoryPosition(at: event.at, number: row.int64(11)), content: event)
    }
  }
}
