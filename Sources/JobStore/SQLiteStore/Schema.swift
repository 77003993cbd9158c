import SQLite

/// The tables of the queue, version by version. A published step never changes; a new one is added behind it.
enum Schema {
  /// `Gntr`: marks a database as Gantry's (`PRAGMA application_id`).
  static let applicationID: Int32 = 0x476E_7472

  static let migrator = Migrator(applicationID: applicationID, steps: [version1])

  private static let version1 = """
    CREATE TABLE projects (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      source TEXT NOT NULL UNIQUE CHECK (source <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('local', 'remote')),
      name TEXT NOT NULL,
      plan_path TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      last_refreshed_at INTEGER,
      head TEXT,
      branch TEXT,
      progress TEXT,
      skills TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE project_documents (
      project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('plan', 'skills')),
      summary TEXT NOT NULL,
      PRIMARY KEY (project_id, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE project_document_items (
      project_id BLOB NOT NULL,
      kind TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      item TEXT NOT NULL,
      PRIMARY KEY (project_id, kind, ordinal),
      FOREIGN KEY (project_id, kind) REFERENCES project_documents (project_id, kind) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- seq is the age of a job: ids of one millisecond and clocks that step back cannot disturb it.
    CREATE TABLE jobs (
      seq INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      type TEXT NOT NULL CHECK (type <> ''),
      project_id BLOB REFERENCES projects (id) ON DELETE CASCADE,
      user_id TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
      priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
      created_at INTEGER NOT NULL,
      run_at INTEGER NOT NULL,
      -- 1 while a pending job waits for run_at; the claim looks only at the others.
      is_scheduled INTEGER NOT NULL CHECK (is_scheduled IN (0, 1)),
      started_at INTEGER,
      completed_at INTEGER,
      retry_count INTEGER NOT NULL DEFAULT 0 CHECK (retry_count >= 0),
      max_retries INTEGER NOT NULL CHECK (max_retries >= 0),
      attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0),
      token BLOB CHECK (token IS NULL OR length(token) = 16),
      boot BLOB CHECK (boot IS NULL OR length(boot) = 16),
      cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
      idempotency_key TEXT,
      unique_key TEXT,
      exclusive_key TEXT,
      progress_fraction REAL NOT NULL DEFAULT 0 CHECK (progress_fraction BETWEEN 0 AND 1),
      progress_stage TEXT NOT NULL DEFAULT '',
      progress_message TEXT NOT NULL DEFAULT '',
      progress_current INTEGER,
      progress_total INTEGER,
      payload TEXT NOT NULL,
      result TEXT,
      error_kind TEXT,
      error_message TEXT,
      error_step TEXT,
      error_exit_code INTEGER,
      error_stderr TEXT,
      error_retryable INTEGER,
      -- A processing job has a live attempt, always.
      CHECK ((status = 'processing') = (token IS NOT NULL)),
      CHECK ((status IN ('completed', 'failed', 'cancelled')) = (completed_at IS NOT NULL)),
      CHECK (is_scheduled = 0 OR status = 'pending'),
      CHECK ((status = 'completed') = (result IS NOT NULL)),
      CHECK ((status = 'failed') = (error_kind IS NOT NULL))
    ) STRICT;

    -- The claim: for each type the most urgent, then the oldest.
    CREATE INDEX jobs_ready ON jobs (type, priority DESC, seq) WHERE status = 'pending' AND is_scheduled = 0;
    CREATE INDEX jobs_scheduled ON jobs (run_at) WHERE is_scheduled = 1;
    -- Lists by status. Completed jobs, nearly all of them, are found by walking back from the newest.
    CREATE INDEX jobs_by_status ON jobs (status, seq) WHERE status <> 'completed';
    CREATE INDEX jobs_by_type ON jobs (type, seq);
    CREATE INDEX jobs_by_project ON jobs (project_id, seq) WHERE project_id IS NOT NULL;

    CREATE UNIQUE INDEX jobs_idempotency ON jobs (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
    CREATE UNIQUE INDEX jobs_unique ON jobs (unique_key)
      WHERE unique_key IS NOT NULL AND status IN ('pending', 'processing');
    CREATE UNIQUE INDEX jobs_exclusive ON jobs (exclusive_key)
      WHERE exclusive_key IS NOT NULL AND status = 'processing';
    -- One refresh waits for each project. Those put back after a crash or by a retry (attempt > 0) are not new ones, and
    -- those asked for at a later time stand apart until it comes.
    CREATE UNIQUE INDEX jobs_one_refresh_waits ON jobs (project_id)
      WHERE type = 'refresh' AND status = 'pending' AND attempt = 0 AND run_at <= created_at;

    CREATE TABLE queue_counts (
      status TEXT NOT NULL PRIMARY KEY,
      count INTEGER NOT NULL CHECK (count >= 0)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO queue_counts (status, count)
      VALUES ('pending', 0), ('processing', 0), ('completed', 0), ('failed', 0), ('cancelled', 0);
    """
}
