import GantryTestSupport
import SQLite
import Testing

@Suite struct MigratorTests {
  private let directory: TemporaryDirectory
  private let connection: Connection
  private let first = "CREATE TABLE a (x);"
  private let second = "ALTER TABLE a ADD COLUMN y;"

  init() throws {
    directory = try TemporaryDirectory()
    connection = try Connection(path: directory.appending("test.db"), mode: .readWrite)
  }

  private func version() throws -> Int64 { try connection.integer("version", "PRAGMA user_version") }

  @Test func `a new database goes through all steps, and an old one through the rest`() throws {
    try Migrator(applicationID: 7, steps: [first]).migrate(connection)
    #expect(try version() == 1)
    try Migrator(applicationID: 7, steps: [first, second]).migrate(connection)
    #expect(try version() == 2)
    #expect(try connection.integer("owner", "PRAGMA application_id") == 7)
    try connection.execute("use", "INSERT INTO a (x, y) VALUES (1, 2)")
  }

  @Test func `a database at the newest version is left alone`() throws {
    let migrator = Migrator(applicationID: 7, steps: [first])
    try migrator.migrate(connection)
    let before = try connection.integer("schema", "PRAGMA schema_version")
    try migrator.migrate(connection)
    #expect(try connection.integer("schema", "PRAGMA schema_version") == before)
  }

  @Test func `a newer version is refused`() throws {
    try Migrator(applicationID: 7, steps: [first, second]).migrate(connection)
    let refusal = #expect(throws: Migrator.Refusal.self) {
      try Migrator(applicationID: 7, steps: [first]).migrate(connection)
    }
    #expect(refusal == .newerVersion(found: 2, known: 1))
    #expect(try version() == 2)
  }

  @Test(arguments: [
    "PRAGMA application_id = 9", "PRAGMA user_version = 3", "CREATE TABLE theirs (x)",
  ])
  func `another program's database is refused`(_ sign: String) throws {
    try connection.execute("another program", sign)
    let refusal = #expect(throws: Migrator.Refusal.self) {
      try Migrator(applicationID: 7, steps: [first]).migrate(connection)
    }
    guard case .foreign = refusal else {
      Issue.record("refused as \(String(describing: refusal))")
      return
    }
    #expect(try connection.integer("tables", "SELECT count(*) FROM sqlite_schema WHERE name = 'a'") == 0)
  }

  @Test func `a step that fails leaves the version before it`() throws {
    let refusal = #expect(throws: Migrator.Refusal.self) {
      try Migrator(applicationID: 7, steps: [first, "CREATE TABLE b (x); CREATE TABLE a (x);"]).migrate(connection)
    }
    guard case .failed(let error) = refusal else {
      Issue.record("refused as \(String(describing: refusal))")
      return
    }
    #expect(error.operation == "migration 2")
    #expect(try version() == 1)
    #expect(try connection.integer("tables", "SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0)
    #expect(!connection.isInTransaction)
  }

  @Test func `long work says again and again that it goes on`() throws {
    var signs = 0
    connection.setProgress(everySteps: 1000) { signs += 1 }
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
    try Migrator(applicationID: 7, steps: ["\(first) INSERT INTO a \(many) SELECT i FROM n;"]).migrate(connection)
    #expect(signs > 10)
    connection.setProgress(nil)
    signs = 0
    #expect(try connection.integer("count", "\(many) SELECT count(*) FROM n") == 10_000)
    #expect(signs == 0)
  }
}
