import GantryTestSupport
import JSON
import Testing

/// The queue's methods, as their callers meet them.
@Suite struct QueueTests {
  @Test func aReadSeesEveryWriteThatItsConnectionSentBefore() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let id = "01890000-0000-7000-8000-000000000000"
    var lines = ""
    for number in 0..<50 {
      lines +=
        #"{"jsonrpc":"2.0","id":\#(number * 2),"method":"createJob","params":{"type":"noop","delay_seconds":3600}}"#
        + "\n"
      lines += #"{"jsonrpc":"2.0","id":\#(number * 2 + 1),"method":"queueStatus"}"# + "\n"
    }
    lines += #"{"jsonrpc":"2.0","id":"last","method":"getJobStatus","params":{"job_id":"\#(id)"}}"# + "\n"
    try client.send(bytes: Array(lines.utf8))
    var pending: [Int64: Int64] = [:]
    for _ in 0..<100 {
      let reply = try JSON.parse(try client.expectLine())
      let number = try #require(reply["id"]?.intValue)
      if let count = reply["result"]?["pending"]?.intValue { pending[number / 2] = count }
    }
    for number in 0..<50 { #expect(pending[Int64(number)] ?? 0 >= Int64(number + 1)) }
    try client.expect(
      #"{"jsonrpc":"2.0","id":"last","error":{"code":1001,"message":"<any>","data":{"kind":"jobNotFound","job_id":"\#(id)"}}}"#
    )
  }

