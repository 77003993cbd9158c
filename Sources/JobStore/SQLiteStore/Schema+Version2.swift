extension Schema {
  /// Order and limits, dependencies, the history of attempts, events, logs and schedules.
  ///
  /// `jobs` is made anew, since SQLite cannot change the constraints of a table. Foreign keys are off while this runs.
  static let version2 = """
    CREATE TABLE schedules (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      name TEXT CHECK (length(name) BETWEEN 1 AND 256),
      cron TEXT NOT NULL CHECK (length(cron) BETWEEN 1 AND 1024),
      timezone TEXT NOT NULL CHECK (length(timezone) BETWEEN 1 AND 256),
      type TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 256),
      project_id BLOB REFERENCES projects (id) ON DELETE CASCADE,
      user_id TEXT NOT NULL CHECK (length(user_id) <= 256),
      priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
      payload TEXT NOT NULL CHECK (payload GLOB '{*'),
      missed TEXT NOT NULL CHECK (missed IN ('skip', 'once', 'all')),
      created_at INTEGER NOT NULL,
      -- Null once it will never fire again.
      next_run_at INTEGER,
      last_fire_at INTEGER,
      last_job_id BLOB CHECK (length(last_job_id) = 16)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX schedules_by_next ON schedules (next_run_at) WHERE next_run_at IS NOT NULL;

    -- See version 1 for what is not said here. New: the gate 'blocked' (waits for other jobs), turn (order among jobs of
    -- one priority: projects take turns), limits of time, crashes, the worker on the socket, and the schedule.
    CREATE TABLE jobs_2 (
      seq INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      type TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 256),
      project_id BLOB REFERENCES projects (id) ON DELETE CASCADE,
      user_id TEXT NOT NULL CHECK (length(user_id) <= 256),
      status TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
      priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
      created_at INTEGER NOT NULL,
      run_at INTEGER NOT NULL,
      gate TEXT CHECK (gate IN ('ready', 'scheduled', 'parked', 'blocked')),
      turn INTEGER NOT NULL DEFAULT 0,
      started_at INTEGER,
      completed_at INTEGER,
      retry_count INTEGER NOT NULL DEFAULT 0 CHECK (retry_count >= 0),
      max_retries INTEGER NOT NULL CHECK (max_retries >= 0),
      attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0),
      crash_count INTEGER NOT NULL DEFAULT 0 CHECK (crash_count >= 0),
      timeout_ms INTEGER CHECK (timeout_ms > 0),
      expires_at INTEGER,
      token BLOB CHECK (length(token) = 16),
      boot BLOB CHECK (length(boot) = 16),
      worker TEXT CHECK (length(worker) BETWEEN 1 AND 256),
      cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
      idempotency_key TEXT,
      unique_key TEXT,
      exclusive_key TEXT,
      schedule_id BLOB CHECK (length(schedule_id) = 16),
      fire_time INTEGER,
      progress_fraction REAL NOT NULL DEFAULT 0 CHECK (progress_fraction BETWEEN 0 AND 1),
      progress_stage TEXT NOT NULL DEFAULT '',
      progress_message TEXT NOT NULL DEFAULT '',
      progress_current INTEGER,
      progress_total INTEGER,
      payload TEXT NOT NULL CHECK (payload GLOB '{*'),
      result TEXT CHECK (result GLOB '{*'),
      error_kind TEXT,
      error_message TEXT,
      error_step TEXT,
      error_exit_code INTEGER,
      error_stderr TEXT,
      error_retryable INTEGER CHECK (error_retryable IN (0, 1)),
      CONSTRAINT processing_has_attempt CHECK ((status = 'processing') = (token IS NOT NULL)),
      CONSTRAINT attempt_has_boot CHECK ((token IS NULL) = (boot IS NULL)),
      CONSTRAINT worker_has_attempt CHECK (worker IS NULL OR token IS NOT NULL),
      CONSTRAINT attempt_was_started CHECK (token IS NULL OR (started_at IS NOT NULL AND attempt > 0)),
      CONSTRAINT pending_has_gate CHECK ((status = 'pending') = (gate IS NOT NULL)),
      CONSTRAINT pending_is_fresh CHECK (gate IS NULL OR (started_at IS NULL AND cancel_requested = 0)),
      CONSTRAINT parked_has_key CHECK (gate IS NOT 'parked' OR exclusive_key IS NOT NULL),
      CONSTRAINT final_has_end CHECK ((status IN ('completed', 'failed', 'cancelled')) = (completed_at IS NOT NULL)),
      CONSTRAINT completed_has_result CHECK ((status = 'completed') = (result IS NOT NULL)),
      -- A pending or processing job keeps the error of the attempt before.
      CONSTRAINT failed_has_error CHECK (status <> 'failed' OR error_kind IS NOT NULL),
      CONSTRAINT completed_has_no_error CHECK (status <> 'completed' OR error_kind IS NULL),
      CONSTRAINT error_is_whole CHECK (
        (error_kind IS NULL) = (error_message IS NULL) AND (error_kind IS NULL) = (error_retryable IS NULL)),
      CONSTRAINT fire_is_whole CHECK ((schedule_id IS NULL) = (fire_time IS NULL))
    ) STRICT;
    INSERT INTO jobs_2 (seq, id, type, project_id, user_id, status, priority, created_at, run_at, gate, turn, started_at,
        completed_at, retry_count, max_retries, attempt, token, boot, cancel_requested, idempotency_key, unique_key,
        exclusive_key, progress_fraction, progress_stage, progress_message, progress_current, progress_total, payload,
        result, error_kind, error_message, error_step, error_exit_code, error_stderr, error_retryable)
      SELECT seq, id, type, project_id, user_id, status, priority, created_at, run_at, gate, seq, started_at,
        completed_at, retry_count, max_retries, attempt, token, boot, cancel_requested, idempotency_key, unique_key,
        exclusive_key, progress_fraction, progress_stage, progress_message, progress_current, progress_total, payload,
        result, error_kind, error_message, error_step, error_exit_code, error_stderr, error_retryable
      FROM jobs;
    DROP TABLE jobs;
    ALTER TABLE jobs_2 RENAME TO jobs;

    -- The claim: for each type and priority those whose turn comes first.
    CREATE INDEX jobs_ready ON jobs (type, priority, turn) WHERE gate = 'ready';
    CREATE INDEX jobs_scheduled ON jobs (run_at) WHERE gate = 'scheduled';
    CREATE INDEX jobs_lane ON jobs (exclusive_key, gate, type, priority, turn)
      WHERE exclusive_key IS NOT NULL AND gate IS NOT NULL;
    -- Who has waited too long.
    CREATE INDEX jobs_expiring ON jobs (expires_at) WHERE expires_at IS NOT NULL AND gate IS NOT NULL;
    -- How many of a type run.
    CREATE INDEX jobs_running ON jobs (type) WHERE status = 'processing';
    -- What is kept long enough.
    CREATE INDEX jobs_by_end ON jobs (status, completed_at) WHERE completed_at IS NOT NULL;
    CREATE INDEX jobs_by_status ON jobs (status);
    CREATE INDEX jobs_by_type ON jobs (type);
    CREATE INDEX jobs_by_user ON jobs (user_id);
    CREATE INDEX jobs_by_project ON jobs (project_id) WHERE project_id IS NOT NULL;

    CREATE UNIQUE INDEX jobs_idempotency ON jobs (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
    CREATE UNIQUE INDEX jobs_unique ON jobs (unique_key)
      WHERE unique_key IS NOT NULL AND status IN ('pending', 'processing');
    CREATE UNIQUE INDEX jobs_exclusive ON jobs (exclusive_key)
      WHERE exclusive_key IS NOT NULL AND status = 'processing';
    CREATE UNIQUE INDEX jobs_one_refresh_waits ON jobs (project_id)
      WHERE type = 'refresh' AND status = 'pending' AND attempt = 0 AND retry_count = 0;
    CREATE UNIQUE INDEX jobs_fire ON jobs (schedule_id, fire_time) WHERE schedule_id IS NOT NULL;

    DROP TABLE queue_counts;
    CREATE TABLE queue_counts (
      type TEXT NOT NULL,
      status TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (type, status)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO queue_counts (type, status, count) SELECT type, status, count(*) FROM jobs GROUP BY type, status;

    -- Fair queueing: a new job's turn is one more than the turn of the job claimed last, or than that of the newest job
    -- of the same project and priority, whichever is later (start-time fair queueing; Goyal, Vin & Cheng 1996).
    CREATE TABLE turns (
      -- The project, or an empty blob for all jobs without one.
      flow BLOB NOT NULL,
      priority INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      PRIMARY KEY (flow, priority)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE claimed_turn (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      turn INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO claimed_turn (one, turn) SELECT 1, coalesce(max(turn), 0) FROM jobs;

    -- Jobs that wait for a job. An edge goes when the parent completes, and stays when it failed.
    CREATE TABLE dependencies (
      child INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
      parent INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
      PRIMARY KEY (child, parent)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dependencies_by_parent ON dependencies (parent, child);
    -- Jobs that have ended and whose children have not all been told.
    CREATE TABLE settling (
      parent INTEGER NOT NULL PRIMARY KEY REFERENCES jobs (seq) ON DELETE CASCADE,
      -- The last child that was told.
      told INTEGER NOT NULL
    ) STRICT;

    -- Attempts that did not complete their job; the one that did, or that runs, is in the job itself.
    CREATE TABLE attempts (
      job INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
      attempt INTEGER NOT NULL CHECK (attempt > 0),
      started_at INTEGER NOT NULL,
      ended_at INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('failed', 'timed_out', 'cancelled', 'crashed', 'interrupted')),
      worker TEXT,
      retry_at INTEGER,
      error_kind TEXT,
      error_message TEXT,
      error_step TEXT,
      error_exit_code INTEGER,
      error_stderr TEXT,
      error_retryable INTEGER CHECK (error_retryable IN (0, 1)),
      PRIMARY KEY (job, attempt)
    ) STRICT, WITHOUT ROWID;

    -- What is paused: types, or everything under the empty name.
    CREATE TABLE paused (
      type TEXT NOT NULL PRIMARY KEY,
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What counts against a rate limit, as long as it does.
    CREATE TABLE rate_uses (
      seq INTEGER PRIMARY KEY,
      user_id TEXT NOT NULL,
      action TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX rate_uses_by_user ON rate_uses (user_id, action, at);

    -- Everything that has happened, one row for each transaction; seq is the number of the first of its events.
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      count INTEGER NOT NULL CHECK (count > 0),
      at INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;

    -- What a job said, in pieces; start is the number of bytes before the piece.
    CREATE TABLE job_logs (
      job INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
      start INTEGER NOT NULL CHECK (start >= 0),
      bytes BLOB NOT NULL,
      PRIMARY KEY (job, start)
    ) STRICT, WITHOUT ROWID;

    -- The figures of a project before and after a refresh.
    CREATE TABLE refresh_runs (
      job INTEGER PRIMARY KEY REFERENCES jobs (seq) ON DELETE CASCADE,
      progress_before TEXT CHECK (progress_before GLOB '{*'),
      progress_after TEXT CHECK (progress_after GLOB '{*')
    ) STRICT;
    """
}
