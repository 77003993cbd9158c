import Glibc
import JobModel
import SQLite

/// Forgetting what is over, a little at a time. What belongs to a job (attempts, logs, edges) goes with it.
extension SQLiteStore {
  /// Pieces of logs that one transaction removes at most: a job may have hundreds.
  private static let piecesPerTransaction = 2000

  private struct Ended {
    var seq: Int64
    var type: String
    var completedAt: Timestamp
    /// A job that is not done waits for it, or has not been told of its end.
    var isNeeded: Bool
  }

  mutating func cleanUp(_ step: CleanupStep, now: Timestamp) throws(StoreError) -> StoreOutcome {
    var surplus = 0
    if let keep = step.keep {
      statements.cleanup.countOfStatus.bind(1, step.status.rawValue)
      let count = try first(statements.cleanup.countOfStatus) { row throws(StoreError) in row.int(0) } ?? 0
      // Those of the steps before are gone from the count.
      surplus = max(count + (batch.counts.filter { $0.key.status == step.status }.values.reduce(0, +)) - keep, 0)
    }
    var cursor = step.after
    var deleted = 0
    var pieces = Self.piecesPerTransaction
    let page = try ended(step)
    for job in page {
      guard job.completedAt < step.endedBefore ?? .distantPast || surplus > 0 else {
        return .cleaned(deleted: deleted, next: nil)
      }
      if !job.isNeeded {
        guard try dropLog(job.seq, &pieces) else { return .cleaned(deleted: deleted, next: cursor ?? .start) }
        statements.cleanup.deleteJob.bind(1, job.seq)
        try run(statements.cleanup.deleteJob)
        batch.counts[.init(type: job.type, status: step.status), default: 0] -= 1
        deleted += 1
        surplus -= 1
      }
      cursor = CleanupCursor(completedAt: job.completedAt, seq: job.seq)
    }
    return .cleaned(deleted: deleted, next: page.count < step.limit ? nil : cursor)
  }

  private func ended(_ step: CleanupStep) throws(StoreError) -> [Ended] {
    let statement = statements.cleanup.endedJobs
    statement.bind(1, step.status.rawValue)
    statement.bind(2, step.after?.completedAt ?? CleanupCursor.start.completedAt)
    statement.bind(3, step.after?.seq ?? CleanupCursor.start.seq)
    statement.bind(4, step.limit)
    return try all(statement) { row throws(StoreError) in
      Ended(seq: row.int64(0), type: row.text(1), completedAt: row.time(2), isNeeded: row.bool(3))
    }
  }

  /// False when the rest of the log has to wait for the next step.
  private func dropLog(_ seq: Int64, _ pieces: inout Int) throws(StoreError) -> Bool {
    statements.cleanup.dropLog.bind(1, seq)
    statements.cleanup.dropLog.bind(2, pieces)
    try run(statements.cleanup.dropLog)
    pieces -= connection.changes
    return pieces > 0
  }

  /// Rows of events of one transaction each. The newest stays in any case: the numbers go on from it.
  func cleanUpEvents(before: Timestamp?, keep: Int?, limit: Int) throws(StoreError) -> StoreOutcome {
    guard let newest = try first(statements.newestEvents, { row throws(StoreError) in (row.int64(0), row.int64(1)) })
    else { return .cleaned(deleted: 0, next: nil) }
    let oldestKept = keep.map { newest.0 + newest.1 - Int64($0) } ?? .min
    statements.cleanup.oldestEvents.bind(1, newest.0)
    statements.cleanup.oldestEvents.bind(2, limit)
    let page = try all(statements.cleanup.oldestEvents) { row throws(StoreError) in
      (seq: row.int64(0), count: row.int64(1), at: row.time(2))
    }
    let gone = page.prefix { $0.at < before ?? .distantPast || $0.seq + $0.count <= oldestKept }
    guard let last = gone.last else { return .cleaned(deleted: 0, next: nil) }
    statements.cleanup.deleteEvents.bind(1, last.seq)
    try run(statements.cleanup.deleteEvents)
    return .cleaned(
      deleted: Int(gone.reduce(0) { $0 + $1.count }), next: gone.count < limit ? nil : .start)
  }

  /// A log of this size is left alone.
  private static let smallLog = 4 << 20

  /// Copies the log into the database and cuts it to nothing. Not in a batch with others, and not while somebody reads an
  /// old state: neither is worth the wait.
  func shrinkLog() throws(StoreError) -> StoreBatch {
    var status = stat()
    if stat(connection.path + "-wal", &status) == 0, status.st_size > Self.smallLog {
      connection.setBusyTimeout(milliseconds: 0)
      defer { connection.setBusyTimeout(milliseconds: Connection.busyMilliseconds) }
      // A row says whether it was busy; that it was is no error.
      try run(statements.cleanup.truncateLog)
    }
    return StoreBatch(outcomes: [.success(.done)])
  }
}

extension CleanupCursor {
  /// Before everything.
  static let start = CleanupCursor(completedAt: .distantPast, seq: .min)
}

extension Timestamp {
  static let distantPast = Timestamp(milliseconds: .min)
}
