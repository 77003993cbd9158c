import GantryTestSupport
import Glibc
import JSON
import Testing

/// Somebody sets the clock by two hours while workers on the socket have jobs.
@Suite struct WorkerClockTests {
  private let faults: Faults
  private let stage: WorkerStage

  private static let twoHours: Int64 = 2 * 3600 * 1000

  init() throws {
    faults = try Faults()
    stage = try WorkerStage(queue: "max_crashes = 1", environment: faults.environment)
  }

  private func health(_ reason: String? = nil) throws -> (checks: [String: String], stuck: [JSON]) {
    let health = try stage.client.call("health")
    var checks: [String: String] = [:]
    for check in health["checks"]?.arrayValue ?? [] {
      checks[try #require(check["name"]?.stringValue)] = check["status"]?.stringValue
    }
    return (checks, health["stuck_jobs"]?.arrayValue ?? [])
  }

  /// A lease of a second has been given and has ended meanwhile.
  private func letAShortLeaseEnd() throws {
    let job = try stage.create()
    _ = try stage.claim(stage.client, ["lease_seconds": 1])
    #expect(try stage.end(of: job)["error"]?["kind"] == "workerCrashed")
  }

  @Test func aStepForwardEndsNoLeaseAndNoTimeLimit() throws {
    let job = try stage.create(["timeout_seconds": 3000])
    let attempt = try stage.claim(stage.client, ["lease_seconds": 3600])
    faults.clockOffsetMilliseconds = Self.twoHours
    try letAShortLeaseEnd()
    #expect(try stage.status(job)["status"] == "processing")
    let beat = try stage.client.call("heartbeatJob", attempt.params())
    #expect(try #require(beat["timeout_seconds_left"]?.doubleValue) > 1000)
    // What people are told is counted from the clock that they have now.
    let reasons = try stage.client.call("explainJob", ["job_id": job])["reasons"]?.arrayValue ?? []
    let now = try #require(try stage.client.call("ping")["time"]?.stringValue)
    for kind in ["leased", "timeout"] {
      let until = try #require(reasons.first { $0["kind"]?.stringValue == kind }?["until"]?.stringValue)
      #expect(until > now)
    }
    let health = try health()
    #expect(health.checks["time_limits"] == "healthy")
    #expect(health.stuck == [])
    #expect(try stage.client.call("completeJob", attempt.params())["status"] == "completed")
  }

  @Test func aStepBackProlongsNoLeaseAndNoTimeLimit() throws {
    let limited = try stage.create(["timeout_seconds": 1, "max_retries": 0])
    let attempt = try stage.claim(stage.client, ["lease_seconds": 3600])
    faults.clockOffsetMilliseconds = -Self.twoHours
    try letAShortLeaseEnd()
    #expect(try stage.end(of: limited)["error"]?["kind"] == "jobTimeout")
    try refusal(stage.client, "completeJob", attempt.params(), code: 1016)
  }

  @Test func healthTellsOfJobsThatNoWorkerServesUntilOneComes() throws {
    let job = try stage.create()
    #expect(try health().checks["external_workers"] == "healthy")
    faults.clockOffsetMilliseconds = Self.twoHours
    let unserved = try health()
    #expect(unserved.checks["external_workers"] == "degraded")
    #expect(unserved.checks["claims"] == "healthy")
    #expect(unserved.stuck.count == 1)
    #expect(unserved.stuck.first?["job_id"] == job)
    #expect(unserved.stuck.first?["reason"] == "noWorker")
    // Whoever has paused the type knows.
    _ = try stage.client.call("pauseQueue", ["type": "echo"])
    #expect(try health().stuck == [])
    _ = try stage.client.call("resumeQueue", ["type": "echo"])
    let attempt = try stage.claim(stage.client)
    let more = try stage.create()
    #expect(try health().checks["external_workers"] == "healthy")
    let counts = try stage.client.call("health").member("workers")
    #expect(counts["leased"] == 1)
    #expect(counts["waiting"] == 0)
    _ = try stage.client.call("completeJob", attempt.params())
    #expect(try stage.claim(stage.client).id == more)
  }

  @Test func healthTellsOfJobsOfATypeThatIsConfiguredNoMore() throws {
    let job = try stage.create()
    try stage.daemon.kill()
    _ = try stage.daemon.directory.write("gantry.toml", "workers = 1\n")
    faults.clockOffsetMilliseconds = Self.twoHours
    try stage.daemon.start()
    let client = try stage.daemon.connect()
    let health = try client.call("health")
    let checks = health["checks"]?.arrayValue ?? []
    #expect(checks.first { $0["name"] == "external_workers" }?["status"] == "degraded")
    #expect(checks.first { $0["name"] == "claims" }?["status"] == "healthy")
    #expect(health["stuck_jobs"]?[0]?["job_id"] == job)
    #expect(health["stuck_jobs"]?[0]?["reason"] == "noWorker")
    let reasons = try client.call("explainJob", ["job_id": job])["reasons"]
    #expect(reasons?[0]?["kind"] == "noWorker")
    #expect(reasons?[0]?["message"]?.stringValue?.contains("configuration") == true)
  }

  @Test func healthNamesTheWorkerThatDoesNotStop() throws {
    let job = try stage.create()
    let attempt = try stage.claim(stage.client, ["worker": "deaf-1"])
    _ = try stage.client.call("cancelJob", ["job_id": job])
    #expect(try health().checks["leases"] == "healthy")
    faults.clockOffsetMilliseconds = Self.twoHours
    let deaf = try health()
    #expect(deaf.checks["leases"] == "degraded")
    #expect(deaf.stuck.first?["job_id"] == job)
    #expect(deaf.stuck.first?["reason"] == "notStopping")
    #expect(deaf.stuck.first?["worker"] == "deaf-1")
    _ = try stage.client.call("failJob", attempt.params(["cancelled": true]))
    #expect(try health().checks["leases"] == "healthy")
    // Not even when it goes on for a long time is a job stuck that nobody wants to end.
    _ = try stage.create()
    _ = try stage.claim(stage.client, ["lease_seconds": 3600])
    faults.clockOffsetMilliseconds = 2 * Self.twoHours
    #expect(try health().stuck == [])
  }
}
