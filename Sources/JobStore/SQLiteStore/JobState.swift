import JobModel
import SQLite

/// What a pending job waits for; see the `gate` column.
enum Gate: String {
  case ready, scheduled, parked, blocked
}

/// What the commands about one job need to know of it.
struct JobState {
  var seq: Int64
  var id: JobID
  var type: String
  var projectID: ProjectID?
  var userID: String
  var status: JobStatus
  var priority: JobPriority
  var runAt: Timestamp
  var gate: Gate?
  var turn: Int64
  var startedAt: Timestamp?
  var attempt: Int
  var crashCount: Int
  var worker: String?
  var retryCount: Int
  var maxRetries: Int
  var token: AttemptToken?
  var cancelRequested: Bool
  var uniqueKey: String?
  var exclusiveKey: String?

  /// The columns that `init(row:)` reads, in its order.
  static let columns = """
    seq, id, type, project_id, status, priority, run_at, gate, retry_count, max_retries, token, cancel_requested, \
    unique_key, exclusive_key, user_id, turn, started_at, attempt, crash_count, worker
    """

  init(row: Statement) throws(StoreError) {
    guard let id = row.id(1), let status = JobStatus(rawValue: row.text(4)),
      let priority = JobPriority(rawValue: row.int(5))
    else { throw .unknownValues(table: "jobs") }
    self.id = id
    self.status = status
    self.priority = priority
    seq = row.int64(0)
    type = row.text(2)
    projectID = row.id(3)
    runAt = row.time(6)
    gate = row.optionalText(7).flatMap(Gate.init(rawValue:))
    retryCount = row.int(8)
    maxRetries = row.int(9)
    token = row.id(10)
    cancelRequested = row.bool(11)
    uniqueKey = row.optionalText(12)
    exclusiveKey = row.optionalText(13)
    userID = row.text(14)
    turn = row.int64(15)
    startedAt = row.optionalTime(16)
    attempt = row.int(17)
    crashCount = row.int(18)
    worker = row.optionalText(19)
  }

  /// What events tell of the job.
  var subject: EventSubject {
    EventSubject(id: id, type: type, projectID: projectID, userID: userID, attempt: attempt)
  }
}
