import GantryTestSupport
import JSON
import Testing

/// Somebody sets the clock, by two hours to either side.
@Suite struct ClockStepTests {
  private let faults: Faults
  private let daemon: Daemon
  private let client: Conversation

  private static let twoHours: Int64 = 2 * 3600 * 1000

  init() throws {
    faults = try Faults()
    daemon = try Daemon(environment: faults.environment)
    client = try daemon.connect()
  }

  private func create(_ params: JSON) throws -> JSON { try client.call("createJob", params).member("job_id") }

  private func end(of job: JSON) throws -> JSON {
    let end = try client.call("waitJob", ["job_id": job, "timeout_seconds": 20])
    #expect(end["timed_out"] == false)
    return try end.member("job")
  }

  @Test func aStepForwardLetsThroughWhatIsDueAndEachOnce() throws {
    let soon = try (0..<30).map { _ in try create(["type": "noop", "delay_seconds": 3600]) }
    let late = try create(["type": "noop", "delay_seconds": 10_800])
    faults.clockOffsetMilliseconds = Self.twoHours
    // The next transaction notices; without one, the daemon looks within a minute.
    let now = try create(["type": "noop"])
    for job in soon + [now] {
      let ended = try end(of: job)
      #expect(ended["status"] == "completed")
      #expect(ended["attempt"] == 1)
    }
    #expect(try client.call("getJobStatus", ["job_id": late])["status"] == "pending")
    #expect(try client.call("queueStatus")["completed"] == 31)
  }

  @Test func aStepBackSilencesNothingThatIsReadyAndNoWait() throws {
    let before = try create(["type": "noop"])
    let first = try end(of: before)
    let scheduled = try create(["type": "noop", "delay_seconds": 3600])
    faults.clockOffsetMilliseconds = -Self.twoHours
    let after = try create(["type": "noop"])
    let second = try end(of: after)
    #expect(second["status"] == "completed")
    let times = try [first, second].map { try #require($0["created_at"]?.stringValue) }
    #expect(times[1] < times[0], "the clock was not set back")
    // Ids and lists go on growing all the same.
    let ids = try client.call("listJobs").member("jobs").arrayValue?.map { try $0.member("id") }
    #expect(ids == [after, scheduled, before])
    #expect(try #require(after.stringValue) > #require(before.stringValue))
    // Waits are measured by a clock that nobody sets.
    let wait = try client.call("waitJob", ["job_id": scheduled, "timeout_seconds": 0.05])
    #expect(wait["timed_out"] == true)
    #expect(try client.call("queueStatus")["pending"] == 1)
  }

  @Test func stepsToAndFroAndARestartBetweenRunEachJobOnce() throws {
    let jobs = try (1...12).map { try create(["type": "noop", "delay_seconds": .number(JSONNumber(Int64($0 * 600)))]) }
    for offset in [Self.twoHours / 2, 0, -Self.twoHours, Self.twoHours / 2, 0] {
      faults.clockOffsetMilliseconds = offset
      _ = try end(of: try create(["type": "noop"]))
    }
    for job in jobs.prefix(5) { #expect(try end(of: job)["attempt"] == 1) }
    for job in jobs.suffix(6) { #expect(try client.call("getJobStatus", ["job_id": job])["status"] == "pending") }
    faults.clockOffsetMilliseconds = Self.twoHours
    try daemon.kill()
    try daemon.start()
    let again = try daemon.connect()
    for job in jobs.prefix(11) {
      let ended = try again.call("waitJob", ["job_id": job, "timeout_seconds": 20])
      #expect(ended["job"]?["status"] == "completed")
      #expect(ended["job"]?["attempt"] == 1)
    }
  }
}
