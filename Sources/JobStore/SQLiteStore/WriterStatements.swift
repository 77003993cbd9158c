import JobModel
import SQLite

/// Every statement of the writer, compiled once.
struct WriterStatements {
  let begin: Statement
  let commit: Statement
  let addToCount: Statement
  let nextRunAt: Statement

  let job: Statement
  let insertJob: Statement
  let jobByIdempotencyKey: Statement
  let liveJobByUniqueKey: Statement
  let uniqueKeyOfJob: Statement
  let waitingRefresh: Statement
  let runningRefresh: Statement

  let becomeDue: Statement
  let claimCandidates: Statement
  let startAttempt: Statement
  let attempt: Statement
  let progress: Statement
  let complete: Statement
  let fail: Statement
  let cancel: Statement
  let requestCancel: Statement
  let putBack: Statement
  let retry: Statement
  let processing: Statement

  let project: Statement
  let projectBySource: Statement
  let insertProject: Statement
  let updateProject: Statement
  let deleteDocument: Statement
  let insertDocument: Statement
  let insertItem: Statement

  private let all: [Statement]

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
    nextRunAt = try prepare("next run_at", "SELECT run_at FROM jobs WHERE is_scheduled = 1 ORDER BY run_at LIMIT 1")

    job = try prepare("job by id", "SELECT \(Job.columns) FROM jobs WHERE id = ?1")
    insertJob = try prepare(
      "insert job",
      """
      INSERT INTO jobs (id, type, project_id, user_id, status, priority, created_at, run_at, is_scheduled, max_retries,
        idempotency_key, unique_key, exclusive_key, payload)
      VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """)
    jobByIdempotencyKey = try prepare(
      "job by idempotency key",
      "SELECT id, status, type, project_id FROM jobs WHERE user_id = ?1 AND idempotency_key = ?2")
    // The partial index wants its own words repeated.
    liveJobByUniqueKey = try prepare(
      "live job by unique key",
      "SELECT id, status FROM jobs WHERE unique_key = ?1 AND status IN ('pending', 'processing')")
    uniqueKeyOfJob = try prepare("unique key of job", "SELECT unique_key FROM jobs WHERE id = ?1")
    waitingRefresh = try prepare(
      "waiting refresh",
      """
      SELECT id FROM jobs
      WHERE project_id = ?1 AND type = 'refresh' AND status = 'pending' AND is_scheduled = 0
      ORDER BY seq LIMIT 1
      """)
    runningRefresh = try prepare(
      "running refresh", "SELECT 1 FROM jobs WHERE exclusive_key = ?1 AND type = 'refresh' AND status = 'processing'")

    becomeDue = try prepare(
      "become due", "UPDATE jobs SET is_scheduled = 0 WHERE is_scheduled = 1 AND run_at <= ?1")
    claimCandidates = try prepare(
      "claim candidates",
      """
      SELECT seq, id, priority, exclusive_key FROM jobs
      WHERE status = 'pending' AND is_scheduled = 0 AND type = ?1
        AND (exclusive_key IS NULL OR NOT EXISTS (
          SELECT 1 FROM jobs AS running WHERE running.exclusive_key = jobs.exclusive_key AND running.status = 'processing'))
      ORDER BY priority DESC, seq LIMIT ?2
      """)
    startAttempt = try prepare(
      "start attempt",
      """
      UPDATE jobs SET status = 'processing', token = ?2, boot = ?3, started_at = ?4, attempt = attempt + 1,
        progress_fraction = 0, progress_stage = '', progress_message = '', progress_current = NULL, progress_total = NULL
      WHERE seq = ?1
      RETURNING \(Job.columns)
      """)
    attempt = try prepare("attempt", "SELECT status, token, project_id, cancel_requested FROM jobs WHERE id = ?1")
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
      """)
    fail = try prepare(
      "fail",
      """
      UPDATE jobs SET status = 'failed', token = NULL, boot = NULL, completed_at = ?2, error_kind = ?3,
        error_message = ?4, error_step = ?5, error_exit_code = ?6, error_stderr = ?7, error_retryable = ?8
      WHERE id = ?1
      """)
    cancel = try prepare(
      "cancel",
      """
      UPDATE jobs SET status = 'cancelled', token = NULL, boot = NULL, is_scheduled = 0, completed_at = ?2,
        cancel_requested = 1
      WHERE id = ?1
      """)
    requestCancel = try prepare("request cancel", "UPDATE jobs SET cancel_requested = 1 WHERE id = ?1")
    putBack = try prepare(
      "put back",
      """
      UPDATE jobs SET status = 'pending', token = NULL, boot = NULL, started_at = NULL, progress_fraction = 0,
        progress_stage = '', progress_message = '', progress_current = NULL, progress_total = NULL
      WHERE id = ?1
      """)
    retry = try prepare(
      "retry",
      """
      UPDATE jobs SET status = 'pending', retry_count = retry_count + 1, started_at = NULL, completed_at = NULL,
        run_at = ?2, cancel_requested = 0, error_kind = NULL, error_message = NULL, error_step = NULL,
        error_exit_code = NULL, error_stderr = NULL, error_retryable = NULL, progress_fraction = 0, progress_stage = '',
        progress_message = '', progress_current = NULL, progress_total = NULL
      WHERE id = ?1
      """)
    processing = try prepare(
      "processing jobs",
      "SELECT id, cancel_requested FROM jobs WHERE status = 'processing' AND status <> 'completed' ORDER BY seq")

    project = try prepare("project by id", "SELECT \(Project.columns) FROM projects WHERE id = ?1")
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
    // Its items go with it (ON DELETE CASCADE).
    deleteDocument = try prepare(
      "delete document", "DELETE FROM project_documents WHERE project_id = ?1 AND kind = ?2")
    insertDocument = try prepare(
      "insert document", "INSERT INTO project_documents (project_id, kind, summary) VALUES (?1, ?2, ?3)")
    insertItem = try prepare(
      "insert document item",
      "INSERT INTO project_document_items (project_id, kind, ordinal, item) VALUES (?1, ?2, ?3, ?4)")
    self.all = all
  }

  /// Frees all of them, so that the connection can close.
  func finalize() {
    for statement in all { statement.finalize() }
  }
}
