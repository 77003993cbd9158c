import SQLite

/// The tables of the queue, version by version. A published step never changes; a new one is added behind it.
enum Schema {
  /// `Gntr`: marks a database as Gantry's (`PRAGMA application_id`).
  static let applicationID: Int32 = 0x476E_7472

  static let migrator = Migrator(applicationID: applicationID, steps: [version1, version2, version3])

  static let version1 = """
    CREATE TABLE projects (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      source TEXT NOT NULL UNIQUE CHECK (length(source) BETWEEN 1 AND 8192),
      kind TEXT NOT NULL CHECK (kind IN ('local', 'remote')),
      name TEXT NOT NULL,
      plan_path TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      last_refreshed_at INTEGER,
      head TEXT,
      branch TEXT,
      progress TEXT CHECK (progress GLOB '{*'),
      skills TEXT CHECK (skills GLOB '{*')
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE project_documents (
      project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('plan', 'skills')),
      summary TEXT NOT NULL CHECK (summary GLOB '{*'),
      PRIMARY KEY (project_id, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE project_document_items (
      project_id BLOB NOT NULL,
      kind TEXT NOT NULL,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
      item TEXT NOT NULL CHECK (item GLOB '{*'),
      PRIMARY KEY (project_id, kind, ordinal),
      FOREIGN KEY (project_id, kind) REFERENCES project_documents (project_id, kind) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- seq is the age of a job: ids of one millisecond and clocks that step back cannot disturb it. As the row id it also
    -- ends every index below.
    --
    -- gate is what a pending job waits for: nothing ('ready'), its run_at ('scheduled'), or its turn with its exclusive
    -- key ('parked'). A claim looks at ready jobs only, so neither a million jobs for tomorrow nor a million behind one
    -- busy project slow it down.
    CREATE TABLE jobs (
      seq INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      type TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 256),
      project_id BLOB REFERENCES projects (id) ON DELETE CASCADE,
      user_id TEXT NOT NULL CHECK (length(user_id) <= 256),
      status TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
      priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
      created_at INTEGER NOT NULL,
      run_at INTEGER NOT NULL,
      gate TEXT CHECK (gate IN ('ready', 'scheduled', 'parked')),
      started_at INTEGER,
      completed_at INTEGER,
      retry_count INTEGER NOT NULL DEFAULT 0 CHECK (retry_count >= 0),
      max_retries INTEGER NOT NULL CHECK (max_retries >= 0),
      attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0),
      token BLOB CHECK (length(token) = 16),
      boot BLOB CHECK (length(boot) = 16),
      cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
      idempotency_key TEXT,
      unique_key TEXT,
      exclusive_key TEXT,
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
      -- A processing job has a live attempt, always.
      CONSTRAINT processing_has_attempt CHECK ((status = 'processing') = (token IS NOT NULL)),
      CONSTRAINT attempt_has_boot CHECK ((token IS NULL) = (boot IS NULL)),
      CONSTRAINT attempt_was_started CHECK (token IS NULL OR (started_at IS NOT NULL AND attempt > 0)),
      CONSTRAINT pending_has_gate CHECK ((status = 'pending') = (gate IS NOT NULL)),
      CONSTRAINT pending_is_fresh CHECK (gate IS NULL OR (started_at IS NULL AND cancel_requested = 0)),
      CONSTRAINT parked_has_key CHECK (gate IS NOT 'parked' OR exclusive_key IS NOT NULL),
      CONSTRAINT final_has_end CHECK ((status IN ('completed', 'failed', 'cancelled')) = (completed_at IS NOT NULL)),
      CONSTRAINT completed_has_result CHECK ((status = 'completed') = (result IS NOT NULL)),
      CONSTRAINT failed_has_error CHECK ((status = 'failed') = (error_kind IS NOT NULL)),
      CONSTRAINT error_is_whole CHECK (
        (error_kind IS NULL) = (error_message IS NULL) AND (error_kind IS NULL) = (error_retryable IS NULL))
    ) STRICT;

    -- The claim: for each type the most urgent, then the oldest.
    CREATE INDEX jobs_ready ON jobs (type, priority DESC) WHERE gate = 'ready';
    -- Whose time has come, and when the next one's comes.
    CREATE INDEX jobs_scheduled ON jobs (run_at) WHERE gate = 'scheduled';
    -- Who waits with an exclusive key, and who is next.
    CREATE INDEX jobs_lane ON jobs (exclusive_key, gate, type, priority DESC)
      WHERE exclusive_key IS NOT NULL AND gate IS NOT NULL;
    -- Lists, newest first; by_status also finds the oldest pending job and what a dead daemon was processing.
    CREATE INDEX jobs_by_status ON jobs (status);
    CREATE INDEX jobs_by_type ON jobs (type);
    CREATE INDEX jobs_by_user ON jobs (user_id);
    CREATE INDEX jobs_by_project ON jobs (project_id) WHERE project_id IS NOT NULL;

    CREATE UNIQUE INDEX jobs_idempotency ON jobs (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
    CREATE UNIQUE INDEX jobs_unique ON jobs (unique_key)
      WHERE unique_key IS NOT NULL AND status IN ('pending', 'processing');
    CREATE UNIQUE INDEX jobs_exclusive ON jobs (exclusive_key)
      WHERE exclusive_key IS NOT NULL AND status = 'processing';
    -- One refresh waits for each project. One put back after a crash or by a retry (attempt > 0) is not counted: it may
    -- meet the one that was queued behind it.
    CREATE UNIQUE INDEX jobs_one_refresh_waits ON jobs (project_id)
      WHERE type = 'refresh' AND status = 'pending' AND attempt = 0;

    CREATE TABLE queue_counts (
      status TEXT NOT NULL PRIMARY KEY,
      count INTEGER NOT NULL CHECK (count >= 0)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO queue_counts (status, count)
      VALUES ('pending', 0), ('processing', 0), ('completed', 0), ('failed', 0), ('cancelled', 0);
    """
}
