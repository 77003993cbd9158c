extension Schema {
  /// Progress over time; part of version 3.
  static let progressHistory = """
    CREATE TABLE progress_histories (
      project_id BLOB NOT NULL PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
      mark TEXT NOT NULL CHECK (mark GLOB '{*'),
      report TEXT NOT NULL CHECK (report GLOB '{*')
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE progress_snapshots (
      seq INTEGER NOT NULL PRIMARY KEY,
      project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('commit', 'refresh')),
      commit_oid TEXT,
      author TEXT,
      email TEXT,
      authored_at INTEGER,
      committed_at INTEGER,
      plan_path TEXT NOT NULL,
      tasks_count INTEGER NOT NULL CHECK (tasks_count >= 0),
      tasks_done INTEGER NOT NULL CHECK (tasks_done >= 0),
      open_markers_count INTEGER NOT NULL CHECK (open_markers_count >= 0),
      percentage REAL CHECK (percentage BETWEEN 0 AND 100),
      CHECK ((origin = 'commit') = (commit_oid IS NOT NULL)),
      CHECK ((commit_oid IS NULL) = (author IS NULL) AND (author IS NULL) = (email IS NULL)),
      CHECK ((commit_oid IS NULL) = (authored_at IS NULL) AND (authored_at IS NULL) = (committed_at IS NULL))
    ) STRICT;
    CREATE INDEX progress_snapshots_by_time ON progress_snapshots (project_id, at, seq);

    CREATE TABLE task_ticks (
      seq INTEGER NOT NULL PRIMARY KEY,
      project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      is_tick INTEGER NOT NULL CHECK (is_tick IN (0, 1)),
      is_new_task INTEGER NOT NULL CHECK (is_new_task IN (0, 1)),
      commit_oid TEXT NOT NULL CHECK (length(commit_oid) IN (40, 64)),
      author TEXT NOT NULL,
      email TEXT NOT NULL,
      authored_at INTEGER NOT NULL,
      committed_at INTEGER NOT NULL,
      text TEXT NOT NULL,
      section TEXT,
      line INTEGER NOT NULL CHECK (line > 0)
    ) STRICT;
    CREATE INDEX task_ticks_by_time ON task_ticks (project_id, at, seq);
    """
}
