import JobModel
import SQLite

/// What users may not do so often, and what nobody may do at present.
extension SQLiteStore {
  /// Counts one use of a limited action, or refuses it. Joining what is there already uses nothing.
  func use(_ limit: RateLimit?, by user: String, now: Timestamp) throws(StoreError) -> StoreRejection? {
    guard let limit, limit.count > 0 else { return nil }
    let start = now.advanced(bySeconds: -limit.windowSeconds)
    // Uses of the future are of a clock that has been set back since; counting them could refuse for hours.
    let forget = statements.forgetUses
    forget.bind(1, user)
    forget.bind(2, limit.action)
    forget.bind(3, start)
    forget.bind(4, now)
    try run(forget)
    let oldest = statements.limitingUse
    oldest.bind(1, user)
    oldest.bind(2, limit.action)
    oldest.bind(3, limit.count - 1)
    if let at = try first(oldest, { row throws(StoreError) in row.time(0) }) {
      return .rateLimited(limit, retryAt: at.advanced(bySeconds: limit.windowSeconds))
    }
    let insert = statements.insertUse
    insert.bind(1, user)
    insert.bind(2, limit.action)
    insert.bind(3, now)
    try run(insert)
    return nil
  }

  func pausedTypes() throws(StoreError) -> [String] {
    try all(statements.paused) { row throws(StoreError) in row.text(0) }
  }

  /// Pauses or resumes a type, or everything under the empty name.
  mutating func pause(_ type: String, _ isPaused: Bool, now: Timestamp) throws(StoreError) -> StoreOutcome {
    let statement = isPaused ? statements.pause : statements.resume
    statement.bind(1, type)
    if isPaused { statement.bind(2, now) }
    try run(statement)
    if connection.changes > 0 {
      note(isPaused ? .queuePaused : .queueResumed, type: type.isEmpty ? nil : type)
      if !isPaused { batch.hasReadied = true }
    }
    return .paused(try pausedTypes())
  }
}