  @Test func oneIdempotencyKeyMakesOneJobAlsoAfterItsEndAndARestart() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let params: JSON = ["type": "noop", "idempotency_key": "k"]
    let first = try client.call("createJob", params)
    #expect(first["outcome"] == "created")
    let job = try first.member("job_id")
    _ = try client.call("waitJob", ["job_id": job])
    let second = try client.call("createJob", params)
    #expect(second["job_id"] == job)
    #expect(second["outcome"] == "existing")
    #expect(second["status"] == "completed")
    try daemon.kill()
    try daemon.start()
    let third = try daemon.connect().call("createJob", params)
    #expect(third["job_id"] == job)
    #expect(third["outcome"] == "existing")
  }

  @Test func anIdempotencyKeyOfAnotherKindOfJobIsAConflict() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    let project = try client.call("createProject", ["source": .string(repository.path)])
    _ = try client.call("createJob", ["type": "noop", "idempotency_key": "k"])
    try client.send(
      #"{"jsonrpc":"2.0","id":1,"method":"createJob","params":{"type":"refresh","project_id":\#(try project.member("id")),"idempotency_key":"k"}}"#
    )
    let reply = try JSON.parse(try client.expectLine())
    #expect(reply["error"]?["code"] == 1007)
    #expect(reply["error"]?["data"]?["kind"] == "conflict")
    #expect(try client.call("queueStatus")["total"] == 1)
  }

  @Test func aUniqueKeyJoinsTheLiveJobAndIsFreeAgainAfterItsEnd() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let params: JSON = ["type": "noop", "unique_key": "u", "delay_seconds": 3600]
    let first = try client.call("createJob", params)
    let second = try client.call("createJob", params)
    #expect(second["outcome"] == "joined")
    #expect(second["job_id"] == first["job_id"])
    _ = try client.call("cancelJob", ["job_id": try first.member("job_id")])
    let third = try client.call("createJob", params)
    #expect(third["outcome"] == "created")
    #expect(third["job_id"] != first["job_id"])
  }

  @Test func aPendingJobIsCancelledAtOnceAndStaysSo() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    let cancelled = try client.call("cancelJob", ["job_id": job])
    #expect(cancelled == ["job_id": job, "status": "cancelled", "cancel_requested": false])
    #expect(try client.call("cancelJob", ["job_id": job]) == cancelled)
    let end = try client.call("waitJob", ["job_id": job])
    #expect(end["job"]?["status"] == "cancelled")
    #expect(end["timed_out"] == false)
  }

  @Test func aRunningJobIsStoppedWithItsProgram() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect()
    let job = try client.call("refreshProject", ["path": .string(stage.repository.path)]).member("job_id")
    try stage.gate.waitForArrival()
    let asked = try client.call("cancelJob", ["job_id": job])
    #expect(asked["status"] == "processing")
    #expect(asked["cancel_requested"] == true)
    // The gate stays shut: only the end of the program can end the job.
    let end = try client.call("waitJob", ["job_id": job])
    #expect(end["job"]?["status"] == "cancelled")
    #expect(end["job"]?["cancel_requested"] == true)
  }

  @Test func whatHasEndedCannotBeCancelled() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop"]).member("job_id")
    _ = try client.call("waitJob", ["job_id": job])
    try client.send(#"{"jsonrpc":"2.0","id":1,"method":"cancelJob","params":{"job_id":\#(job)}}"#)
    let reply = try JSON.parse(try client.expectLine())
    #expect(reply["error"]?["data"]?["kind"] == "invalidState")
    #expect(reply["error"]?["data"]?["current"] == "completed")
    #expect(reply["error"]?["data"]?["allowed"] == ["pending", "processing"])
  }

  @Test func aFailedJobIsRetriedUntilItsRetriesAreUsedUpAndBeyondByForce() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let project = try client.call("createProject", ["source": "file:///nonexistent/repository.git"])
    let job = try #require(
      try client.call(
        "createJob", ["type": "project_processing", "project_id": try project.member("id"), "max_retries": 1])["job_id"]
    )
    func end() throws -> JSON { try client.call("waitJob", ["job_id": job]).member("job") }
    let first = try end()
    #expect(first["status"] == "failed")
    #expect(first["error"]?["kind"] == "gitFailed")
    #expect(first["error"]?["step"] != .null)
    #expect(first["error"]?["exit_code"] == 128)
    #expect(try client.call("retryJob", ["job_id": job])["retry_count"] == 1)
    #expect(try end()["attempt"] == 2)
    try client.send(#"{"jsonrpc":"2.0","id":1,"method":"retryJob","params":{"job_id":\#(job)}}"#)
    let refused = try JSON.parse(try client.expectLine())
    #expect(refused["error"]?["data"]?["kind"] == "notRetryable")
    let forced = try client.call("retryJob", ["job_id": job, "force": true])
    #expect(forced["retry_count"] == 2)
    #expect(forced["status"] == "pending")
    #expect(try end()["attempt"] == 3)
  }

  @Test func aWaitEndsWithItsTimeAndByCancelRequest() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    let expired = try client.call("waitJob", ["job_id": job, "timeout_seconds": 0.01])
    #expect(expired["timed_out"] == true)
    #expect(expired["job"]?["status"] == "pending")
    try client.send(#"{"jsonrpc":"2.0","id":"w","method":"waitJob","params":{"job_id":\#(job)}}"#)
    try client.expectAlive()
    try client.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"w"}}"#)
    try client.expect(
      #"{"jsonrpc":"2.0","id":"w","error":{"code":-32800,"message":"<any>","data":{"kind":"requestCancelled"}}}"#)
    try client.expectAlive()
    #expect(try client.call("getJobStatus", ["job_id": job])["status"] == "pending")
  }

  @Test func urgentJobsGoFirstAndEqualsByAge() throws {
    let stage = try SlowGitStage(configuration: "workers = 1\n")
    let client = try stage.daemon.connect()
    _ = try client.call("refreshProject", ["path": .string(stage.repository.path)])
    try stage.gate.waitForArrival()
    // The only worker is busy: these wait, and their order shows in their start times and in nothing else.
    var jobs: [(name: String, id: JSON)] = []
    for (name, priority) in [("low", "low"), ("n1", "normal"), ("n2", "normal"), ("high", "high")] {
      let job = try client.call(
        "createJob", ["type": "noop", "priority": .string(priority), "payload": ["name": .string(name)]])
      jobs.append((name, try job.member("job_id")))
    }
    try stage.gate.open()
    for job in jobs { _ = try client.call("waitJob", ["job_id": job.id]) }
    let list = try #require(try client.call("listJobs", ["type": "noop"])["jobs"]?.arrayValue)
    let started = list.map { ($0["payload"]?["name"]?.stringValue ?? "", $0["started_at"]?.stringValue ?? "") }
    let byName = Dictionary(uniqueKeysWithValues: started)
    let order = ["high", "n1", "n2", "low"].compactMap { byName[$0] }
    #expect(order.count == 4)
    #expect(order == order.sorted())
  }

  @Test func refreshesOfOneProjectJoinTheOneThatWaits() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect()
    let path: JSON = .string(stage.repository.path)
    let running = try client.call("refreshProject", ["path": path])
    #expect(running["outcome"] == "created")
    try stage.gate.waitForArrival()
    let behind = try client.call("refreshProject", ["path": path])
    #expect(behind["outcome"] == "queued_behind")
    #expect(behind["job_id"] != running["job_id"])
    // Any path inside, the project's id, and a hundred more callers: all are told of the same run.
    let inside = try client.call("refreshProject", ["path": .string(stage.repository.path + "/PLAN.md")])
    #expect(inside["outcome"] == "joined")
    #expect(inside["job_id"] == behind["job_id"])
    for _ in 0..<100 {
      let joined = try client.call("refreshProject", ["project_id": try running.member("project_id")])
      #expect(joined["outcome"] == "joined")
      #expect(joined["job_id"] == behind["job_id"])
    }
    try stage.gate.open()
    let end = try client.call("waitJob", ["job_id": try behind.member("job_id")])
    #expect(end["job"]?["status"] == "completed")
    #expect(try client.call("queueStatus")["total"] == 2)
  }

  @Test func listsArePagedWithoutLossWhileJobsComeIn() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    var created: [JSON] = []
    for _ in 0..<25 {
      created.append(try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id"))
    }
    var seen: [JSON] = []
    var params: JSONObject = ["limit": 10]
    while true {
      let page = try client.call("listJobs", .object(params))
      seen += try #require(page["jobs"]?.arrayValue).compactMap { $0["id"] }
      _ = try client.call("createJob", ["type": "noop", "delay_seconds": 3600])
      guard let cursor = page["next_cursor"], cursor != .null else { break }
      params["cursor"] = cursor
    }
    #expect(seen == created.reversed())
  }

  @Test func badInputChangesNothing() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    for params in [
      #"{}"#, #"{"type":5}"#, #"{"type":"noop","priority":"urgent"}"#, #"{"type":"noop","max_retries":-1}"#,
      #"{"type":"noop","max_retries":1e400}"#, #"{"type":"noop","payload":[]}"#, #"{"type":"noop","prority":"low"}"#,
      #"{"type":"noop","run_at":"tomorrow"}"#, #"{"type":"refresh"}"#, #"{"type":"noop","type":"noop"}"#,
      #"{"type":"noop","delay_seconds":1,"run_at":"2030-01-01T00:00:00Z"}"#, #"{"type":"noop","project_id":"x"}"#,
    ] {
      try client.send(#"{"jsonrpc":"2.0","id":1,"method":"createJob","params":\#(params)}"#)
      let reply = try JSON.parse(try client.expectLine())
      #expect(reply["error"]?["code"] == -32602, "\(params): \(reply)")
      #expect(reply["error"]?["data"]?["field"] != nil, "\(params): \(reply)")
    }
    #expect(try client.call("queueStatus")["total"] == 0)
  }
}
