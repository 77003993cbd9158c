import ChildProcess
import GantryTestSupport
import Glibc
import JSON
import Testing

/// Ended jobs go: by themselves when they are old or too many, and at once when somebody asks.
@Suite struct CleanupTests {
  private func completed(_ count: Int, _ client: Conversation) throws -> [JSON] {
    let jobs = try (0..<count).map { _ in try client.call("createJob", ["type": "noop"]).member("job_id") }
    for job in jobs { _ = try client.call("waitJob", ["job_id": job]) }
    return jobs
  }

  private func waiting(_ client: Conversation) throws -> JSON {
    try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
  }

  @Test func everyEndedJobGoesWhenAllIsSaidAndNoLiveOne() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let ended = try completed(5, client)
    let cancelled = try waiting(client)
    _ = try client.call("cancelJob", ["job_id": cancelled])
    let live = try waiting(client)
    let count = try client.call("cleanupJobs", ["all": true, "dry_run": true])
    #expect(count["deleted"] == 6)
    #expect(count["dry_run"] == true)
    #expect(try client.call("queueStatus")["total"] == 7)

    let result = try client.call("cleanupJobs", ["all": true])
    #expect(result["deleted"] == 6)
    #expect(result["dry_run"] == false)
    let queue = try client.call("queueStatus")
    #expect(queue["total"] == 1)
    #expect(queue["pending"] == 1)
    for job in ended + [cancelled] {
      try client.send(request("1", "getJobStatus", #"{"job_id":\#(job)}"#))
      try client.expect(error(1001, id: "1", "jobNotFound"))
    }
    #expect(try client.call("getJobStatus", ["job_id": live])["status"] == "pending")
    #expect(try client.call("verify")["ok"] == true)
  }

  @Test func onlyTheStatusesThatAreNamedGo() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try completed(2, client)
    _ = try client.call("cancelJob", ["job_id": try waiting(client)])
    let result = try client.call("cleanupJobs", ["statuses": ["cancelled", "failed"], "all": true])
    #expect(result["deleted"] == 1)
    let queue = try client.call("queueStatus")
    #expect(queue["completed"] == 2)
    #expect(queue["cancelled"] == 0)
  }

  @Test func youngJobsStay() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try completed(3, client)
    #expect(try client.call("cleanupJobs")["deleted"] == 0)
    #expect(try client.call("cleanupJobs", ["older_than_days": 0.5])["deleted"] == 0)
    #expect(try client.call("queueStatus")["completed"] == 3)
  }

  @Test(arguments: [
    (#"{"older_than_days":0}"#, "all"), (#"{"older_than_days":0,"all":false}"#, "all"),
    (#"{"older_than_days":3,"all":true}"#, "all"), (#"{"statuses":["pending"],"all":true}"#, "statuses"),
    (#"{"statuses":["completed","processing"]}"#, "statuses"), (#"{"statuses":[]}"#, "statuses"),
    (#"{"older_than_days":-1}"#, "older_than_days"),
  ])
  func whatWouldDeleteByMistakeIsRefused(params: String, field: String) throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try completed(1, client)
    try client.send(request("1", "cleanupJobs", params))
    try client.expect(error(-32602, id: "1", "invalidParams", field: field))
    #expect(try client.call("queueStatus")["completed"] == 1)
  }

  @Test func aLargeCleanupIsDoneInStepsBetweenWhichOthersAreServed() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let jobs = 900
    for number in 0..<jobs { try client.send(request("\(number)", "createJob", #"{"type":"noop"}"#)) }
    var last = JSON.null
    for _ in 0..<jobs { last = try JSON.parse(try client.expectLine()).member("result").member("job_id") }
    _ = try client.call("waitJob", ["job_id": last])
    try client.call("queueStatus") { $0["completed"]?.intValue == Int64(jobs) }
    let other = try daemon.connect()
    try client.send(request("1", "cleanupJobs", #"{"all":true}"#))
    for _ in 0..<5 {
      #expect(try other.call("createJob", ["type": "noop", "delay_seconds": 60])["outcome"] == "created")
    }
    try client.expect(#"{"jsonrpc":"2.0","id":1,"result":{"deleted":900,"dry_run":false}}"#)
    #expect(try client.call("queueStatus")["total"] == 5)
    #expect(try client.call("verify")["ok"] == true)
  }

  @Test func anIdempotencyKeyIsForgottenWithItsJob() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let params: JSON = ["type": "noop", "idempotency_key": "k"]
    let first = try client.call("createJob", params).member("job_id")
    _ = try client.call("waitJob", ["job_id": first])
    #expect(try client.call("createJob", params)["outcome"] == "existing")
    #expect(try client.call("cleanupJobs", ["all": true])["deleted"] == 1)
    let second = try client.call("createJob", params)
    #expect(second["outcome"] == "created")
    #expect(second["job_id"] != first)
  }

  @Test func whatIsTooMuchGoesByItselfWhenTheDaemonStarts() throws {
    let daemon = try Daemon(configuration: "[retention]\ncompleted_count = 3\ncancelled_days = 0\n")
    let client = try daemon.connect()
    // Cleanups are done one after the other, so this answer comes when the one of the start is over: that of the first
    // start would take jobs away while they are waited for.
    #expect(try client.call("cleanupJobs", ["older_than_days": 300])["deleted"] == 0)
    let jobs = try completed(8, client)
    _ = try client.call("cancelJob", ["job_id": try waiting(client)])
    #expect(try daemon.terminate() == .exited(0))
    try daemon.start()
    let again = try daemon.connect()
    #expect(try again.call("cleanupJobs", ["older_than_days": 300])["deleted"] == 0)
    let queue = try again.call("queueStatus")
    #expect(queue["completed"] == 3)
    #expect(queue["cancelled"] == 0)
    let kept = try again.call("listJobs").member("jobs").arrayValue?.map { try $0.member("id") }
    #expect(kept == Array(jobs.suffix(3).reversed()))
  }

  @Test func aCleanupThatTheDiskRefusesSaysSoAndLosesNothing() throws {
    let faults = try Faults()
    let daemon = try Daemon(environment: faults.environment)
    let client = try daemon.connect()
    _ = try completed(4, client)
    faults.failSyncs(of: .log)
    try client.send(request("1", "cleanupJobs", #"{"all":true}"#))
    try client.expect(
      #"{"jsonrpc":"2.0","id":1,"error":{"code":1008,"message":"<string>","data":{"kind":"storageUnavailable"}}}"#)
    #expect(try client.call("queueStatus")["completed"] == 4)
    faults.heal()
    #expect(try client.call("cleanupJobs", ["all": true])["deleted"] == 4)
  }

  @Test func theCommandLineCleansUp() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try completed(2, client)
    let line = CommandLine(daemon)
    #expect(try line("cleanup").output == "0 jobs deleted.\n")
    #expect(try line("cleanup", "--all", "--dry-run").output == "2 jobs would be deleted.\n")
    #expect(try line("cleanup", "--older-than", "0").status == 2)
    #expect(try line("cleanup", "--all", "--status", "completed").output == "2 jobs deleted.\n")
  }
}
