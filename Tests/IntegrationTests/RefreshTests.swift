import GantryTestSupport
import JSON
import Testing

/// The daemon's main job, from the call to what is known about the project afterwards.
@Suite("Refreshing a project")
struct RefreshTests {
  @Test("A language is one skill, whatever shows it") func aLanguageIsOneSkill() throws {
    let daemon = try Daemon()
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("src/a.ts", "export const a = 1\n")
    try repository.write("tsconfig.json", "{}\n")
    _ = try repository.commit()
    let client = try daemon.connect()
    _ = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    let skills =
      try client.call("getProjectSkills", ["path": .string(repository.path)]).member("skills").arrayValue ?? []
    let found = skills.filter { $0["name"] == "TypeScript" }
    #expect(found.count == 1)
    let places = found.first?["evidence"]?.arrayValue?.compactMap { $0["path"]?.stringValue } ?? []
    #expect(Set(places) == ["src/a.ts", "tsconfig.json"])
  }

  private func project(_ files: [String: String]) throws -> (TemporaryDirectory, GitRepository) {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    for (name, text) in files { try repository.write(name, text) }
    try repository.commit()
    return (directory, repository)
  }

  @Test("A refresh counts what is done, and the next one counts again")
  func twice() throws {
    let (directory, repository) = try project(["PLAN.md": "# Plan\n\n- [x] one\n- [ ] two\n- [ ] three\n"])
    let daemon = try Daemon()
    let client = try daemon.connect()
    let params: JSON = ["path": .string(repository.path), "wait": true]
    let first = try client.call("refreshProject", params)
    #expect(first["outcome"] == "created")
    #expect(first["job"]?["result"]?["tasks_count"] == 3)
    #expect(first["job"]?["result"]?["tasks_done"] == 1)

    try repository.write("PLAN.md", "# Plan\n\n- [x] one\n- [x] two\n- [x] three\n- [ ] four\n")
    let second = try client.call("refreshProject", params)
    #expect(second["project_id"] == first["project_id"])
    #expect(second["job_id"] != first["job_id"])
    #expect(second["job"]?["result"]?["tasks_count"] == 4)
    #expect(second["job"]?["result"]?["tasks_done"] == 3)
    #expect(second["job"]?["result"]?["progress_percentage"]?.doubleValue == 75)
    let known = try client.call("getProject", ["path": .string(repository.path)])
    #expect(known["progress"]?["tasks_done"] == 3)
    withExtendedLifetime(directory) {}
  }

  @Test("A file inside the repository names the same project as the repository itself")
  func fromWithin() throws {
    let (directory, repository) = try project(["PLAN.md": "- [x] one\n", "src/deep/main.c": "int main(void) {}\n"])
    let daemon = try Daemon()
    let client = try daemon.connect()
    let outer = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    let inner = try client.call("refreshProject", ["path": .string(repository.path + "/src/deep"), "wait": true])
    #expect(inner["project_id"] == outer["project_id"])
    withExtendedLifetime(directory) {}
  }

