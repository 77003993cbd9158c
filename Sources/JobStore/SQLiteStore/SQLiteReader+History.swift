import JobModel
import SQLite

/// What has happened: to one job, and to all of them.
extension SQLiteReader {
  public mutating func countsByType() throws(StoreError) -> [TypeCount] {
    try all(statements.countsByType) { row throws(StoreError) in
      guard let status = JobStatus(rawValue: row.text(1)) else { throw .unknownValues(table: "queue_counts") }
      return TypeCount(type: row.text(0), status: status, count: row.int(2))
    }
  }

  public mutating func paused() throws(StoreError) -> [String] {
    try all(statements.paused) { row throws(StoreError) in row.text(0) }
  }

  public mutating func attempts(of id: JobID) throws(StoreError) -> [AttemptRecord] {
    // The history and the job must be of the same state.
    try inOneSnapshot { reader throws(StoreError) in
      guard let job = try reader.job(id) else { return [] }
      let statement = reader.statements.attempts
      statement.bind(1, id)
      let records = try all(statement) { row throws(StoreError) in
        guard let outcome = AttemptRecord.Outcome(rawValue: row.text(3)) else {
          throw .unknownValues(table: "attempts")
        }
        return AttemptRecord(
          attempt: row.int(0), startedAt: row.time(1), endedAt: row.time(2), outcome: outcome,
          worker: row.optionalText(4), error: JobError(row: row, from: 6), retryAt: row.optionalTime(5))
      }
      return records + (job.unrecordedAttempt.map { [$0] } ?? [])
    }
  }

  public mutating func openDependencies(of id: JobID, limit: Int) throws(StoreError) -> [JobID] {
    statements.openDependencies.bind(1, id)
    statements.openDependencies.bind(2, limit)
    return try all(statements.openDependencies) { row throws(StoreError) in
      guard let id = row.id(0) else { throw .unknownValues(table: "jobs") }
      return id
    }
  }

  public mutating func events(after seq: Int64, limit: Int) throws(StoreError) -> [StoreEvent] {
    guard limit > 0 else { return [] }
    // A row holds one event or many: the one that `seq` lies in comes first, then whole rows.
    statements.eventRow.bind(1, seq + 1)
    let start = try first(statements.eventRow) { row throws(StoreError) in row.int64(0) } ?? 0
    statements.eventsFrom.bind(1, start)
    statements.eventsFrom.bind(2, limit)
    var events: [StoreEvent] = []
    defer { statements.eventsFrom.reset() }
    while events.count < limit, try stored({ () throws(SQLiteError) in try statements.eventsFrom.step() }) {
      let row = statements.eventsFrom
      guard
        let decoded = EventCodec.decode(
          row.bytes(3), firstSeq: row.int64(0), count: row.int(1), time: row.time(2))
      else { throw .unknownValues(table: "events") }
      events += decoded.lazy.filter { $0.seq > seq }
    }
    return Array(events.prefix(limit))
  }

  public mutating func eventRange() throws(StoreError) -> ClosedRange<Int64>? {
    guard let oldest = try first(statements.oldestEvents, { row throws(StoreError) in row.int64(0) }),
      let newest = try first(statements.newestEvents, { row throws(StoreError) in row.int64(0) })
    else { return nil }
    return oldest...newest
  }
}
