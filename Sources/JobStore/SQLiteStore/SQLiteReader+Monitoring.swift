import JobModel
import SQLite

/// Why jobs wait, and what refreshes changed.
extension SQLiteReader {
  public mutating func wait(of id: JobID) throws(StoreError) -> JobWait? {
    try inSnapshot { reader throws(StoreError) in
      let statements = reader.statements.monitoring
      statements.wait.bind(1, id)
      let found = try first(statements.wait) { row throws(StoreError) in
        (gate: Gate(rawValue: row.text(0)), key: row.optionalText(1), type: row.text(2), priority: row.int(3))
      }
      guard let found else { return nil }
      var wait: JobWait
      switch found.gate {
      case .scheduled: wait = JobWait(gate: .scheduled)
      case .blocked: wait = JobWait(gate: .blocked)
      case .ready, .parked: wait = JobWait(gate: .open)
      case nil: throw .unknownValues(table: "jobs")
      }
      guard let key = found.key else { return wait }
      statements.laneHolder.bind(1, key)
      wait.laneHolder = try first(statements.laneHolder) { row throws(StoreError) in row.id(0) } ?? nil
      guard found.gate == .parked, wait.laneHolder == nil else { return wait }
      for gate in [Gate.ready, .parked] {
        statements.laneHead.bind(1, key)
        statements.laneHead.bind(2, gate.rawValue)
        statements.laneHead.bind(3, found.type)
        statements.laneHead.bind(4, found.priority)
        guard let head = try first(statements.laneHead, { row throws(StoreError) in row.id(0) }) else { continue }
        wait.laneHead = head == id ? nil : head
        break
      }
      return wait
    }
  }

  public mutating func jobsAhead(of id: JobID, types: [String], limit: Int) throws(StoreError) -> Int {
    try inSnapshot { reader throws(StoreError) in
      let statements = reader.statements.monitoring
      statements.place.bind(1, id)
      let place = try first(statements.place) { row throws(StoreError) in
        (priority: JobPriority(rawValue: row.int(0)), turn: row.int64(1), seq: row.int64(2))
      }
      guard let place, let priority = place.priority else { return 0 }
      var count = 0
      for type in types {
        for other in JobPriority.allCases where other >= priority && count < limit {
          statements.ahead.bind(1, type)
          statements.ahead.bind(2, other.rawValue)
          statements.ahead.bind(3, other == priority ? place.turn : .max)
          statements.ahead.bind(4, other == priority ? place.seq : .max)
          statements.ahead.bind(5, limit - count)
          count += try first(statements.ahead) { row throws(StoreError) in row.int(0) } ?? 0
        }
      }
      return count
    }
  }

  public mutating func readyHeads(types: [String]) throws(StoreError) -> [Job] {
    let statement = statements.monitoring.readyHead
    var heads: [Job] = []
    for type in types {
      for priority in JobPriority.allCases {
        statement.bind(1, type)
        statement.bind(2, priority.rawValue)
        if let head = try first(statement, { row throws(StoreError) in try Job(row: row) }) { heads.append(head) }
      }
    }
    return heads
  }

  public mutating func nextScheduled() throws(StoreError) -> Job? {
    try first(statements.monitoring.nextDue) { row throws(StoreError) in try Job(row: row) }
  }

  public mutating func refreshFigures(of id: JobID) throws(StoreError) -> RefreshFigures? {
    statements.monitoring.refreshFigures.bind(1, id)
    return try first(statements.monitoring.refreshFigures) { row throws(StoreError) in
      RefreshFigures(before: row.optionalText(0), after: row.optionalText(1))
    }
  }

  /// Several reads of one state.
  private mutating func inSnapshot<T>(
    _ body: (inout SQLiteReader) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    let needsSnapshot = !connection.isInTransaction
    if needsSnapshot { try beginSnapshot() }
    defer { if needsSnapshot { endSnapshot() } }
    return try body(&self)
  }
}
