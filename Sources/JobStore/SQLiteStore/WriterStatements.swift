import JobModel
import SQLite

/// Every statement of the writer, compiled once.
struct WriterStatements {
  let begin: Statement
  let commit: Statement
  let addToCount: Statement
  let nextRunAt: Statement

  let jobState: Statement
  let insertJob: Statement
  let jobByIdempotencyKey: Statement
  let liveJobByUniqueKey: Statement
  let newestID: Statement

  let setGate: Statement
  let raise: Statement
  let dueJobs: Statement
  let runningInLane: Statement
  let waitingInLane: Statement
  let laneHead: Statement
  let parkLane: Statement
  let nextParked: Statement

  let claimCandidates: Statement
  let startAttempt: Statement
  let progress: Statement
  let complete: Statement
  let fail: Statement
  let cancel: Statement
  let requestCancel: Statement
  let putBack: Statement
  let retry: Statement
  let processing: Statement

  let project: Statement
  let projectExists: Statement
  let projectBySource: Statement
  let insertProject: Statement
  let updateProject: Statement
  let storeDocument: Statement
  let storeItem: Statement
  let dropItems: Statement

  let all: [Statement]

  init(_ connection: Connection) throws(SQLiteError) {
    var all: [Statement] = []
    func prepare(_ name: String, _ sql: String) throws(SQLiteError) -> Statement {
      let statement = try connection.prepare(name, sql)
      all.append(statement)
      return statement
    }
    // IMMEDIATE takes the write lock at once: a transaction that starts by reading could be refused later.
    begin = try prepare("begin", "BEGIN IMMEDIATE")
    commit = try prepare("commit", "COMMIT")
    addToCount = try prepare("add to count", "UPDATE queue_counts SET count = count + ?1 WHERE status = ?2")
    nextRunAt = try prepare(
      "next run_at", "SELECT run_at FROM jobs WHERE gate = 'scheduled' ORDER BY run_at LIMIT 1")

    jobState = try prepare("job state", "SELECT \(JobState.columns) FROM jobs WHERE id = ?1")
    insertJob = try prepare(
      "insert job",
      """
      INSERT INTO jobs (id, type, project_id, user_id, status, priority, created_at, run_at, gate, max_retries,
        idempotency_key, unique_key, exclusive_key, payload)
      VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """)
    jobByIdempotencyKey = try prepare(
      "job by idempotency key",
      "SELECT \(JobState.columns) FROM jobs WHERE user_id = ?1 AND idempotency_key = ?2")
    // The partial index wants its own words repeated.
    liveJobByUniqueKey = try prepare(
      "live job by unique key",
      "SELECT \(JobState.columns) FROM jobs WHERE unique_key = ?1 AND status IN ('pending', 'processing')")
    newestID = try prepare(
      "newest id",
      """
      SELECT max(newest) FROM (SELECT max(id) AS newest FROM jobs UNION ALL SELECT max(id) FROM projects)
      """)

    setGate = try prepare("set gate", "UPDATE jobs SET gate = ?2 WHERE seq = ?1")
    raise = try prepare("raise", "UPDATE jobs SET gate = ?2, priority = ?3, run_at = ?4 WHERE seq = ?1")
    dueJobs = try prepare(
      "due jobs",
      """
      SELECT \(JobState.columns) FROM jobs WHERE gate = 'scheduled' AND run_at <= ?1 ORDER BY run_at LIMIT ?2
      """)
    runningInLane = try prepare(
      "running in lane", "SELECT type FROM jobs WHERE exclusive_key = ?1 AND status = 'processing'")
    waitingInLane = try prepare(
      "waiting in lane",
      """
      SELECT \(JobState.columns) FROM jobs
      WHERE exclusive_key = ?1 AND gate = ?2 AND type = ?3 ORDER BY priority DESC, seq LIMIT 1
      """)
    laneHead = try prepare(
      "head of lane",
      """
      SELECT priority, seq FROM jobs WHERE exclusive_key = ?1 AND gate = 'ready' AND type = ?2
      ORDER BY priority DESC, seq LIMIT 1
      """)
    parkLane = try prepare(
      "park lane", "UPDATE jobs SET gate = 'parked' WHERE exclusive_key = ?1 AND gate = 'ready'")
    // Steps from type to type; the first row of each is its most urgent.
    nextParked = try prepare(
      "next parked",
      """
      SELECT type, seq FROM jobs WHERE exclusive_key = ?1 AND gate = 'parked' AND type > ?2
      ORDER BY type, priority DESC, seq LIMIT 1
      """)

    // One type at a time: its range of the index gives the jobs in order without a sort.
    claimCandidates = try prepare(
      "claim candidates",
      "SELECT priority, seq FROM jobs WHERE gate = 'ready' AND type = ?1 ORDER BY priority DESC, seq LIMIT ?2")
    // Gives nothing once a claim earlier in the batch has closed the gate.
    startAttempt = try prepare(
      "start attempt",
      """
      UPDATE jobs SET status = 'processing', gate = NULL, token = ?2, boot = ?3, started_at = ?4, attempt = attempt + 1,
        progress_fraction = 0, progress_stage = '', progress_message = '', progress_current = NULL, progress_total = NULL
      WHERE seq = ?1 AND gate = 'ready'
      RETURNING \(Job.columns), exclusive_key
      """)
    progress = try prepare(
      "progress",
      """
      UPDATE jobs SET progress_fraction = ?3, progress_stage = ?4, progress_message = ?5, progress_current = ?6,
        progress_total = ?7
      WHERE id = ?1 AND token = ?2
      """)
    complete = try prepare(
      "complete",
      """
      UPDATE jobs SET status = 'completed', token = NULL, boot = NULL, completed_at = ?2, result = ?3,
        progress_fraction = 1
      WHERE id = ?1 AND token = ?4
      RETURNING exclusive_key
      """)
    fail = try prepare(
      "fail",
      """
      UPDATE jobs SET status = 'failed', token = NULL, boot = NULL, completed_at = ?2, error_kind = ?3,
        error_message = ?4, error_step = ?5, error_exit_code = ?6, error_stderr = ?7, error_retryable = ?8
      WHERE seq = ?1
      """)
    cancel = try prepare(
      "cancel",
      """
      UPDATE jobs SET status = 'cancelled', gate = NULL, token = NULL, boot = NULL, completed_at = ?2,
        cancel_requested = 1
      WHERE seq = ?1
      """)
    requestCancel = try prepare("request cancel", "UPDATE jobs SET cancel_requested = 1 WHERE seq = ?1")
    putBack = try prepare(
      "put back",
      """
      UPDATE jobs SET status = 'pending', gate = ?2, token = NULL, boot = NULL, started_at = NULL, progress_fraction = 0,
        progress_stage = '', progress_message = '', progress_current = NULL, progress_total = NULL
      WHERE seq = ?1
      """)
    retry = try prepare(
      "retry",
      """
      UPDATE jobs SET status = 'pending', gate = ?2, retry_count = retry_count + 1, started_at = NULL,
        completed_at = NULL, run_at = ?3, cancel_requested = 0, error_kind = NULL, error_message = NULL, error_step = NULL,
        error_exit_code = NULL, error_stderr = NULL, error_retryable = NULL, progress_fraction = 0, progress_stage = '',
        progress_message = '', progress_current = NULL, progress_total = NULL
      WHERE seq = ?1
      """)
    processing = try prepare(
      "processing jobs",
      "SELECT \(JobState.columns) FROM jobs WHERE status = 'processing' ORDER BY seq")

    project = try prepare("project by id", "SELECT \(Project.columns) FROM projects WHERE id = ?1")
    projectExists = try prepare("project exists", "SELECT 1 FROM projects WHERE id = ?1")
    projectBySource = try prepare("project by source", "SELECT \(Project.columns) FROM projects WHERE source = ?1")
    insertProject = try prepare(
      "insert project",
      """
      INSERT INTO projects (id, source, kind, name, plan_path, created_at, updated_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
      """)
    updateProject = try prepare(
      "update project",
      """
      UPDATE projects SET head = ?2, branch = ?3, last_refreshed_at = ?4, updated_at = ?4,
        progress = coalesce(?5, progress), skills = coalesce(?6, skills)
      WHERE id = ?1
      """)
    // Updated in place, and items only where they differ: most refreshes follow a save that changed one line.
    storeDocument = try prepare(
      "store document",
      """
      INSERT INTO project_documents (project_id, kind, summary) VALUES (?1, ?2, ?3)
      ON CONFLICT (project_id, kind) DO UPDATE SET summary = excluded.summary WHERE summary <> excluded.summary
      """)
    storeItem = try prepare(
      "store document item",
      """
      INSERT INTO project_document_items (project_id, kind, ordinal, item) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (project_id, kind, ordinal) DO UPDATE SET item = excluded.item WHERE item <> excluded.item
      """)
    dropItems = try prepare(
      "drop document items",
      "DELETE FROM project_document_items WHERE project_id = ?1 AND kind = ?2 AND ordinal >= ?3")
    self.all = all
  }

  /// Frees all of them, so that the connection can close.
  func finalize() {
    for statement in all { statement.finalize() }
  }
}
