import JobModel
import SQLite

// Jobs with the same exclusive key form a lane. While one of them runs, none of the lane is ready; otherwise the most
// urgent of each type is. More of them may be ready, which does no harm: the claim that takes one parks the rest.

extension SQLiteStore {
  /// Scheduled jobs that one transaction lets through; the rest follow in the next ones, so that a million jobs for the
  /// same second do not hold everybody else up.
  static let dueJobsPerTransaction = 1000

  /// The gate at which a job waits that becomes pending; `seq` is nil for a new job, the youngest of all.
  func gate(
    type: String, priority: JobPriority, runAt: Timestamp, exclusiveKey: String?, seq: Int64?, now: Timestamp
  ) throws(StoreError) -> Gate {
    if runAt > now { return .scheduled }
    guard let exclusiveKey else { return .ready }
    if try typeRunning(inLane: exclusiveKey) != nil { return .parked }
    statements.laneHead.bind(1, exclusiveKey)
    statements.laneHead.bind(2, type)
    let head = try first(statements.laneHead) { row throws(StoreError) in (priority: row.int(0), seq: row.int64(1)) }
    guard let head else { return .ready }
    if head.priority != priority.rawValue { return head.priority > priority.rawValue ? .parked : .ready }
    return head.seq < seq ?? .max ? .parked : .ready
  }

  func gate(_ job: JobState, now: Timestamp) throws(StoreError) -> Gate {
    try gate(
      type: job.type, priority: job.priority, runAt: job.runAt, exclusiveKey: job.exclusiveKey, seq: job.seq, now: now)
  }

  /// Lets the jobs through whose time has come.
  func openGates(now: Timestamp) throws(StoreError) {
    guard let next = try nextRunAt(), next <= now else { return }
    statements.dueJobs.bind(1, now)
    statements.dueJobs.bind(2, Self.dueJobsPerTransaction)
    let due = try all(statements.dueJobs) { row throws(StoreError) in try JobState(row: row) }
    for job in due { try set(try gate(job, now: now), job.seq) }
  }

  func nextRunAt() throws(StoreError) -> Timestamp? {
    try first(statements.nextRunAt) { row throws(StoreError) in row.time(0) }
  }

  /// A job of the lane starts: the others wait.
  func closeLane(_ exclusiveKey: String) throws(StoreError) {
    statements.parkLane.bind(1, exclusiveKey)
    try run(statements.parkLane)
  }

  /// A job of the lane has ended, or one that was its head is gone: the next of each type may go.
  func openLane(_ exclusiveKey: String) throws(StoreError) {
    if try typeRunning(inLane: exclusiveKey) != nil { return }
    var type = ""
    while let next = try mostUrgentParked(inLane: exclusiveKey, after: type) {
      try set(.ready, next.seq)
      type = next.type
    }
  }

  func typeRunning(inLane exclusiveKey: String) throws(StoreError) -> String? {
    statements.runningInLane.bind(1, exclusiveKey)
    return try first(statements.runningInLane) { row throws(StoreError) in row.text(0) }
  }

  private func mostUrgentParked(
    inLane exclusiveKey: String, after type: String
  ) throws(StoreError) -> (type: String, seq: Int64)? {
    statements.nextParked.bind(1, exclusiveKey)
    statements.nextParked.bind(2, type)
    return try first(statements.nextParked) { row throws(StoreError) in (type: row.text(0), seq: row.int64(1)) }
  }

  private func set(_ gate: Gate, _ seq: Int64) throws(StoreError) {
    statements.setGate.bind(1, seq)
    statements.setGate.bind(2, gate.rawValue)
    try run(statements.setGate)
  }
}
