extension Schema {
  /// Skills over time and across projects; part of version 3.
  ///
  /// A row of `skill_sightings` stays when the skill is gone: it was one. There are no more of them than the rules of
  /// the detector know names, about a thousand.
  static let skillSightings = """
    CREATE TABLE skill_sightings (
      project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
      category TEXT NOT NULL CHECK (length(category) BETWEEN 1 AND 256),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 256),
      -- Place among the items of the project's skills; null when the skill is gone.
      ordinal INTEGER CHECK (ordinal >= 0),
      share REAL CHECK (share BETWEEN 0 AND 100),
      bytes INTEGER CHECK (bytes >= 0),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      relation TEXT CHECK (relation IN ('direct', 'development', 'transitive')),
      first_seen_at INTEGER NOT NULL,
      first_head TEXT,
      last_seen_at INTEGER NOT NULL,
      last_head TEXT,
      PRIMARY KEY (project_id, category, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX skill_sightings_present ON skill_sightings (project_id, ordinal) WHERE ordinal IS NOT NULL;
    CREATE INDEX skill_sightings_former ON skill_sightings (project_id, last_seen_at) WHERE ordinal IS NULL;

    -- Whose refreshes saw it.
    CREATE TABLE person_skills (
      user_id TEXT NOT NULL CHECK (length(user_id) <= 256),
      category TEXT NOT NULL,
      name TEXT NOT NULL,
      project_id BLOB NOT NULL,
      PRIMARY KEY (user_id, category, name, project_id),
      FOREIGN KEY (project_id, category, name) REFERENCES skill_sightings (project_id, category, name)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_skills_by_project ON person_skills (project_id, category, name);
    """
}
