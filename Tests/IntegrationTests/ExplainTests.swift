import GantryTestSupport
import JSON
import Testing

@Suite("Why a job is not running")
struct ExplainTests {
  private func explain(_ id: JSON, _ client: Conversation) throws -> JSON {
    try client.call("explainJob", .object(["job_id": id]))
  }

  private func kinds(_ id: JSON, _ client: Conversation) throws -> [String] {
    try explain(id, client)["reasons"]?.arrayValue?.compactMap { $0["kind"]?.stringValue } ?? []
  }

  private func create(_ client: Conversation, _ members: JSONObject = [:]) throws -> JSON {
    var params = members
    if params["type"] == nil { params.append("type", "noop") }
    return try client.call("createJob", .object(params)).member("job_id")
  }

  @Test("A job before its time says until when it waits")
  func scheduled() throws {
    try converse { client in
      let id = try create(client, ["delay_seconds": 3600])
      let answer = try explain(id, client)
      #expect(answer["status"] == "pending")
      #expect(answer["reasons"]?.arrayValue?.count == 1)
      #expect(answer["reasons"]?[0]?["kind"] == "scheduled")
      let job = try client.call("getJobStatus", .object(["job_id": id]))
      #expect(answer["reasons"]?[0]?["until"] == job["run_at"])
      #expect(answer["summary"]?.stringValue?.hasSuffix(".") == true)
    }
  }

  @Test("A paused queue and a paused type come before everything else")
  func paused() throws {
    try converse { client in
      _ = try client.call("pauseQueue", ["type": "noop"])
      let id = try create(client)
      #expect(try kinds(id, client) == ["typePaused"])
      _ = try client.call("pauseQueue", [:])
      #expect(try kinds(id, client) == ["paused", "typePaused"])
      let later = try create(client, ["delay_seconds": 3600])
      #expect(try kinds(later, client) == ["paused", "typePaused", "scheduled"])
      _ = try client.call("resumeQueue", [:])
      _ = try client.call("resumeQueue", ["type": "noop"])
      _ = try client.call("waitJob", .object(["job_id": id]))
      #expect(try kinds(id, client) == ["completed"])
    }
  }

  @Test("A job with dependencies names those that have not completed, twenty of them, and how many more")
  func dependencies() throws {
    try converse { client in
      let parents = try (0..<23).map { _ in try create(client, ["delay_seconds": 3600]) }
      let child = try create(client, ["depends_on": .array(Array(parents.prefix(2)))])
      let reasons = try explain(child, client)["reasons"]?.arrayValue ?? []
      #expect(reasons.compactMap { $0["kind"]?.stringValue } == ["dependency", "dependency"])
      #expect(reasons.compactMap { $0["job_id"] } == Array(parents.prefix(2)))
      #expect(reasons[0]["status"] == "pending")
      let many = try create(client, ["depends_on": .array(parents)])
      let all = try explain(many, client)["reasons"]?.arrayValue ?? []
      #expect(all.count == 21)
      #expect(all.last?["count"] == 3)
      #expect(all.last?["job_id"] == nil)
    }
  }

  @Test("A job that must start in time says so")
  func queueTimeout() throws {
    try converse { client in
      _ = try client.call("pauseQueue", [:])
      let id = try create(client, ["queue_timeout_seconds": 3600])
      #expect(try kinds(id, client) == ["paused", "queueTimeout"])
    }
  }

  @Test("Jobs of one project wait for the one that runs, and the others for a worker")
  func busy() throws {
    let stage = try SlowGitStage(configuration: "workers = 1\n")
    let client = try stage.daemon.connect()
    let running = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    try stage.gate.waitForArrival()
    let id = try running.member("job_id")
    let answer = try explain(id, client)
    #expect(answer["status"] == "processing")
    #expect(answer["reasons"]?[0]?["kind"] == "running")
    #expect(answer["reasons"]?[0]?["since"]?.stringValue != nil)
    let behind = try client.call("refreshProject", ["path": .string(stage.repository.path)]).member("job_id")
    let reasons = try explain(behind, client)["reasons"]?.arrayValue ?? []
    #expect(reasons.first?["kind"] == "projectBusy")
    #expect(reasons.first?["job_id"] == id)
    let other = try explain(try create(client), client)["reasons"]?.arrayValue ?? []
    #expect(other.first?["kind"] == "workersBusy")
    #expect(other.first?["limit"] == 1)
    #expect(other.first?["count"] == 1)
    try stage.gate.open()
    _ = try client.call("waitJob", .object(["job_id": behind]))
  }

  @Test("An ended job says how it ended, and whether it can be retried")
  func ended() throws {
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    try repository.write("PLAN.md", "- [x] one\n")
    try repository.commit()
    try converse { client in
      let project = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
        .member("project_id")
      try directory.remove("project")
      let failed = try create(client, ["type": "refresh", "project_id": project, "max_retries": 0])
      _ = try client.call("waitJob", .object(["job_id": failed]))
      #expect(try kinds(failed, client) == ["failed", "retriesExhausted"])
      let cancelled = try create(client, ["delay_seconds": 3600])
      _ = try client.call("cancelJob", .object(["job_id": cancelled]))
      #expect(try kinds(cancelled, client) == ["cancelled"])
    }
  }

  @Test("A job that is not there, or is no id, is refused")
  func refused() throws {
    try converse { client in
      for method in ["explainJob", "getJobAttempts"] {
        try client.send(request("1", method, #"{"job_id":"01997a3e-8c00-7d1e-a1b2-3c4d5e6f7081"}"#))
        try client.expect(error(1001, id: "1", "jobNotFound"))
        try client.send(request("2", method, #"{"job_id":"x"}"#))
        try client.expect(error(-32602, id: "2", "invalidParams", field: "job_id"))
        try client.send(request("3", method, "{}"))
        try client.expect(error(-32602, id: "3", "invalidParams", field: "job_id"))
      }
    }
  }

  @Test("The attempts of a job are shown with how they ended")
  func attempts() throws {
    try converse { client in
      let id = try create(client)
      _ = try client.call("waitJob", .object(["job_id": id]))
      let attempts = try client.call("getJobAttempts", .object(["job_id": id]))["attempts"]?.arrayValue ?? []
      #expect(attempts.count == 1)
      #expect(attempts.first?["outcome"] == "completed")
      #expect(attempts.first?["attempt"] == 1)
      let waiting = try create(client, ["delay_seconds": 3600])
      #expect(try client.call("getJobAttempts", .object(["job_id": waiting]))["attempts"] == [])
    }
  }
}
