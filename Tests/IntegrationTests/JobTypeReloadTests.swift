import Foundation
import GantryTestSupport
import Glibc
import JSON
import Testing

/// Job types that come, change and go while the daemon runs.
@Suite struct JobTypeReloadTests {
  private static func printing(_ json: String) -> String {
    #"command = ["/bin/echo", '\#(json)']"# + "\n"
  }

  /// Puts `configuration` in the daemon's file, and waits until it has read it and logged a line with `said`.
  private func reload(_ daemon: Daemon, _ configuration: String, until said: String) throws {
    _ = try daemon.directory.write("gantry.toml", configuration)
    daemon.signal(SIGHUP)
    try daemon.waitForLog(containing: said)
  }

  private func create(_ client: Conversation, _ type: String, _ more: JSONObject = [:]) throws -> JSON {
    var params: JSONObject = ["type": .string(type), "max_retries": 0]
    for (key, value) in more { params[key] = value }
    return try client.call("createJob", .object(params)).member("job_id")
  }

  private func end(_ client: Conversation, _ job: JSON) throws -> JSON {
    try client.call("waitJob", ["job_id": job]).member("job")
  }

  private func reasons(_ client: Conversation, _ job: JSON) throws -> [String] {
    let reasons = try client.call("explainJob", ["job_id": job]).member("reasons")
    return reasons.arrayValue?.compactMap { $0["kind"]?.stringValue } ?? []
  }

  @Test func aTypeThatComesIsUsableAtOnce() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    #expect(try refusal(client, "createJob", ["type": "fresh"], code: 1011)["kind"] == "unknownJobType")
    try reload(daemon, "[job_types.fresh]\n" + Self.printing(#"{"n":1}"#), until: "types_added=fresh")
    let done = try end(client, create(client, "fresh"))
    #expect(done["status"] == "completed")
    #expect(done["result"] == ["n": 1])
  }

  @Test func aScheduleOfATypeThatGoesIsToldOfOnceAndGoesOnWhenItIsBack() throws {
    let type = "[job_types.gone]\n" + Self.printing("{}")
    let daemon = try Daemon(configuration: type)
    let client = try daemon.connect()
    func schedules(_ health: JSON) -> JSON? {
      health["checks"]?.arrayValue?.first { $0["name"] == "schedules" }
    }
    _ = try client.call("createSchedule", ["cron": "@every 1s", "type": "gone"])
    try reload(daemon, "", until: "types_removed=gone")
    try daemon.waitForLog(containing: "a schedule makes no jobs")
    let health = try client.call("health")
    #expect(schedules(health)?["ok"] == false)
    #expect(schedules(health)?["message"]?.stringValue?.contains("gone") == true)
    let known = try client.call("listJobs", ["limit": 500])["jobs"]?.arrayValue?.count ?? 0
    // Its next times come and go in silence.
    let next = try client.call("listSchedules")["schedules"]?[0]?["next_run_at"]
    try client.call("listSchedules") { $0["schedules"]?[0]?["next_run_at"] != next }
    #expect(daemon.log.components(separatedBy: "a schedule makes no jobs").count == 2)
    try reload(daemon, type, until: "types_added=gone")
    try client.call("listJobs", ["limit": 500]) { ($0["jobs"]?.arrayValue?.count ?? 0) > known }
    #expect(schedules(try client.call("health"))?["ok"] == true)
  }

  @Test func aReloadSaysWhatHasChangedAndWhatIsNotThere() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    try reload(daemon, "[git]\npath = \"/nowhere/git\"\n[queue]\nmax_retries = 9\n", until: "queue.max_retries = 9")
    try daemon.waitForLog(containing: "'/nowhere/git' cannot be run")
    let check = try client.call("health")["checks"]?.arrayValue?.first { $0["name"] == "configuration" }
    #expect(check?["ok"] == false)
    #expect(check?["message"]?.stringValue?.contains("/nowhere/git") == true)
  }

  @Test func jobsOfATypeThatGoesWaitUntilItIsBack() throws {
    let type = "[job_types.gone]\n" + Self.printing("{}")
    let daemon = try Daemon(configuration: type)
    let client = try daemon.connect()
    _ = try client.call("pauseQueue", ["type": "gone"])
    let job = try create(client, "gone")
    try reload(daemon, "", until: "types_removed=gone")
    #expect(daemon.log.contains("jobs wait whose type is no longer configured"))
    #expect(try refusal(client, "createJob", ["type": "gone"], code: 1011)["kind"] == "unknownJobType")
    #expect(try reasons(client, job) == ["typePaused", "noWorker"])
    // What was paused while the type was there can be undone without it.
    #expect(try client.call("resumeQueue", ["type": "gone"])["paused_types"] == [])
    #expect(try refusal(client, "resumeQueue", ["type": "gone"], code: 1011)["kind"] == "unknownJobType")
    #expect(try reasons(client, job) == ["noWorker"])
    try reload(daemon, type, until: "types_added=gone")
    #expect(try end(client, job)["status"] == "completed")
  }

