import GantryTestSupport
import JSON
import Testing

/// Progress over time: what it was, who did it, and when it would be done.
@Suite struct ProgressHistoryTests {
  private let daemon: Daemon
  private let directory: TemporaryDirectory
  private let repository: GitRepository
  private let client: Conversation

  init() throws {
    daemon = try Daemon()
    directory = try TemporaryDirectory()
    repository = try GitRepository(in: directory, named: "tideline")
    client = try daemon.connect()
  }

  private func commit(_ day: Int, by author: String = "Ada", _ plan: String, path: String = "PLAN.md") throws {
    try repository.write(path, plan)
    try repository.run(["add", "--all"])
    let date = "2026-03-\(day < 10 ? "0" : "")\(day)T12:00:00Z"
    try repository.run(
      ["commit", "--quiet", "--message", "change"],
      environment: [
        "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "\(author.lowercased())@example.com", "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": date,
      ])
  }

  private func refresh() throws {
    let answer = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    #expect(answer["job"]?["status"] == "completed")
  }

  private func history(_ more: [(String, JSON)] = []) throws -> JSON {
    try client.call(
      "getProjectProgressHistory", .object(JSONObject([("path", .string(repository.path))] + more)))
  }

  private func ticks() throws -> [JSON] {
    try client.call("getTaskHistory", ["path": .string(repository.path)])["ticks"]?.arrayValue ?? []
  }

  private func done(_ history: JSON) -> [Int64?] {
    (history["snapshots"]?.arrayValue ?? []).map { $0["tasks_done"]?.intValue }
  }

  @Test func `the first refresh finds all of the past, later ones what is new`() throws {
    try commit(1, "## Engine\n- [ ] cut the gears\n- [ ] punch the cards\n- [ ] run\n", path: "TODO.md")
    try commit(2, by: "Bob", "## Engine\n- [x] cut the gears\n- [ ] punch the cards\n- [ ] run\n", path: "TODO.md")
    try repository.run(["mv", "TODO.md", "PLAN.md"])
    try commit(3, "## Engine\n- [x] cut the gears\n- [ ] punch the cards\n- [ ] run\n")
    try commit(4, "## Engine\n- [x] 1. cut the gears\n- [ ] 2. punch the cards\n- [ ] 3. run\n")
    try refresh()
    let first = try history()
    #expect(done(first) == [0, 1, 1])
    #expect(first["history"]?["complete"] == true)
    #expect(first["history"]?["former_paths"] == ["TODO.md"])
    #expect(first["history"]?["versions_count"] == 4)
    #expect(first["snapshots"]?[1]?["author"] == "Bob")
    #expect(first["snapshots"]?[1]?["at"] == "2026-03-02T12:00:00.000Z")
    #expect(first["snapshots"]?[2]?["plan_path"] == "PLAN.md")
    #expect(first["projection"] == .null)
    #expect(first["projection_reason"] == "no_recent_progress")

    try commit(5, by: "Eve", "## Engine\n- [ ] 1. cut the gears\n- [x] 3. run\n- [x] 2. punch the cards\n")
    try refresh()
    let second = try history()
    #expect(done(second) == [0, 1, 1, 2])
    #expect(second["history"]?["versions_count"] == 5)
    let found = try ticks()
    #expect(found.map { $0["author"] } == ["Eve", "Eve", "Eve", "Bob"])
    #expect(found.prefix(3).count { $0["ticked"] == true } == 2)
    #expect(found.last?["text"] == "cut the gears")
    #expect(found.last?["section"] == "Engine")

    let plan = try client.call("getProjectPlan", ["path": .string(repository.path)])
    #expect(plan["tasks"]?[0]?["ticked_by"] == .null)
    #expect(plan["tasks"]?[1]?["ticked_by"] == "Eve")
    #expect(plan["tasks"]?[1]?["ticked_at"] == "2026-03-05T12:00:00.000Z")
    #expect(plan["tasks"]?[1]?["ticked_commit"]?.stringValue == (try repository.head()))
  }

  @Test func `what is saved and not committed is a snapshot of its own, once`() throws {
    try commit(1, "- [ ] a\n- [ ] b\n")
    try refresh()
    try repository.write("PLAN.md", "- [x] a\n- [ ] b\n")
    try refresh()
    try repository.write("other.txt", "x")
    try refresh()
    let found = try history()
    #expect(done(found) == [0, 1])
    #expect(found["snapshots"]?[1]?["origin"] == "refresh")
    #expect(found["snapshots"]?[1]?["commit"] == .null)
    #expect(try ticks().isEmpty)
  }

