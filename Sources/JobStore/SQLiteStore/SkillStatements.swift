import JobModel
import SQLite

/// The writer's statements about skills over time.
struct SkillStatements {
  let hide: Statement
  let store: Statement
  let storePerson: Statement

  init(_ prepare: (_ name: String, _ sql: String) throws(SQLiteError) -> Statement) throws(SQLiteError) {
    hide = try prepare(
      "hide skills", "UPDATE skill_sightings SET ordinal = NULL WHERE project_id = ?1 AND ordinal IS NOT NULL")
    store = try prepare(
      "store skill",
      """
      INSERT INTO skill_sightings (project_id, category, name, ordinal, share, bytes, confidence, relation,
        first_seen_at, first_head, last_seen_at, last_head)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?9, ?10)
      ON CONFLICT (project_id, category, name) DO UPDATE SET ordinal = excluded.ordinal, share = excluded.share,
        bytes = excluded.bytes, confidence = excluded.confidence, relation = excluded.relation,
        last_seen_at = excluded.last_seen_at, last_head = excluded.last_head
      """)
    storePerson = try prepare(
      "store skill of person",
      """
      INSERT INTO person_skills (user_id, category, name, project_id) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (user_id, category, name, project_id) DO NOTHING
      """)
  }
}

/// The reader's statements about skills over time.
struct SkillQueries {
  /// Columns of `SkillRecord.init(row:)`; a skill that is there was last seen by the last refresh.
  private static let columns = """
    skill_sightings.project_id, skill_sightings.category, skill_sightings.name, share, bytes, confidence, relation,
    first_seen_at, first_head,
    CASE WHEN ordinal IS NULL THEN last_seen_at ELSE coalesce(projects.last_refreshed_at, last_seen_at) END,
    CASE WHEN ordinal IS NULL THEN last_head ELSE projects.head END, ordinal IS NOT NULL
    """

  let present: Statement
  let former: Statement
  let ofPerson: Statement

  var all: [Statement] { [present, former, ofPerson] }

  init(_ connection: Connection) throws(SQLiteError) {
    present = try connection.prepare(
      "present skills",
      """
      SELECT \(Self.columns) FROM skill_sightings CROSS JOIN projects ON projects.id = skill_sightings.project_id
      WHERE project_id = ?1 AND ordinal >= ?2 ORDER BY ordinal LIMIT ?3
      """)
    former = try connection.prepare(
      "former skills",
      """
      SELECT \(Self.columns) FROM skill_sightings CROSS JOIN projects ON projects.id = skill_sightings.project_id
      WHERE project_id = ?1 AND ordinal IS NULL ORDER BY last_seen_at DESC LIMIT ?2
      """)
    ofPerson = try connection.prepare(
      "skills of person",
      """
      SELECT \(Self.columns) FROM person_skills
        CROSS JOIN skill_sightings ON skill_sightings.project_id = person_skills.project_id
          AND skill_sightings.category = person_skills.category AND skill_sightings.name = person_skills.name
        CROSS JOIN projects ON projects.id = person_skills.project_id
      WHERE user_id = ?1 AND (person_skills.category, person_skills.name) > (?2, ?3)
      ORDER BY person_skills.category, person_skills.name, person_skills.project_id
      """)
  }
}

extension SkillRecord {
  /// A row of `SkillQueries`.
  init(row: Statement) throws(StoreError) {
    guard let project: ProjectID = row.id(0) else { throw .unknownValues(table: "skill_sightings") }
    self.init(
      projectID: project,
      sighting: SkillSighting(
        name: row.text(2), category: row.text(1), share: row.isNull(3) ? nil : row.double(3),
        bytes: row.optionalInt64(4),
        confidence: row.double(5), relation: row.optionalText(6)),
      first: Point(time: row.time(7), head: row.optionalText(8)),
      last: Point(time: row.time(9), head: row.optionalText(10)), isPresent: row.bool(11))
  }
}
