import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// What happens to the jobs of workers that vanish, and to those of a daemon that does.
@Suite struct WorkerLeaseTests {
  @Test func aWorkerThatFallsSilentLosesItsJobToTheNextOne() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let silent = try stage.daemon.connect()
    let old = try stage.claim(silent, ["lease_seconds": 1])
    let next = try stage.daemon.connect(patience: 60)
    let new = try stage.claim(next, ["wait_seconds": 50])
    #expect(new.id == job)
    #expect(new.claimed["job"]?["attempt"] == 2)
    #expect(new.claimed["job"]?["crash_count"] == 1)
    #expect(try refusal(silent, "heartbeatJob", old.params(), code: 1016)["kind"] == "staleAttempt")
    #expect(try next.call("completeJob", new.params())["status"] == "completed")
  }

  @Test func aHeartbeatKeepsTheLease() throws {
    let stage = try WorkerStage(queue: "max_crashes = 1")
    let worker = try stage.daemon.connect()
    let kept = try stage.create()
    let first = try stage.claim(worker, ["lease_seconds": 1])
    #expect(
      try worker.call("heartbeatJob", first.params(["lease_seconds": 3600]))["lease_seconds"]?.doubleValue == 3600)
    let lost = try stage.create()
    _ = try stage.claim(worker, ["lease_seconds": 1])
    // Had the first lease not been renewed, it would have ended before the second.
    #expect(try stage.end(of: lost)["error"]?["kind"] == "workerCrashed")
    #expect(try stage.status(kept)["status"] == "processing")
    #expect(try worker.call("completeJob", first.params())["status"] == "completed")
  }

  @Test func theJobsOfAConnectionThatClosesComeBackAtOnce() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let next = try stage.daemon.connect(patience: 60)
    do {
      let worker = try stage.daemon.connect()
      #expect(try stage.claim(worker, ["lease_seconds": 3600]).id == job)
    }
    let attempt = try stage.claim(next, ["wait_seconds": 50])
    #expect(attempt.id == job)
    #expect(attempt.claimed["job"]?["crash_count"] == 1)
    #expect(attempt.claimed["job"]?["retry_count"] == 0)
  }

  @Test func aDetachedLeaseOutlivesItsConnection() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let attempt = try stage.claim(try stage.daemon.connect(), ["detached": true, "lease_seconds": 3600])
    // Its connection is closed by now; a later one of the same kind is known to be, and its job comes back.
    let other = try stage.create()
    _ = try stage.claim(try stage.daemon.connect(), ["lease_seconds": 3600])
    let again = try stage.claim(stage.client, ["wait_seconds": 15])
    #expect(again.id == other)
    #expect(try stage.status(job)["status"] == "processing")
    #expect(try stage.client.call("completeJob", attempt.params())["status"] == "completed")
  }

  @Test func aConnectionThatWillSayNothingMoreGetsNoJobsUnlessDetached() throws {
    let stage = try WorkerStage()
    let bound = try stage.daemon.connect()
    try bound.send(request("1", "claimJobs", #"{"worker":"w","types":["echo"]}"#))
    try bound.expectAlive()
    try bound.halfClose()
    let detached = try stage.daemon.connect()
    try detached.send(request("2", "claimJobs", #"{"worker":"w","types":["echo"],"detached":true}"#))
    try detached.expectAlive()
    try detached.halfClose()
    let job = try stage.create()
    try bound.expect(error(-32602, id: "1", "invalidParams", field: "detached"))
    let given = try JSON.parse(try detached.expectLine())
    #expect(given["result"]?["jobs"]?[0]?["job"]?["id"] == job)
    #expect(given["result"]?["jobs"]?[0]?["job"]?["crash_count"] == 0)
  }

  @Test func aJobThatKeepsEndingItsWorkersIsSetAside() throws {
    let stage = try WorkerStage(queue: "max_crashes = 2")
    let job = try stage.create()
    for _ in 0..<2 {
      let worker = try stage.daemon.connect(patience: 60)
      #expect(try stage.claim(worker, ["wait_seconds": 50]).id == job)
    }
    let end = try stage.end(of: job)
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "workerCrashed")
    #expect(end["crash_count"] == 2)
    _ = try stage.client.call("retryJob", .object(["job_id": job, "force": true]))
    #expect(try stage.claim(try stage.daemon.connect()).id == job)
  }

  @Test func aCancelledJobIsCancelledWhenItsWorkerVanishes() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    do {
      let worker = try stage.daemon.connect()
      _ = try stage.claim(worker, ["lease_seconds": 3600])
      _ = try stage.client.call("cancelJob", .object(["job_id": job]))
    }
    #expect(try stage.end(of: job)["status"] == "cancelled")
  }

  @Test func anAttemptThatTakesTooLongFailsAndItsWorkerIsTold() throws {
    let stage = try WorkerStage()
    let job = try stage.create(["timeout_seconds": 0.05, "max_retries": 0])
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker)
    let end = try stage.end(of: job)
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "jobTimeout")
    try refusal(worker, "heartbeatJob", attempt.params(), code: 1016)
    try refusal(worker, "completeJob", attempt.params(), code: 1016)
  }

  @Test func theTimeLimitOfATypeHoldsForWorkersToo() throws {
    let stage = try WorkerStage(type: "[job_types.echo]\nexternal = true\ntimeout_seconds = 0.05\nmax_retries = 0")
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    #expect(try stage.claim(worker).claimed["timeout_seconds"]?.doubleValue == 0.05)
    #expect(try stage.end(of: job)["error"]?["kind"] == "jobTimeout")
  }

  @Test func aKilledDaemonGivesItsLeasedJobsOutAgain() throws {
    let stage = try WorkerStage()
    let job = try stage.create()
    let old = try stage.claim(try stage.daemon.connect(), ["detached": true, "lease_seconds": 3600])
    try stage.daemon.kill()
    try stage.daemon.start()
    let worker = try stage.daemon.connect()
    try refusal(worker, "completeJob", old.params(), code: 1016)
    let new = try stage.claim(worker)
    #expect(new.id == job)
    #expect(new.claimed["job"]?["crash_count"] == 1)
    try refusal(worker, "heartbeatJob", old.params(), code: 1016)
    #expect(try worker.call("completeJob", new.params())["status"] == "completed")
  }

  @Test func aDrainingDaemonStillHearsItsWorkersAndWaitsForThem() throws {
    let stage = try WorkerStage(top: "drain_seconds = 60")
    let job = try stage.create()
    let failing = try stage.create(["max_retries": 0])
    let worker = try stage.daemon.connect()
    let first = try stage.claim(worker)
    let second = try stage.claim(worker)
    let waiting = try stage.daemon.connect()
    try waiting.send(request("1", "claimJobs", #"{"worker":"w","types":["echo"]}"#))
    try waiting.expectAlive()
    stage.daemon.signal(SIGTERM)
    try stage.daemon.waitForLog(containing: "draining")
    try waiting.expect(error(-32004, id: "1", "shuttingDown"))
    #expect(try worker.call("heartbeatJob", first.params(["progress": ["fraction": 0.5]]))["cancel_requested"] == false)
    try refusal(worker, "claimJobs", ["worker": "w", "types": ["echo"]], code: -32004)
    try refusal(worker, "getJobStatus", .object(["job_id": job]), code: -32004)
    #expect(try worker.call("failJob", second.params(["message": "x"]))["status"] == "failed")
    #expect(try worker.call("completeJob", first.params())["status"] == "completed")
    try worker.expectEnd()
    #expect(try stage.daemon.waitForExit() == .exited(0))
    try stage.daemon.start()
    let client = try stage.daemon.connect()
    #expect(try client.call("getJobStatus", .object(["job_id": job]))["status"] == "completed")
    #expect(try client.call("getJobStatus", .object(["job_id": failing]))["status"] == "failed")
  }

  @Test func whatIsStillLeasedAfterTheDrainGoesBackAtNoCost() throws {
    let stage = try WorkerStage(top: "drain_seconds = 0")
    let job = try stage.create()
    let worker = try stage.daemon.connect()
    _ = try stage.claim(worker, ["lease_seconds": 3600])
    #expect(try stage.daemon.terminate() == .exited(0))
    try stage.daemon.start()
    let status = try stage.daemon.connect().call("getJobStatus", .object(["job_id": job]))
    #expect(status["status"] == "pending")
    #expect(status["retry_count"] == 0)
    #expect(status["crash_count"] == 0)
  }

  @Test func aWorkerThatEndsTogetherWithTheDaemonHasNotCrashed() throws {
    let stage = try WorkerStage(queue: "max_crashes = 1", top: "drain_seconds = 60")
    let job = try stage.create()
    do {
      let worker = try stage.daemon.connect()
      _ = try stage.claim(worker, ["lease_seconds": 3600])
      stage.daemon.signal(SIGTERM)
      try stage.daemon.waitForLog(containing: "draining")
    }
    #expect(try stage.daemon.waitForExit() == .exited(0))
    try stage.daemon.start()
    #expect(try stage.daemon.connect().call("getJobStatus", .object(["job_id": job]))["status"] == "pending")
  }
}
