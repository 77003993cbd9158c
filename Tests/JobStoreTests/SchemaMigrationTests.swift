import GantryTestSupport
import JobModel
import SQLite
import Testing

@testable import JobStore

/// Databases that released versions have written must open, with everything in them.
@Suite struct SchemaMigrationTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.appending("queue.db")
  }

  @Test func `a database of version 2 keeps its projects and can hold skills over time`() throws {
    let old = try Connection(path: path, mode: .readWrite)
    try Migrator(applicationID: Schema.applicationID, steps: [Schema.version1, Schema.version2]).migrate(old)
    try old.execute(
      "project",
      """
      INSERT INTO projects (id, source, kind, name, created_at, updated_at, skills)
      VALUES (x'00000000000070008000000000000001', '/srv/a', 'local', 'a', 1, 2, '{"skills_count":3}')
      """)
    try old.close()

    var store = try SQLiteStore.open(path: path)
    var reader = try SQLiteReader.open(path: path)
    let project = try #require(try reader.project(source: "/srv/a"))
    #expect(project.skills == #"{"skills_count":3}"#)
    #expect(try reader.skills(of: project.id, from: 0, limit: 10).isEmpty)
    #expect(try reader.skills(ofUser: "0", after: nil, limit: 10).isEmpty)
    #expect(try reader.historyReport(of: project.id) == nil)
    reader.close()
    try store.close()
  }

  @Test(arguments: [
    "confidence = 2", "share = 101", "bytes = -1", "relation = 'wished'", "ordinal = -1", "category = ''", "name = ''",
  ])
  func `a skill that cannot be is refused`(_ change: String) throws {
    let store = try SQLiteStore.open(path: path)
    try store.connection.execute(
      "rows",
      """
      INSERT INTO projects (id, source, kind, name, created_at, updated_at)
      VALUES (x'00000000000070008000000000000001', '/srv/a', 'local', 'a', 1, 2);
      INSERT INTO skill_sightings (project_id, category, name, ordinal, confidence, first_seen_at, last_seen_at)
      VALUES (x'00000000000070008000000000000001', 'database', 'Redis', 0, 0.9, 1, 2);
      """)
    #expect(throws: SQLiteError.self) {
      try store.connection.execute("change", "UPDATE skill_sightings SET \(change)")
    }
  }

  @Test(arguments: [
    "tasks_done = -1", "tasks_count = -1", "percentage = 101", "origin = 'wish'",
    "origin = 'refresh'", "commit_oid = NULL", "author = NULL", "email = NULL", "authored_at = NULL",
    "committed_at = NULL", "open_markers_count = -1",
  ])
  func `a snapshot that cannot be is refused`(_ change: String) throws {
    let store = try SQLiteStore.open(path: path)
    try store.connection.execute(
      "rows",
      """
      INSERT INTO projects (id, source, kind, name, created_at, updated_at)
      VALUES (x'00000000000070008000000000000001', '/srv/a', 'local', 'a', 1, 2);
      INSERT INTO progress_snapshots (project_id, at, origin, commit_oid, author, email, authored_at, committed_at,
        plan_path, tasks_count, tasks_done, open_markers_count, percentage)
      VALUES (x'00000000000070008000000000000001', 1, 'commit', 'abc', 'Ada', '', 1, 1, 'PLAN.md', 4, 2, 0, 50);
      """)
    #expect(throws: SQLiteError.self) {
      try store.connection.execute("change", "UPDATE progress_snapshots SET \(change)")
    }
  }
}
