import JobModel
import SQLite

/// Every statement of the writer, compiled once.
struct WriterStatements {
  let begin: Statement
  let commit: Statement
  let addToCount: Statement
  let nextRunAt: Statement

  let nextExpiry: Statement
  let newestEvents: Statement
  let insertEvents: Statement

  let turn: Statement
  let setTurn: Statement
  let claimedTurn: Statement
  let setClaimedTurn: Statement

  let jobState: Statement
  let jobStateBySeq: Statement
  let insertJob: Statement
  let jobByIdempotencyKey: Statement
  let liveJobByUniqueKey: Statement
  let newestID: Statement

  let setGate: Statement
  let raise: Statement
  let setPayload: Statement
  let dueJobs: Statement
  let runningInLane: Statement
  let waitingInLane: Statement
  let laneHead: Statement
  let parkLane: Statement
  let unpark: Statement
  let nextParkedType: Statement

  let anyDependency: Statement
  let anyDependent: Statement
  let parents: Statement
  let dependents: Statement
  let insertDependency: Statement
  let deleteDependency: Statement
  let nextSettling: Statement
  let insertSettling: Statement
  let setSettling: Statement
  let deleteSettling: Statement
  let startWait: Statement
  let expired: Statement

  let forgetUses: Statement
  let limitingUse: Statement
  let insertUse: Statement
  let paused: Statement
  let pause: Statement
  let resume: Statement
  let runningOfType: Statement
  let insertAttempt: Statement
  let dropAttempts: Statement
  let setCrashCount: Statement
  let insertRefreshRun: Statement

  let logs: LogStatements

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
  let changeProject: Statement
  let storeDocument: Statement
  let storeItem: Statement
  let dropItems: Statement

  let cleanup: CleanupStatements
  let schedules: ScheduleStatements
  let skills: SkillStatements
  let history: HistoryStatements

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
    // A count is lowered only once it is there; the max keeps the constraint from refusing the row that is not inserted.
    addToCount = try prepare(
      "add to count",
      """
      INSERT INTO queue_counts (type, status, count) VALUES (?1, ?2, max(?3, 0))
      ON CONFLICT (type, status) DO UPDATE SET count = count + ?3
      """)
    nextRunAt = try prepare(
      "next run_at", "SELECT run_at FROM jobs WHERE gate = 'scheduled' ORDER BY run_at LIMIT 1")

    nextExpiry = try prepare(
      "next expiry",
      """
      SELECT expires_at FROM jobs WHERE expires_at IS NOT NULL AND gate IS NOT NULL ORDER BY expires_at LIMIT 1
      """)
    newestEvents = try prepare("newest events", "SELECT seq, count FROM events ORDER BY seq DESC LIMIT 1")
    insertEvents = try prepare("insert events", "INSERT INTO events (seq, count, at, body) VALUES (?1, ?2, ?3, ?4)")

    turn = try prepare("turn", "SELECT turn FROM turns WHERE flow = ?1 AND priority = ?2")
    setTurn = try prepare(
      "set turn",
      """
      INSERT INTO turns (flow, priority, turn) VALUES (?1, ?2, ?3)
      ON CONFLICT (flow, priority) DO UPDATE SET turn = excluded.turn
      """)
    claimedTurn = try prepare("claimed turn", "SELECT turn FROM claimed_turn WHERE one = 1")
    setClaimedTurn = try prepare("set claimed turn", "UPDATE claimed_turn SET turn = ?1 WHERE one = 1")

    jobStateBySeq = try prepare("job state by seq", "SELECT \(JobState.columns) FROM jobs WHERE seq = ?1")
    jobState = try prepare("job state", "SELECT \(JobState.columns) FROM jobs WHERE id = ?1")
    insertJob = try prepare(
      "insert job",
      """
      INSERT INTO jobs (id, type, project_id, user_id, status, priority, created_at, run_at, gate, max_retries,
        idempotency_key, unique_key, exclusive_key, payload, turn, timeout_ms, expires_at, schedule_id, fire_time,
        queue_timeout_ms)
      VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
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
      SELECT max(newest) FROM (SELECT max(id) AS newest FROM jobs UNION ALL SELECT max(id) FROM projects
        UNION ALL SELECT max(id) FROM schedules)
      """)

