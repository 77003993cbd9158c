import JobModel
import SQLite

// Jobs with the same exclusive key form a lane. While one of them runs, none of the lane is ready; otherwise the first of
// each type and priority is. More of them may be ready, which does no harm: the claim that takes one parks the rest.

extension SQLiteStore {
  /// Rows that one transaction changes of itself (gates opened, dependents told, waits ended); the rest follow in the
  /// next ones, so that a million jobs for the same second do not hold everybody else up.
  static let stepsPerTransaction = 1000

  /// The gate at which a job waits that becomes pending, which has to be written in the same transaction; `seq` is nil
  /// for a new job, the youngest of all.
  mutating func assignGate(
    type: String, priority: JobPriority, turn: Int64, runAt: Timestamp, exclusiveKey: String?, seq: Int64?,
    now: Timestamp
  ) throws(StoreError) -> Gate {
    let gate = try gate(
      type: type, priority: priority, turn: turn, runAt: runAt, exclusiveKey: exclusiveKey, seq: seq, now: now)
    if gate == .ready { batch.hasReadied = true }
    return gate
  }

  mutating func assignGate(_ job: JobState, now: Timestamp) throws(StoreError) -> Gate {
    try assignGate(
      type: job.type, priority: job.priority, turn: job.turn, runAt: job.runAt, exclusiveKey: job.exclusiveKey,
      seq: job.seq, now: now)
  }

  private func gate(
    type: String, priority: JobPriority, turn: Int64, runAt: Timestamp, exclusiveKey: String?, seq: Int64?,
    now: Timestamp
  ) throws(StoreError) -> Gate {
    if let seq, try hasOpenDependency(seq) { return .blocked }
    if runAt > now { return .scheduled }
    guard let exclusiveKey else { return .ready }
    if try typeRunning(inLane: exclusiveKey) != nil { return .parked }
    let head = try waiting(inLane: exclusiveKey, .ready, type, priority)
    guard let head else { return .ready }
    return head < (turn, seq ?? .max) ? .parked : .ready
  }

  /// Lets the jobs through whose time has come.
  mutating func openGates(now: Timestamp) throws(StoreError) {
    guard batch.stepsLeft > 0, let next = try nextRunAt(), next <= now else { return }
    statements.dueJobs.bind(1, now)
    statements.dueJobs.bind(2, batch.stepsLeft)
    let due = try all(statements.dueJobs) { row throws(StoreError) in try JobState(row: row) }
    batch.stepsLeft -= due.count
    for job in due { try reopen(job, now: now) }
  }

  /// Moves a pending job to the gate where it belongs now, behind those that were there before it.
  mutating func reopen(_ job: JobState, now: Timestamp) throws(StoreError) {
    var job = job
    job.turn = try takeTurn(job.projectID, job.priority)
    try place(job, now: now)
  }

  /// Writes the gate of a pending job, and its turn.
  mutating func place(_ job: JobState, now: Timestamp) throws(StoreError) {
    let gate = try assignGate(job, now: now)
    statements.setGate.bind(1, job.seq)
    statements.setGate.bind(2, gate.rawValue)
    statements.setGate.bind(3, job.turn)
    try run(statements.setGate)
  }

  func nextRunAt() throws(StoreError) -> Timestamp? {
    try first(statements.nextRunAt) { row throws(StoreError) in row.time(0) }
  }

  /// When something will be due that no command brings about.
  func nextWake(now: Timestamp) throws(StoreError) -> Timestamp? {
    if try first(statements.nextSettling, { row throws(StoreError) in true }) != nil { return now }
    let expiry = try first(statements.nextExpiry) { row throws(StoreError) in row.time(0) }
    switch (try nextRunAt(), expiry) {
    case (let run?, let expiry?): return min(run, expiry)
    case (let run, let expiry): return run ?? expiry
    }
  }

  /// A job of the lane starts: the others wait.
  func closeLane(_ exclusiveKey: String) throws(StoreError) {
    statements.parkLane.bind(1, exclusiveKey)
    try run(statements.parkLane)
  }

  /// A job of the lane has ended, or one that was at its head is gone: the next of each type and priority may go.
  mutating func openLane(_ exclusiveKey: String) throws(StoreError) {
    if try typeRunning(inLane: exclusiveKey) != nil { return }
    var type = ""
    while let next = try parkedType(inLane: exclusiveKey, after: type) {
      for priority in JobPriority.allCases {
        guard let head = try waiting(inLane: exclusiveKey, .parked, next, priority) else { continue }
        statements.unpark.bind(1, head.1)
        try run(statements.unpark)
        batch.hasReadied = true
      }
      type = next
    }
  }

  func typeRunning(inLane exclusiveKey: String) throws(StoreError) -> String? {
    statements.runningInLane.bind(1, exclusiveKey)
    return try first(statements.runningInLane) { row throws(StoreError) in row.text(0) }
  }

  /// Turn and place of the first job that waits there.
  private func waiting(
    inLane exclusiveKey: String, _ gate: Gate, _ type: String, _ priority: JobPriority
  ) throws(StoreError) -> (Int64, Int64)? {
    let statement = statements.laneHead
    statement.bind(1, exclusiveKey)
    statement.bind(2, gate.rawValue)
    statement.bind(3, type)
    statement.bind(4, priority.rawValue)
    return try first(statement) { row throws(StoreError) in (row.int64(0), row.int64(1)) }
  }

  private func parkedType(inLane exclusiveKey: String, after type: String) throws(StoreError) -> String? {
    statements.nextParkedType.bind(1, exclusiveKey)
    statements.nextParkedType.bind(2, type)
    return try first(statements.nextParkedType) { row throws(StoreError) in row.text(0) }
  }
}
