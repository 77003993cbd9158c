import GantryTestSupport
import Glibc
import JSON
import Testing

/// Projects that are refreshed when somebody saves their plan.
@Suite("Watching a project") struct WatchTests {
  private func project() throws -> (TemporaryDirectory, GitRepository) {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [ ] one\n- [ ] two\n")
    try repository.write("web/package.json", "{}\n")
    try repository.commit()
    return (directory, repository)
  }

  private func watched(_ repository: GitRepository, _ client: Conversation) throws -> JSON {
    _ = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    return try client.call("updateProject", ["path": .string(repository.path), "watch": true])
  }

  /// Replaces a file as editors do.
  private func save(_ name: String, _ text: String, in repository: GitRepository) throws {
    try repository.write(name + ".swp", text)
    #expect(rename("\(repository.path)/\(name).swp", "\(repository.path)/\(name)") == 0)
  }

  /// The next refresh that the watcher has asked for and that has ended.
  private func nextRefresh(_ client: Conversation) throws -> JSON {
    while true {
      let line = try JSON.parse(client.expectLine())
      guard line["params"]?["type"] == "job.completed", let data = line["params"]?["data"] else { continue }
      let job = try client.call("getJobStatus", .object(["job_id": data["job_id"] ?? .null]))
      #expect(job["type"] == "refresh")
      #expect(job["user_id"] == "watcher")
      #expect(job["priority"] == "low")
      return job["result"] ?? .null
    }
  }

  @Test("A saved plan is read, whether it was replaced or written over; one in a directory below as well")
  func saved() throws {
    let (directory, repository) = try project()
    let daemon = try Daemon()
    let client = try daemon.connect()
    let answer = try watched(repository, client)
    #expect(answer["watch"] == true)
    #expect(answer["watch_mode"] == "events")
    let listener = try daemon.connect()
    _ = try listener.call("subscribe", ["events": ["job.completed"]])
    try save("PLAN.md", "- [x] one\n- [ ] two\n", in: repository)
    #expect(try nextRefresh(listener)["tasks_done"] == 1)
    try repository.write("PLAN.md", "- [x] one\n- [x] two\n")
    #expect(try nextRefresh(listener)["tasks_done"] == 2)
    try save("web/package.json", #"{"dependencies":{"react":"^18"}}"#, in: repository)
    let technologies = try nextRefresh(listener)["technologies"]?.arrayValue ?? []
    #expect(technologies.contains("React"))
    #expect(try client.call("getProject", ["path": .string(repository.path)])["progress"]?["tasks_done"] == 2)
    withExtendedLifetime(directory) {}
  }

  @Test("A commit and another branch are noticed")
  func commits() throws {
    let (directory, repository) = try project()
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try watched(repository, client)
    let listener = try daemon.connect()
    _ = try listener.call("subscribe", ["events": ["job.completed"]])
    let head = try repository.commit()
    #expect(try nextRefresh(listener)["head"] == .string(head))
    try repository.run(["switch", "--quiet", "--create", "other"])
    #expect(try nextRefresh(listener)["branch"] == "other")
    withExtendedLifetime(directory) {}
  }

  @Test("The watch survives the daemon, and what was saved meanwhile is found")
  func survives() throws {
    let (directory, repository) = try project()
    let daemon = try Daemon()
    _ = try watched(repository, try daemon.connect())
    try daemon.kill()
    try save("PLAN.md", "- [x] one\n- [x] two\n", in: repository)
    try daemon.start()
    let client = try daemon.connect()
    _ = try client.call("getProject", ["path": .string(repository.path)]) { $0["progress"]?["tasks_done"] == 2 }
    #expect(try client.call("getProject", ["path": .string(repository.path)])["watch_mode"] == "events")
    let listener = try daemon.connect()
    _ = try listener.call("subscribe", ["events": ["job.completed"]])
    try save("PLAN.md", "- [ ] one\n- [x] two\n", in: repository)
    #expect(try nextRefresh(listener)["tasks_done"] == 1)
    withExtendedLifetime(directory) {}
  }

  @Test("Without watches to be had a project is polled, and everybody is told")
  func polled() throws {
    let (directory, repository) = try project()
    let daemon = try Daemon(configuration: "[watch]\nmax_directories = 0\npoll_seconds = 1\n")
    let client = try daemon.connect()
    let answer = try watched(repository, client)
    #expect(answer["watch_mode"] == "polling")
    #expect(answer["watch_problem"]?.stringValue?.contains("watch.max_directories") == true)
    try daemon.waitForLog(containing: "polled every 1 s")
    let checks = try client.call("health")["checks"]?.arrayValue ?? []
    #expect(checks.first { $0["name"] == "watches" }?["ok"] == false)
    try save("PLAN.md", "- [x] one\n- [x] two\n", in: repository)
    _ = try client.call("getProject", ["path": .string(repository.path)]) { $0["progress"]?["tasks_done"] == 2 }
    withExtendedLifetime(directory) {}
  }

  @Test("A directory that goes away is polled for, and watched again when it is back")
  func gone() throws {
    let (directory, repository) = try project()
    let daemon = try Daemon(configuration: "[watch]\npoll_seconds = 1\n")
    let client = try daemon.connect()
    let id = try watched(repository, client).member("id")
    #expect(rename(repository.path, repository.path + ".away") == 0)
    // What is in it is heard of at the old name's watch; the name itself is looked for with the next refresh.
    try repositoryNoise(repository.path + ".away")
    _ = try client.call("getProject", .object(["project_id": id])) { $0["watch_mode"] == "polling" }
    #expect(rename(repository.path + ".away", repository.path) == 0)
    _ = try client.call("getProject", .object(["project_id": id])) { $0["watch_mode"] == "events" }
    withExtendedLifetime(directory) {}
  }

  private func repositoryNoise(_ path: String) throws {
    let file = open(path + "/PLAN.md", O_WRONLY | O_APPEND)
    #expect(file >= 0 && write(file, "- [ ] more\n", 11) == 11)
    close(file)
  }

  @Test("Watching ends when it is asked to, and is refused for what cannot be watched")
  func ends() throws {
    let (directory, repository) = try project()
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try watched(repository, client)
    let answer = try client.call("updateProject", ["path": .string(repository.path), "watch": false, "name": "other"])
    #expect(answer["watch"] == false)
    #expect(answer["watch_mode"] == nil)
    #expect(answer["name"] == "other")
    let remote = try client.call("createProject", ["source": "https://example.com/r"]).member("id")
    try client.send(request("1", "updateProject", #"{"project_id":\#(remote),"watch":true}"#))
    try client.expect(error(-32602, id: "1", "invalidParams", field: "watch"))
    try client.send(
      request("2", "updateProject", #"{"project_id":"01890000-0000-7000-8000-000000000000","watch":true}"#))
    try client.expect(error(1003, id: "2", "projectNotFound"))
    withExtendedLifetime(directory) {}
  }
}