  @Test("A percentage is explained box by box, page by page")
  func explained() throws {
    let (directory, repository) = try project([
      "PLAN.md": "- [x] one\n- [~] two\n```\n- [ ] three\n```\n", "ROADMAP.md": "- [ ] far\n",
    ])
    let daemon = try Daemon()
    let client = try daemon.connect()
    let path: JSON = ["path": .string(repository.path)]
    for (path, code, kind) in [(repository.path, 1003, "projectNotFound"), ("/", 1010, "notARepository")] {
      try client.send(request("1", "explainProgress", #"{"path":"\#(path)"}"#))
      try client.expect(error(code, id: "1", kind))
    }
    _ = try client.call("createProject", ["source": .string(repository.path)])
    let before = try client.call("explainProgress", path)
    #expect(before["boxes"] == [])
    #expect(before["summary"]?.stringValue?.contains("refreshProject") == true)

    _ = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    let first = try client.call("explainProgress", ["path": .string(repository.path), "limit": 2])
    #expect(
      first["summary"]?.stringValue
        == "PLAN.md: 1 of 2 tasks are done, 50.0 %. They are boxes in list items. 1 more that look like one are none.")
    #expect(first["files"]?.arrayValue?.compactMap { $0["used"]?.boolValue } == [true, false])
    #expect(first["boxes"]?.arrayValue?.compactMap { $0["state"]?.stringValue } == ["done", "unclear"])
    let cursor = try #require(first["next_cursor"])
    let rest = try client.call("explainProgress", ["path": .string(repository.path), "cursor": cursor])
    #expect(rest["boxes"]?[0]?["reason"] == "code_fence")
    #expect(rest["boxes"]?[0]?["line"] == 4)
    #expect(rest["boxes"]?[0]?["counted"] == false)
    #expect(rest["next_cursor"] == .null)

    let plan = try client.call("getProjectPlan", path)
    #expect(plan["tasks"]?.arrayValue?.count == 2, "what is no task is not among them")
    #expect(plan["next_cursor"] == .null)
    withExtendedLifetime(directory) {}
  }

  @Test("A project without a plan has no percentage, and that is no failure")
  func withoutPlan() throws {
    let (directory, repository) = try project(["main.py": "print('hello')\n"])
    let daemon = try Daemon()
    let client = try daemon.connect()
    let refreshed = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    #expect(refreshed["status"] == "completed")
    #expect(refreshed["job"]?["result"]?["progress_percentage"] == .null)
    #expect(refreshed["job"]?["result"]?["tasks_count"] == 0)
    withExtendedLifetime(directory) {}
  }

  @Test("While one refresh runs, one waits behind it, and further callers join that one")
  func coalescing() throws {
    let stage = try SlowGitStage()
    let daemon = stage.daemon
    let client = try daemon.connect()
    let params: JSON = ["path": .string(stage.repository.path)]
    let running = try client.call("refreshProject", params)
    #expect(running["outcome"] == "created")
    try stage.gate.waitForArrival()

    let behind = try client.call("refreshProject", params)
    #expect(behind["outcome"] == "queued_behind")
    #expect(behind["job_id"] != running["job_id"])
    for _ in 0..<10 {
      let joined = try client.call("refreshProject", params)
      #expect(joined["outcome"] == "joined")
      #expect(joined["job_id"] == behind["job_id"])
    }
    let status = try client.call("queueStatus")
    #expect(status["processing"] == 1)
    #expect(status["pending"] == 1)

    try stage.gate.open()
    for job in [running, behind] {
      let id = try #require(job["job_id"])
      let ended = try client.call("waitJob", .object(["job_id": id, "timeout_seconds": 60]))
      #expect(ended["job"]?["status"] == "completed")
    }
  }

  @Test("A running refresh can be cancelled, and its git is gone")
  func cancelled() throws {
    let stage = try SlowGitStage()
    let daemon = stage.daemon
    let client = try daemon.connect()
    let job = try #require(try client.call("refreshProject", ["path": .string(stage.repository.path)])["job_id"])
    try stage.gate.waitForArrival()
    let cancelled = try client.call("cancelJob", .object(["job_id": job]))
    #expect(cancelled["cancel_requested"] == true)
    let ended = try client.call("waitJob", .object(["job_id": job, "timeout_seconds": 60]))
    #expect(ended["job"]?["status"] == "cancelled")
    #expect(try client.call("queueStatus")["workers"]?["busy"] == 0)
  }

  @Test("Two callers that wait for one refresh are both told its result")
  func twoWaiters() throws {
    let stage = try SlowGitStage()
    let daemon = stage.daemon
    let (first, second) = (try daemon.connect(), try daemon.connect())
    let job = try #require(try first.call("refreshProject", ["path": .string(stage.repository.path)])["job_id"])
    try stage.gate.waitForArrival()
    for client in [first, second] {
      try client.send(request("1", "waitJob", #"{"job_id":\#(job),"timeout_seconds":60}"#))
    }
    try stage.gate.open()
    for client in [first, second] {
      try client.expect(
        #"{"jsonrpc":"2.0","id":1,"result":{"job":{"status":"completed","<others>":"<any>"},"timed_out":false}}"#)
    }
  }

  @Test("A repository that has vanished fails the refresh and says what is missing")
  func vanished() throws {
    let (directory, repository) = try project(["PLAN.md": "- [x] one\n"])
    let daemon = try Daemon()
    let client = try daemon.connect()
    let id = try #require(try client.call("createProject", ["source": .string(repository.path)])["id"])
    try repository.run(["rev-parse", "HEAD"])
    try directory.remove("project")
    let job = try #require(try client.call("refreshProject", .object(["project_id": id]))["job_id"])
    let ended = try client.call("waitJob", .object(["job_id": job, "timeout_seconds": 60]))
    #expect(ended["job"]?["status"] == "failed")
    #expect(ended["job"]?["error"]?["message"]?.stringValue?.contains(repository.path) == true)
  }

  @Test("A repository's own configuration cannot run programs")
  func hostileConfiguration() throws {
    let (directory, repository) = try project(["PLAN.md": "- [x] one\n"])
    let trap = try directory.writeScript("trap", "touch '\(directory.appending("sprung"))'")
    try repository.run(["config", "core.fsmonitor", trap])
    try repository.run(["config", "core.sshCommand", trap])
    try repository.run(["config", "core.pager", trap])
    try directory.writeScript("project/.git/hooks/post-checkout", "exec '\(trap)'")
    let daemon = try Daemon()
    let client = try daemon.connect()
    let refreshed = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    #expect(refreshed["status"] == "completed")
    #expect(!directory.contains("sprung"))
  }
}
