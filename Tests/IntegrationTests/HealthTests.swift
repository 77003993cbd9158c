import ChildProcess
import GantryTestSupport
import JSON
import Testing

@Suite("Health and history")
struct HealthTests {
  private func check(_ name: String, _ health: JSON) -> JSON? {
    health["checks"]?.arrayValue?.first { $0["name"]?.stringValue == name }
  }

  @Test("A daemon that does its work is healthy")
  func healthy() throws {
    try converse { client in
      let id = try client.call("createJob", ["type": "noop"]).member("job_id")
      _ = try client.call("waitJob", .object(["job_id": id]))
      let health = try client.call("health", [:])
      for check in health["checks"]?.arrayValue ?? [] where check["name"] != "disk" {
        #expect(check["ok"] == true, "\(check)")
      }
      #expect(health["database_connected"] == true)
      #expect(health["stuck_jobs"] == [])
      #expect(health["queue_status"]?["completed"] == 1)
      #expect(health["instance_id"] == (try client.call("hello", [:]).member("instance_id")))
    }
  }

  @Test("A paused queue is no illness")
  func paused() throws {
    try converse { client in
      _ = try client.call("pauseQueue", [:])
      let health = try client.call("health", [:])
      #expect(health["paused"] == true)
      #expect(check("pauses", health)?["ok"] == true)
      #expect(check("pauses", health)?["message"]?.stringValue?.contains("resumeQueue") == true)
    }
  }

  @Test("gantry health says the same with its exit status, and gantry explain, metrics and history print tables")
  func commandLine() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [x] one\n- [ ] two\n")
    try repository.commit()
    let daemon = try Daemon()
    let gantry = CommandLine(daemon)
    let health = try gantry("health")
    let status = try gantry("health", "--json").json()["status"]?.stringValue
    #expect(health.status == (status == "healthy" ? 0 : 1))
    #expect(health.output.contains("database"))
    #expect(try gantry("refresh", repository.path, "--wait").status == 0)
    let history = try gantry("history", repository.path)
    #expect(history.status == 0)
    #expect(history.output.contains("1/2"))
    #expect(try gantry("history", "--limit", "1").output.contains("1/2"))
    #expect(try gantry("metrics").output.contains("refreshProject"))
    let text = try gantry("metrics", "--prometheus").output
    #expect(try PrometheusParser(text).value("gantry_jobs_completed_total", ["type": "refresh"]) == 1)
    let client = try daemon.connect()
    let id = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    let explained = try gantry("explain", try #require(id.stringValue))
    #expect(explained.output.hasPrefix("pending"))
    #expect(explained.output.contains("run_at"))
    #expect(try gantry("explain", "01997a3e-8c00-7d1e-a1b2-3c4d5e6f7081").status == 1)
  }

  @Test("The history of refreshes has the figures before and after, newest first, in pages")
  func history() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [x] one\n- [ ] two\n")
    try repository.commit()
    try converse { client in
      let first = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
      try repository.write("PLAN.md", "- [x] one\n- [x] two\n")
      try repository.commit()
      let second = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
      _ = try client.call("createJob", ["type": "noop"])
      let all = try client.call("getRefreshHistory", ["path": .string(repository.path)])
      let runs = all["refreshes"]?.arrayValue ?? []
      #expect(runs.compactMap { $0["job_id"] } == [second["job_id"], first["job_id"]])
      #expect(runs.first?["tasks_done_delta"] == 1)
      #expect(runs.first?["progress_delta"]?.doubleValue == 50)
      #expect(runs.first?["progress_before"]?["tasks_done"] == 1)
      #expect(runs.last?["progress_before"] == .null)
      #expect(runs.last?["tasks_done_delta"] == .null)
      #expect(all["next_cursor"] == .null)
      let page = try client.call("getRefreshHistory", ["limit": 1])
      #expect(page["refreshes"]?.arrayValue == [runs[0]])
      let next = try client.call("getRefreshHistory", .object(["limit": 1, "cursor": try page.member("next_cursor")]))
      #expect(next["refreshes"]?.arrayValue == [runs[1]])
      #expect(try client.call("getRefreshHistory", ["user_id": "nobody"])["refreshes"] == [])
    }
  }

  @Test("What cannot be a project or a cursor is refused")
  func historyErrors() throws {
    try converse { client in
      try client.send(request("1", "getRefreshHistory", #"{"project_id":"x"}"#))
      try client.expect(error(-32602, id: "1", "invalidParams", field: "project_id"))
      try client.send(request("2", "getRefreshHistory", #"{"cursor":"x"}"#))
      try client.expect(error(-32602, id: "2", "invalidParams", field: "cursor"))
      try client.send(request("3", "getRefreshHistory", #"{"project_id":"01997a3e-8c00-7d1e-a1b2-3c4d5e6f7081"}"#))
      try client.expect(error(1003, id: "3", "projectNotFound"))
      try client.send(request("4", "getRefreshHistory", #"{"path":"/"}"#))
      try client.expect(error(1010, id: "4", "notARepository"))
    }
  }
}
