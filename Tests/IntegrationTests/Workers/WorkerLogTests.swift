import GantryTestSupport
import JSON
import Testing

/// What workers write into the logs of their jobs.
@Suite struct WorkerLogTests {
  private func log(_ stage: WorkerStage, _ job: JSON) throws -> JSON {
    try stage.client.call("getJobLogs", ["job_id": job])
  }

  @Test func linesAreKeptInTheirOrderOverAllAttempts() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let first = try stage.claim(worker)
    let beat = try worker.call("heartbeatJob", first.params(["log": ["one", "", "zwei ä\u{1F600}\ttab"]]))
    #expect(beat["cancel_requested"] == false)
    #expect(try log(stage, job)["text"] == "one\n\nzwei ä\u{1F600}\ttab\n")
    let report: JSONObject = ["log": ["three"], "progress": ["fraction": 0.5]]
    _ = try worker.call("heartbeatJob", first.params(report))
    #expect(try stage.status(job)["progress"]?["fraction"]?.doubleValue == 0.5)
    _ = try worker.call("heartbeatJob", first.params(["log": []]))
    _ = try worker.call("failJob", first.params(["message": "m"]))
    let second = try stage.claim(worker, ["wait_seconds": 15])
    _ = try worker.call("heartbeatJob", second.params(["log": ["four"]]))
    _ = try worker.call("completeJob", second.params())
    let all = try log(stage, job)
    #expect(all["text"] == "one\n\nzwei ä\u{1F600}\ttab\nthree\nfour\n")
    #expect(all["done"] == true)
    // An attempt that is over writes no more.
    try refusal(worker, "heartbeatJob", second.params(["log": ["late"]]), code: 1016)
    #expect(try log(stage, job)["text"] == all["text"])
  }

  @Test func aLineThatIsTooLongIsNamedAndNoneIsKept() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    let longest = JSON.string(String(repeating: "x", count: 262_144))
    let tooLong = JSON.string(String(repeating: "x", count: 262_143) + "ä")
    let data = try refusal(worker, "heartbeatJob", attempt.params(["log": ["a", longest, tooLong, "b"]]), code: -32602)
    #expect(data["field"] == "log")
    #expect(data["pointer"] == "/log/2")
    let many = JSON.array(Array(repeating: "x", count: 1001))
    #expect(try refusal(worker, "heartbeatJob", attempt.params(["log": many]), code: -32602)["field"] == "log")
    for wrong in ["text", [1], [["a"]], [.null]] as [JSON] {
      #expect(try refusal(worker, "heartbeatJob", attempt.params(["log": wrong]), code: -32602)["field"] == "log")
    }
    #expect(try log(stage, job)["total_bytes"] == 0)
    _ = try worker.call("heartbeatJob", attempt.params(["log": [longest]]))
    #expect(try log(stage, job)["total_bytes"] == 262_145)
    _ = try worker.call("completeJob", attempt.params())
  }

  @Test func theLastOfALongLogIsKept() throws {
    let stage = try WorkerStage(top: "[retention]\nlog_bytes = 65536\n")
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    let line = JSON.string(String(repeating: "x", count: 999))
    for _ in 0..<4 {
      _ = try worker.call("heartbeatJob", attempt.params(["log": .array(Array(repeating: line, count: 50))]))
    }
    _ = try worker.call("heartbeatJob", attempt.params(["log": ["the end"]]))
    let log = try log(stage, job)
    #expect(log["total_bytes"] == 200_008)
    #expect(try #require(log["first_offset"]?.intValue) >= 200_008 - 65_536 - 8192)
    #expect(try #require(log["first_offset"]?.intValue) > 0)
    _ = try worker.call("completeJob", attempt.params())
  }

  @Test func aJobForWorkersTakesWhatEveryJobTakes() throws {
    let stage = try WorkerStage()
    let repository = try GitRepository(in: stage.daemon.directory)
    let project = try stage.client.call("createProject", ["source": .string(repository.path)]).member("id")
    let parent = try stage.client.call("createJob", ["type": "noop"]).member("job_id")
    let params: JSON = [
      "type": "echo", "project_id": project, "priority": "high", "payload": ["deep": [1, ["a": .null]]],
      "max_retries": 7, "timeout_seconds": 60, "queue_timeout_seconds": 600, "unique_key": "u",
      "idempotency_key": "i", "depends_on": [parent],
    ]
    let created = try stage.client.call("createJob", params)
    #expect(try stage.client.call("createJob", params)["job_id"] == created["job_id"])
    let attempt = try stage.claim(stage.client, ["wait_seconds": 15])
    let job = try attempt.claimed.member("job")
    #expect(job["id"] == created["job_id"])
    #expect(job["payload"] == ["deep": [1, ["a": .null]]])
    #expect(job["priority"] == "high")
    #expect(job["max_retries"] == 7)
    #expect(attempt.claimed["project"]?["id"] == project)
    #expect(attempt.claimed["timeout_seconds"]?.doubleValue == 60)
    let hello = try stage.client.call("hello")
    #expect(hello["capabilities"]?.arrayValue?.contains("workers") == true)
    try refusal(
      stage.client, "createJob", ["type": "echo", "project_id": "01890000-0000-7000-8000-000000000000"], code: 1003)
    try refusal(stage.client, "createJob", ["type": "echo", "payload": [1]], code: -32602)
    _ = try stage.client.call("completeJob", attempt.params())
  }
}