    setGate = try prepare("set gate", "UPDATE jobs SET gate = ?2, turn = ?3 WHERE seq = ?1")
    raise = try prepare("raise", "UPDATE jobs SET priority = ?2, run_at = ?3 WHERE seq = ?1")
    setPayload = try prepare("set payload", "UPDATE jobs SET payload = ?2 WHERE seq = ?1")
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
      WHERE exclusive_key = ?1 AND gate = ?2 AND type = ?3 AND priority = ?4 ORDER BY turn, seq LIMIT 1
      """)
    laneHead = try prepare(
      "head of lane",
      """
      SELECT turn, seq FROM jobs WHERE exclusive_key = ?1 AND gate = ?2 AND type = ?3 AND priority = ?4
      ORDER BY turn, seq LIMIT 1
      """)
    parkLane = try prepare(
      "park lane", "UPDATE jobs SET gate = 'parked' WHERE exclusive_key = ?1 AND gate = 'ready'")
    unpark = try prepare("unpark", "UPDATE jobs SET gate = 'ready' WHERE seq = ?1")
    nextParkedType = try prepare(
      "next parked type",
      """
      SELECT type FROM jobs WHERE exclusive_key = ?1 AND gate = 'parked' AND type > ?2 ORDER BY type LIMIT 1
      """)

    anyDependency = try prepare("any dependency", "SELECT 1 FROM dependencies WHERE child = ?1 LIMIT 1")
    anyDependent = try prepare("any dependent", "SELECT 1 FROM dependencies WHERE parent = ?1 LIMIT 1")
    parents = try prepare(
      "parents",
      """
      SELECT \(JobState.columns) FROM dependencies CROSS JOIN jobs ON seq = parent WHERE child = ?1 ORDER BY parent
      """)
    dependents = try prepare(
      "dependents",
      """
      SELECT \(JobState.columns) FROM dependencies CROSS JOIN jobs ON seq = child
      WHERE parent = ?1 AND child > ?2 ORDER BY child LIMIT ?3
      """)
    insertDependency = try prepare("insert dependency", "INSERT INTO dependencies (child, parent) VALUES (?1, ?2)")
    deleteDependency = try prepare("delete dependency", "DELETE FROM dependencies WHERE child = ?1 AND parent = ?2")
    nextSettling = try prepare("next settling", "SELECT parent, told FROM settling ORDER BY parent LIMIT 1")
    insertSettling = try prepare("insert settling", "INSERT OR REPLACE INTO settling (parent, told) VALUES (?1, 0)")
    setSettling = try prepare("set settling", "UPDATE settling SET told = ?2 WHERE parent = ?1")
    deleteSettling = try prepare("delete settling", "DELETE FROM settling WHERE parent = ?1")
    startWait = try prepare(
      "start wait",
      """
      UPDATE jobs SET expires_at = max(run_at, ?2) + queue_timeout_ms WHERE seq = ?1 AND queue_timeout_ms IS NOT NULL
      """)
    expired = try prepare(
      "expired jobs",
      """
      SELECT \(JobState.columns) FROM jobs WHERE expires_at <= ?1 AND expires_at IS NOT NULL AND gate IS NOT NULL
      ORDER BY expires_at LIMIT ?2
      """)

    forgetUses = try prepare(
      "forget uses", "DELETE FROM rate_uses WHERE user_id = ?1 AND action = ?2 AND (at <= ?3 OR at > ?4)")
    limitingUse = try prepare(
      "limiting use",
      "SELECT at FROM rate_uses WHERE user_id = ?1 AND action = ?2 ORDER BY at DESC LIMIT 1 OFFSET ?3")
    insertUse = try prepare("insert use", "INSERT INTO rate_uses (user_id, action, at) VALUES (?1, ?2, ?3)")
    paused = try prepare("paused", "SELECT type FROM paused ORDER BY type")
    pause = try prepare("pause", "INSERT OR IGNORE INTO paused (type, since) VALUES (?1, ?2)")
    resume = try prepare("resume", "DELETE FROM paused WHERE type = ?1")
    runningOfType = try prepare(
      "running of type",
      "SELECT count(*) FROM jobs INDEXED BY jobs_running WHERE status = 'processing' AND type = ?1")
    insertAttempt = try prepare(
      "insert attempt",
      """
      INSERT INTO attempts (job, attempt, started_at, ended_at, outcome, worker, retry_at, error_kind, error_message,
        error_step, error_exit_code, error_stderr, error_retryable)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      """)
    dropAttempts = try prepare("drop attempts", "DELETE FROM attempts WHERE job = ?1 AND attempt <= ?2")
    setCrashCount = try prepare("set crash count", "UPDATE jobs SET crash_count = ?2 WHERE seq = ?1")
    insertRefreshRun = try prepare(
      "insert refresh run",
      """
      INSERT OR REPLACE INTO refresh_runs (job, progress_before, progress_after) VALUES (?1, ?2, ?3)
      """)

    // One type and priority at a time: its range of the index gives the jobs in order without a sort.
    claimCandidates = try prepare(
      "claim candidates",
      """
      SELECT turn, seq, run_at FROM jobs WHERE gate = 'ready' AND type = ?1 AND priority = ?2
      ORDER BY turn, seq LIMIT ?3
      """)
    // Gives nothing once a claim earlier in the batch has closed the gate.
    startAttempt = try prepare(
      "start attempt",
      """
      UPDATE jobs SET status = 'processing', gate = NULL, token = ?2, boot = ?3, started_at = ?4, worker = ?5,
        attempt = attempt + 1,
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
      RETURNING \(EventSubject.columns)
      """)
    complete = try prepare(
      "complete",
      """
      UPDATE jobs SET status = 'completed', token = NULL, boot = NULL, worker = NULL, completed_at = ?2, result = ?3,
        progress_fraction = 1, error_kind = NULL, error_message = NULL, error_step = NULL, error_exit_code = NULL,
        error_stderr = NULL, error_retryable = NULL
      WHERE id = ?1 AND token = ?4
      RETURNING \(EventSubject.columns), seq, exclusive_key
      """)
    fail = try prepare(
      "fail",
      """
      UPDATE jobs SET status = 'failed', gate = NULL, token = NULL, boot = NULL, worker = NULL, completed_at = ?2, error_kind = ?3,
        error_message = ?4, error_step = ?5, error_exit_code = ?6, error_stderr = ?7, error_retryable = ?8
      WHERE seq = ?1
      """)
    cancel = try prepare(
      "cancel",
      """
      UPDATE jobs SET status = 'cancelled', gate = NULL, token = NULL, boot = NULL, worker = NULL, completed_at = ?2,
        cancel_requested = 1
      WHERE seq = ?1
      """)
    requestCancel = try prepare("request cancel", "UPDATE jobs SET cancel_requested = 1 WHERE seq = ?1")
    putBack = try prepare(
      "put back",
      """
      UPDATE jobs SET status = 'pending', gate = ?2, run_at = ?3, retry_count = retry_count + ?4, token = NULL,
        boot = NULL, worker = NULL, started_at = NULL, expires_at = NULL, progress_fraction = 0, progress_stage = '',
        progress_message = '', progress_current = NULL, progress_total = NULL, error_kind = coalesce(?5, error_kind),
        error_message = coalesce(?6, error_message), error_step = iif(?5 IS NULL, error_step, ?7),
        error_exit_code = iif(?5 IS NULL, error_exit_code, ?8), error_stderr = iif(?5 IS NULL, error_stderr, ?9),
        error_retryable = coalesce(?10, error_retryable)
      WHERE seq = ?1
      """)
    retry = try prepare(
      "retry",
      """
      UPDATE jobs SET status = 'pending', gate = ?2, retry_count = retry_count + 1, started_at = NULL,
        completed_at = NULL, run_at = ?3, turn = ?4, crash_count = 0,
        expires_at = iif(?2 = 'blocked', NULL, ?3 + queue_timeout_ms), cancel_requested = 0,
        error_kind = NULL, error_message = NULL, error_step = NULL, error_exit_code = NULL, error_stderr = NULL,
        error_retryable = NULL, progress_fraction = 0, progress_stage = '', progress_message = '',
        progress_current = NULL, progress_total = NULL
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
    changeProject = try prepare(
      "change project",
      "UPDATE projects SET name = coalesce(?2, name), watch = coalesce(?3, watch), updated_at = ?4 WHERE id = ?1")
    updateProject = try prepare(
      "update project",
      """
      UPDATE projects SET head = ?2, branch = ?3, last_refreshed_at = ?4, updated_at = ?4,
        progress = coalesce(?5, progress), skills = coalesce(?6, skills),
        plan_reading = CASE WHEN ?5 IS NULL THEN plan_reading ELSE ?7 END,
        skills_reading = CASE WHEN ?6 IS NULL THEN skills_reading ELSE ?8 END
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
    logs = try LogStatements(prepare)
    cleanup = try CleanupStatements(prepare)
    schedules = try ScheduleStatements(prepare)
    skills = try SkillStatements(prepare)
    history = try HistoryStatements(prepare)
    self.all = all
  }

  /// Frees all of them, so that the connection can close.
  func finalize() {
    for statement in all { statement.finalize() }
  }
}