  @Test func anAttemptThatRunsEndsAsItBeganAndTheNextOneIsNew() throws {
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let old = try directory.write("old", "#!/bin/sh\n\(gate.script)\necho '{\"v\":1}'\n")
    #expect(chmod(old, 0o700) == 0)
    let daemon = try Daemon(
      configuration: "[job_types.own]\ncommand = [\"\(old)\"]\n", environment: ["SEEN": "2"])
    let client = try daemon.connect()
    let first = try create(client, "own")
    try gate.waitForArrival()
    let new = #"command = ["/bin/sh", "-c", "echo '{\"v\":'$SEEN'}'"]"# + "\nenvironment = [\"SEEN\"]\n"
    try reload(daemon, "[job_types.own]\n" + new, until: "types_changed=own")
    let second = try create(client, "own")
    #expect(try end(client, second)["result"] == ["v": 2])
    #expect(try client.call("getJobStatus", ["job_id": first])["status"] == "processing")
    try gate.open()
    #expect(try end(client, first)["result"] == ["v": 1])
  }

  @Test func gitChangesWithoutARestart() throws {
    let daemon = try Daemon()
    let repository = try GitRepository(in: daemon.directory)
    try repository.commit()
    let client = try daemon.connect()
    let refresh: JSON = ["path": .string(repository.path), "wait": true]
    #expect(try client.call("refreshProject", refresh)["status"] == "completed")
    let git = "[git]\npath = \"/bin/false\"\ntimeout_seconds = 7\n"
    try reload(daemon, git + "[job_types.refresh]\nmax_retries = 0\n", until: "types_added=refresh")
    #expect(!daemon.log.contains("needs a restart"))
    #expect(try client.call("refreshProject", refresh)["status"] == "failed")
  }

  @Test func aWorkerThatWaitsIsToldThatItsTypeIsGone() throws {
    let daemon = try Daemon(configuration: "[job_types.a]\nexternal = true\n[job_types.b]\nexternal = true\n")
    let (a, b) = (try daemon.connect(), try daemon.connect())
    for (client, type) in [(a, "a"), (b, "b")] {
      try client.send(request("1", "claimJobs", #"{"worker":"w","types":["\#(type)"],"wait_seconds":20}"#))
    }
    let other = try daemon.connect()
    try reload(
      daemon, "[job_types.b]\nexternal = true\n[job_types.c]\nexternal = true\n", until: "types_removed=a")
    try a.expect(error(1011, id: "1", "unknownJobType"))
    let job = try create(other, "b")
    let claimed = try JSON.parse(try b.expectLine())
    #expect(claimed["result"]?["jobs"]?[0]?["job"]?["id"] == job)
    #expect(try a.call("claimJobs", ["worker": "w", "types": ["c"], "wait_seconds": 0])["jobs"] == [])
  }

  @Test func programsOfOneProjectTakeTurnsWhereTheTypeSaysSo() throws {
    let directory = try TemporaryDirectory()
    let gate = try Gate(in: directory)
    let program = try directory.write("program", "#!/bin/sh\n\(gate.script)\n")
    #expect(chmod(program, 0o700) == 0)
    let type = "[job_types.own]\ncommand = [\"\(program)\"]\n"
    let daemon = try Daemon(configuration: type + "one_per_project = true\n")
    let client = try daemon.connect()
    let repository = try GitRepository(in: directory)
    let project = try client.call("createProject", ["source": .string(repository.path)]).member("id")
    let first = try create(client, "own", ["project_id": project])
    try gate.waitForArrival()
    let second = try create(client, "own", ["project_id": project])
    #expect(try reasons(client, second) == ["projectBusy"])
    // Without a project there is nobody to take turns with.
    let third = try create(client, "own")
    try gate.waitForArrival()
    #expect(try client.call("getJobStatus", ["job_id": third])["status"] == "processing")
    for _ in 0..<3 { try gate.open() }
    for job in [first, second, third] { #expect(try end(client, job)["status"] == "completed") }
  }
}