  @Test func `a branch that was rewritten is read anew, and that is said`() throws {
    try commit(1, "- [ ] a\n- [ ] b\n")
    try commit(2, "- [x] a\n- [ ] b\n")
    try refresh()
    let old = try repository.head()
    try repository.run(["reset", "--quiet", "--hard", "HEAD~1"])
    try commit(3, by: "Bob", "- [ ] a\n- [x] b\n- [x] c\n")
    try refresh()
    let found = try history()
    #expect(done(found) == [0, 2])
    #expect(found["history"]?["notes"]?[0]?.stringValue?.contains(old) == true)
    #expect(try ticks().map { $0["author"] } == ["Bob", "Bob"])
  }

  @Test func `pages and since`() throws {
    for day in 1...5 {
      let boxes = (1...5).map { "- [\($0 < day ? "x" : " ")] task \($0)\n" }.joined()
      try commit(day, boxes)
    }
    try refresh()
    let first = try history([("limit", 2)])
    #expect(done(first) == [0, 1])
    let second = try history([("limit", 2), ("cursor", first["next_cursor"] ?? .null)])
    #expect(done(second) == [2, 3])
    let last = try history([("limit", 2), ("cursor", second["next_cursor"] ?? .null)])
    #expect(done(last) == [4])
    #expect(last["next_cursor"] == .null)
    #expect(done(try history([("since", "2026-03-04T12:00:00Z")])) == [3, 4])

    let path = JSON.string(repository.path)
    let page = try client.call("getTaskHistory", ["path": path, "limit": 3])
    #expect(page["ticks"]?.arrayValue?.map { $0["text"] } == ["task 4", "task 3", "task 2"])
    let rest = try client.call("getTaskHistory", ["path": path, "cursor": page["next_cursor"] ?? .null])
    #expect(rest["ticks"]?.arrayValue?.map { $0["text"] } == ["task 1"])
    let since = try client.call("getTaskHistory", ["path": path, "since": "2026-03-04T00:00:00Z"])
    #expect(since["ticks"]?.arrayValue?.count == 2)
  }

  @Test(arguments: ["getProjectProgressHistory", "getTaskHistory"])
  func `what is asked wrongly is refused`(method: String) throws {
    try commit(1, "- [ ] a\n")
    try refresh()
    func refusal(_ params: String) throws -> JSON {
      try client.send(#"{"jsonrpc":"2.0","id":"x","method":"\#(method)","params":\#(params)}"#)
      return try JSON.parse(try client.expectLine())["error"]?["data"] ?? .null
    }
    let path = "\"path\":\"\(repository.path)\""
    #expect(try refusal("{\(path),\"cursor\":\"nowhere\"}")["field"] == "cursor")
    #expect(try refusal("{\(path),\"since\":\"yesterday\"}")["field"] == "since")
    #expect(try refusal("{}")["kind"] == "invalidParams")
    #expect(try refusal("{\"path\":\"\(directory.path)\"}")["kind"] == "notARepository")
    #expect(
      try refusal(#"{"project_id":"01997a3e-0a10-7c3f-9d2e-1f2a3b4c5d6e"}"#)["kind"] == "projectNotFound")
  }

  @Test func `the command draws a chart, with blocks or without, and lists ticks`() throws {
    try commit(1, "- [ ] a\n- [ ] b\n")
    try commit(9, by: "Bob", "- [x] a\n- [ ] b\n")
    try refresh()
    var gantry = CommandLine(daemon)
    gantry.environment["LANG"] = "C.UTF-8"
    let blocks = try gantry("progress", repository.path)
    #expect(blocks.status == 0)
    #expect(blocks.output.contains("100 % ┤"))
    #expect(blocks.output.contains("█"))
    #expect(blocks.output.contains("1 of 2 tasks done (50 %), 2 snapshots since 2026-03-01"))
    gantry.environment["LANG"] = "C"
    let plain = try gantry("progress", repository.path)
    #expect(plain.output.contains("#"))
    #expect(plain.output.utf8.allSatisfy { $0 < 0x80 })
    let ticks = try gantry("progress", "--ticks", repository.path)
    #expect(ticks.output.contains("[x] a  Bob"))
    let json = try gantry("progress", "--json", repository.path).json()
    #expect(json["snapshots"]?.arrayValue?.count == 2)
  }
}
