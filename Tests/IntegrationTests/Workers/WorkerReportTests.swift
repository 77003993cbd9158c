import GantryTestSupport
import JSON
import Testing

/// What workers on the socket say about their jobs, and what comes of it.
@Suite struct WorkerReportTests {
  @Test func aWorkerTakesAJobReportsOnItAndCompletesIt() throws {
    let stage = try WorkerStage()
    let job = try stage.create(["payload": ["n": 1], "timeout_seconds": 3000])
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker, ["worker": "painter", "lease_seconds": 40])
    #expect(attempt.id == job)
    #expect(attempt.claimed["job"]?["payload"] == ["n": 1])
    #expect(attempt.claimed["job"]?["status"] == "processing")
    #expect(attempt.claimed["project"] == .null)
    #expect(attempt.claimed["lease_seconds"]?.doubleValue == 40)
    #expect(attempt.claimed["timeout_seconds"]?.doubleValue == 3000)
    let beat = try worker.call(
      "heartbeatJob", attempt.params(["progress": ["fraction": 0.25, "stage": "s", "current": 1, "total": 4]]))
    #expect(beat["cancel_requested"] == false)
    #expect(beat["lease_seconds"]?.doubleValue == 40)
    #expect((1...3000).contains(try #require(beat["timeout_seconds_left"]?.doubleValue)))
    let running = try stage.status(job)
    #expect(running["worker"] == "painter")
    #expect(running["progress"]?["fraction"]?.doubleValue == 0.25)
    #expect(running["progress"]?["stage"] == "s")
    let done = try worker.call("completeJob", attempt.params(["result": ["painted": true]]))
    #expect(done == .object(["job_id": job, "status": "completed"]))
    #expect(try stage.end(of: job)["result"] == ["painted": true])
  }

  @Test func aFailureIsTriedAgainAsLongAsRetriesAreLeft() throws {
    let stage = try WorkerStage()
    let job = try stage.create(["max_retries": 1])
    let worker = try stage.daemon.connect()
    let first = try stage.claim(worker)
    let failed = try worker.call("failJob", first.params(["message": "no paint"]))
    #expect(failed["status"] == "pending")
    #expect(failed["retry_count"] == 1)
    #expect(failed["retry_at"]?.stringValue != nil)
    let second = try stage.claim(worker)
    #expect(second.id == job)
    #expect(second.token != first.token)
    let error: JSON = ["kind": "noPaint", "message": "Buy some.", "step": "shop", "exit_code": 3, "stderr_tail": "x"]
    let ended = try worker.call("failJob", second.params(["error": error]))
    #expect(ended["status"] == "failed")
    #expect(ended["retry_at"] == .null)
    #expect(try stage.end(of: job)["error"] == error)
  }

  @Test func aFailureThatTryingAgainCannotHelpIsFinal() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    let ended = try worker.call("failJob", attempt.params(["message": "never", "retryable": false]))
    #expect(ended["status"] == "failed")
    #expect(ended["retry_count"] == 0)
    #expect(try stage.end(of: job)["error"]?["kind"] == "workerFailed")
  }

  @Test func aWorkerThatIsStoppedGivesItsJobBackUnharmed() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    for _ in 0..<5 {
      let attempt = try stage.claim(worker)
      #expect(attempt.id == job)
      let back = try worker.call("failJob", attempt.params(["interrupted": true]))
      #expect(back["status"] == "pending")
      #expect(back["retry_count"] == 0)
    }
    #expect(try stage.status(job)["crash_count"] == 0)
  }

  @Test func cancellationReachesTheWorkerWithItsHeartbeat() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    #expect(try worker.call("heartbeatJob", attempt.params())["cancel_requested"] == false)
    try refusal(worker, "failJob", attempt.params(["cancelled": true]), code: -32602)
    #expect(try stage.client.call("cancelJob", .object(["job_id": job]))["cancel_requested"] == true)
    #expect(try worker.call("heartbeatJob", attempt.params())["cancel_requested"] == true)
    #expect(try worker.call("failJob", attempt.params(["cancelled": true]))["status"] == "cancelled")
    #expect(try stage.end(of: job)["status"] == "cancelled")
  }

  @Test func aJobThatWasDoneBeforeItsCancellationArrivedIsDone() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    _ = try stage.client.call("cancelJob", .object(["job_id": job]))
    #expect(try worker.call("completeJob", attempt.params())["status"] == "completed")
    #expect(try stage.end(of: job)["status"] == "completed")
  }

  @Test func reportsOfAnAttemptThatIsOverAreToldSoAndChangeNothing() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    let old = try stage.claim(worker)
    _ = try worker.call("failJob", old.params(["interrupted": true]))
    let new = try stage.claim(worker)
    for (method, more) in [
      ("heartbeatJob", ["progress": ["fraction": 0.9]]), ("completeJob", [:]), ("failJob", ["message": "late"]),
    ] as [(String, JSONObject)] {
      let data = try refusal(worker, method, old.params(more), code: 1016)
      #expect(data["kind"] == "staleAttempt")
      #expect(data["job_id"] == job)
    }
    let status = try stage.status(job)
    #expect(status["status"] == "processing")
    #expect(status["progress"]?["fraction"]?.doubleValue == 0)
    #expect(status["retry_count"] == 0)
    #expect(try worker.call("completeJob", new.params())["status"] == "completed")
    try refusal(worker, "completeJob", new.params(), code: 1016)
    #expect(try stage.status(job)["status"] == "completed")
  }

  @Test func reportsMayComeOverAnotherConnectionAndDoNotMoveTheLease() throws {
    let stage = try WorkerStage(queue: "max_crashes = 1")
    let job = try stage.create()
    do {
      let worker = try stage.daemon.connect()
      let attempt = try stage.claim(worker)
      _ = try stage.client.call("heartbeatJob", attempt.params())
    }
    // The worker's own connection is closed, and the other one did not take over.
    #expect(try stage.end(of: job)["error"]?["kind"] == "workerCrashed")
    let second = try stage.create()
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    #expect(try stage.client.call("completeJob", attempt.params())["status"] == "completed")
    #expect(try stage.end(of: second)["status"] == "completed")
    try worker.expectAlive()
  }

  @Test func whatAWorkerSaysIsChecked() throws {
    let stage = try WorkerStage()
    let worker = try stage.daemon.connect()
    let unknown = "01890000-0000-7000-8000-000000000000"
    _ = try stage.create()
    let attempt = try stage.claim(worker)
    for method in ["heartbeatJob", "completeJob"] {
      let data = try refusal(
        worker, method, .object(["job_id": .string(unknown), "attempt_token": attempt.token]), code: 1001)
      #expect(data["kind"] == "jobNotFound")
    }
    try refusal(
      worker, "failJob", .object(["job_id": .string(unknown), "attempt_token": attempt.token, "message": "x"]),
      code: 1001)
    for more in [
      ["progress": ["fraction": 1.5]], ["progress": ["stage": "a\nb"]], ["progress": ["current": -1]],
      ["progress": ["message": .string(String(repeating: "x", count: 1025))]], ["lease_seconds": 0.5],
      ["lease_seconds": 3601],
    ] as [JSONObject] {
      try refusal(worker, "heartbeatJob", attempt.params(more), code: -32602)
    }
    for more in [
      [:], ["message": "a", "cancelled": true], ["cancelled": false], ["interrupted": false], ["message": ""],
      ["error": ["kind": "a"]], ["error": ["kind": "", "message": "m"]], ["error": ["kind": "a\nb", "message": "m"]],
      ["error": ["kind": "k", "message": "m", "exit_code": 4_294_967_296]],
    ] as [JSONObject] {
      try refusal(worker, "failJob", attempt.params(more), code: -32602)
    }
    try refusal(worker, "completeJob", attempt.params(["result": [1]]), code: -32602)
    #expect(try worker.call("completeJob", attempt.params())["status"] == "completed")
  }
}
