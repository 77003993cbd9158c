import GantryTestSupport
import Glibc
import SQLite
import Testing

@Suite struct ConnectionTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.appending("test.db")
  }

  private func connection() throws -> Connection {
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute("schema", "CREATE TABLE things (id INTEGER PRIMARY KEY, value UNIQUE)")
    return connection
  }

  @Test func `values of every kind come back as they were bound`() throws {
    let connection = try connection()
    let insert = try connection.prepare("insert", "INSERT INTO things (value) VALUES (?1) RETURNING value")
    func roundTrip<T>(_ bind: (Statement) -> Void, _ read: (Statement) -> T) throws -> T {
      try connection.execute("clear", "DELETE FROM things")
      bind(insert)
      defer { insert.reset() }
      #expect(try insert.step())
      return read(insert)
    }
    #expect(try roundTrip({ $0.bind(1, Int64.min) }, { $0.int64(0) }) == .min)
    #expect(try roundTrip({ $0.bind(1, 0.1) }, { $0.double(0) }) == 0.1)
    #expect(try roundTrip({ $0.bind(1, true) }, { $0.bool(0) }))
    #expect(try roundTrip({ $0.bind(1, "") }, { $0.optionalText(0) }) == "")
    #expect(try roundTrip({ $0.bind(1, "a\u{0}ß𝄞") }, { $0.text(0) }) == "a\u{0}ß𝄞")
    #expect(try roundTrip({ $0.bind(1, nil as String?) }, { $0.optionalText(0) }) == nil)
    #expect(try roundTrip({ $0.bind(1, nil as Int64?) }, { $0.optionalInt64(0) }) == nil)
    let words = try roundTrip({ $0.bind(1, high: 1, low: .max) }, { $0.words(0) })
    #expect(words?.high == 1)
    #expect(words?.low == .max)
    #expect(try roundTrip({ $0.bind(1, "short") }, { $0.words(0) }) == nil)
  }

  @Test func `a broken constraint names the statement and the file, and the statement can be used again`() throws {
    let connection = try connection()
    let insert = try connection.prepare("insert thing", "INSERT INTO things (value) VALUES (?1)")
    insert.bind(1, 1)
    try insert.run()
    insert.bind(1, 1)
    let error = try #require(throws: SQLiteError.self) { try insert.run() }
    #expect(error.isConstraint)
    // SQLITE_CONSTRAINT_UNIQUE.
    #expect(error.extendedCode == 2067)
    #expect(error.operation == "insert thing")
    #expect(error.path == path)
    #expect(connection.busyStatements.isEmpty)
    insert.bind(1, 2)
    try insert.run()
    #expect(try connection.integer("count", "SELECT count(*) FROM things") == 2)
  }

  @Test func `a statement that was left in the middle is found`() throws {
    let connection = try connection()
    try connection.execute("fill", "INSERT INTO things (value) VALUES (1), (2)")
    let select = try connection.prepare("select", "SELECT value FROM things")
    #expect(try select.step())
    #expect(connection.busyStatements == ["SELECT value FROM things"])
    select.reset()
    #expect(connection.busyStatements.isEmpty)
    select.finalize()
    try connection.close()
  }

  @Test func `text that is no statement is an error, not a crash`() throws {
    let connection = try connection()
    let error = #expect(throws: SQLiteError.self) { try connection.prepare("typo", "SELEKT 1") }
    #expect(error?.message.contains("SELEKT") == true)
    #expect(throws: SQLiteError.self) { try connection.execute("typo", "CREATE TABLE things (x)") }
  }

  @Test func `a full database refuses, keeps what it had, and goes on when there is room`() throws {
    let connection = try connection()
    try connection.execute("limit", "PRAGMA max_page_count = 8")
    let insert = try connection.prepare("insert", "INSERT INTO things (value) VALUES (randomblob(4096))")
    var kept: Int64 = 0
    let error = #expect(throws: SQLiteError.self) {
      while true {
        try insert.run()
        kept += 1
      }
    }
    #expect(error?.isFull == true)
    #expect(kept > 0)
    #expect(try connection.integer("count", "SELECT count(*) FROM things") == kept)
    try connection.execute("room", "PRAGMA max_page_count = 100")
    try insert.run()
    #expect(try connection.integer("count", "SELECT count(*) FROM things") == kept + 1)
  }

  @Test func `a reading connection cannot write and cannot create`() throws {
    #expect(throws: SQLiteError.self) { try Connection(path: path, mode: .readOnly) }
    let writer = try connection()
    let reader = try Connection(path: path, mode: .readOnly)
    let error = #expect(throws: SQLiteError.self) { try reader.execute("write", "DELETE FROM things") }
    #expect(error?.isIO == true)
    #expect(try writer.integer("count", "SELECT count(*) FROM things") == 0)
  }

  @Test func `a symbolic link is refused`() throws {
    try connection().close()
    let link = directory.appending("link.db")
    #expect(symlink(path, link) == 0)
    let error = #expect(throws: SQLiteError.self) { try Connection(path: link, mode: .readWrite) }
    // SQLITE_CANTOPEN.
    #expect(error?.code == 14)
  }

  @Test func `a writer that waited in vain is told that the database is busy`() throws {
    let first = try connection()
    let second = try Connection(path: path, mode: .readWrite, busyMilliseconds: 0)
    try first.execute("begin", "BEGIN IMMEDIATE")
    let error = #expect(throws: SQLiteError.self) { try second.execute("begin", "BEGIN IMMEDIATE") }
    #expect(error?.isBusy == true)
    #expect(first.isInTransaction)
    first.rollBack()
    #expect(!first.isInTransaction)
    try second.execute("begin", "BEGIN IMMEDIATE")
    second.rollBack()
    // Twice does no harm.
    second.rollBack()
  }

  @Test func `a file that is no database is called damaged`() throws {
    try directory.write("test.db", String(repeating: "not a database, whatever its name says\n", count: 200))
    let connection = try Connection(path: path, mode: .readWrite)
    let error = #expect(throws: SQLiteError.self) {
      try connection.integer("count", "SELECT count(*) FROM sqlite_schema")
    }
    #expect(error?.isCorrupt == true)
  }
}
