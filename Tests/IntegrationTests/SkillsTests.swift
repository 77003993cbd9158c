import GantryTestSupport
import JSON
import Testing

/// Skills over time, across projects, and as people see them.
@Suite struct SkillsTests {
  private let daemon: Daemon
  private let directory: TemporaryDirectory

  init() throws {
    daemon = try Daemon()
    directory = try TemporaryDirectory()
  }

  private func repository(_ name: String, _ files: [String: String]) throws -> GitRepository {
    let repository = try GitRepository(in: directory, named: name)
    for (path, text) in files { try repository.write(path, text) }
    try repository.commit()
    return repository
  }

  private func refresh(_ repository: GitRepository, _ client: Conversation) throws {
    let answer = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    #expect(answer["job"]?["status"] == "completed")
  }

  @Test func `a skill says since when, and one that is gone says until when`() throws {
    let client = try daemon.connect()
    let repository = try repository("a", ["package.json": #"{"dependencies": {"react": "19", "pg": "8"}}"#])
    let first = try repository.head()
    try refresh(repository, client)
    try repository.write("package.json", #"{"dependencies": {"react": "19", "redis": "5"}}"#)
    try repository.commit()
    let second = try repository.head()
    try refresh(repository, client)

    let answer = try client.call("getProjectSkills", ["path": .string(repository.path), "limit": 500])
    let skills = answer["skills"]?.arrayValue ?? []
    let react = try #require(skills.first { $0["name"] == "React" })
    #expect(react["first_seen_commit"]?.stringValue == first)
    #expect(react["last_seen_commit"]?.stringValue == second)
    #expect(react["first_seen_at"]?.stringValue != nil)
    #expect(react["relation"] == "direct")
    #expect(react["packages"] == ["."])
    #expect(react["evidence"]?[0]?["blob"]?.stringValue?.count == 40)
    let redis = try #require(skills.first { $0["name"] == "Redis" })
    #expect(redis["first_seen_commit"]?.stringValue == second)
    let former = answer["former_skills"]?.arrayValue ?? []
    #expect(former.map { $0["name"] } == ["PostgreSQL"])
    #expect(former.first?["last_seen_commit"]?.stringValue == first)

    let page = try client.call("getProjectSkills", ["path": .string(repository.path), "limit": 1, "cursor": "1"])
    #expect(page["skills"]?[0]?["name"] == skills[1]["name"])
    #expect(page["skills"]?[0]?["first_seen_at"] == skills[1]["first_seen_at"])
  }

  @Test func `the skills of a person are those of all projects`() throws {
    let client = try daemon.connect()
    let web = try repository("web", ["package.json": #"{"dependencies": {"pg": "8"}}"#, "a.ts": "let a = 1\n"])
    let api = try repository("api", ["go.mod": "require github.com/lib/pq v1.0.0\n", "b.ts": "let b = 12\n"])
    try refresh(web, client)
    try refresh(api, client)
    let answer = try client.call("getSkills", ["limit": 500])
    let skills = answer["skills"]?.arrayValue ?? []
    let places = skills.map { "\($0["category"]?.stringValue ?? "")/\($0["name"]?.stringValue ?? "")" }
    #expect(places == places.sorted())
    let postgres = try #require(skills.first { $0["name"] == "PostgreSQL" })
    #expect(postgres["projects_count"] == 2)
    #expect(postgres["projects"]?[0]?["project"] == "web")
    #expect(postgres["projects"]?[1]?["project"] == "api")
    #expect(postgres["bytes"] == .null)
    #expect(postgres["present"] == true)
    let typeScript = try #require(skills.first { $0["name"] == "TypeScript" && $0["category"] == "language" })
    #expect(typeScript["bytes"] == 21)

    var paged: [String] = []
    var cursor: JSON = .null
    repeat {
      let page = try client.call("getSkills", cursor == .null ? ["limit": 2] : ["limit": 2, "cursor": cursor])
      paged += (page["skills"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
      cursor = page["next_cursor"] ?? .null
    } while cursor != .null
    #expect(paged == skills.compactMap { $0["name"]?.stringValue })

    #expect(try client.call("getSkills", ["user_id": "4294967294"])["skills"] == [])
    try client.send(#"{"jsonrpc":"2.0","id":"x","method":"getSkills","params":{"cursor":"nowhere"}}"#)
    let refused = try client.expect(#"{"jsonrpc":"2.0","id":"x","error":{"code":-32602,"<others>":"<any>"}}"#)
    #expect(refused["error"]?["data"]?["kind"] == "invalidParams")
  }
}
