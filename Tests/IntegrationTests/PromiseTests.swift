import Foundation
import GantryTestSupport
import Glibc
import JSON
import Testing

/// What the queue promises about order, limits, failures and the ends of jobs.
@Suite struct PromiseTests {
  private static let quick =
    "queue = { retry_base_seconds = 0.01, retry_cap_seconds = 0.01, kill_grace_seconds = 0.1 }\n"

  /// A job type whose attempts last until they are ended.
  private static let hold = """
    [job_types.hold]
    command = ["/bin/sh", "-c", "exec sleep 1000"]

    """

  /// Returns once the job runs. The queue is asked and not the clock: its answer comes as soon as the job has started.
  private func waitUntilRunning(_ job: JSON, _ client: Conversation) throws {
    try client.call("getJobStatus", ["job_id": job]) { $0["status"] == "processing" }
  }

  private func refusal(_ client: Conversation, _ method: String, _ params: JSON) throws -> JSON {
    try client.send(#"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#)
    let reply = try JSON.parse(try client.expectLine())
    return try #require(reply["error"])
  }

  @Test func anAttemptThatFailsForTheMomentIsFollowedByAnother() throws {
    let directory = try TemporaryDirectory()
    let count = directory.appending("count")
    let daemon = try Daemon(
      configuration: Self.quick + """
        [job_types.flaky]
        command = ["/bin/sh", "-c", "echo x >> \(count); test $(wc -l < \(count)) -ge 3 || exit 75"]
        """)
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "flaky"]).member("job_id")
    let end = try client.call("waitJob", ["job_id": job]).member("job")
    #expect(end["status"] == "completed")
    #expect(end["retry_count"] == 2)
    #expect(end["attempt"] == 3)
    #expect(end["error"] == .null)
  }

  @Test func retriesEndWithTheErrorOfTheLastAttempt() throws {
    let daemon = try Daemon(
      configuration: Self.quick + """
        [job_types.broken]
        command = ["/bin/sh", "-c", "exit 75"]
        max_retries = 1
        """)
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "broken"]).member("job_id")
    let end = try client.call("waitJob", ["job_id": job]).member("job")
    #expect(end["status"] == "failed")
    #expect(end["retry_count"] == 1)
    #expect(end["attempt"] == 2)
    #expect(end["error"]?["kind"] == "commandFailed")
    #expect(end["error"]?["exit_code"] == 75)
  }

  @Test func anAttemptThatTakesTooLongIsEndedWithEverythingItStarted() throws {
    let directory = try TemporaryDirectory()
    let pids = directory.appending("pids")
    let daemon = try Daemon(
      configuration: Self.quick + """
        [job_types.stubborn]
        command = ["/bin/sh", "-c", "trap '' TERM; sleep 1000 & echo $! $$ > \(pids); sleep 1000"]
        max_retries = 0
        """)
    let client = try daemon.connect()
    let job = try client.call("createJob", ["type": "stubborn", "timeout_seconds": 0.5]).member("job_id")
    let end = try client.call("waitJob", ["job_id": job]).member("job")
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "jobTimeout")
    #expect(end["timeout_seconds"] == 0.5)
    for pid in try String(contentsOfFile: pids, encoding: .utf8).split(whereSeparator: \.isWhitespace) {
      #expect(!ProcessTable.isRunning(try #require(pid_t(pid))))
    }
  }

  @Test func whatIsPausedStartsWhenItIsResumedAlsoAfterAKill() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    #expect(try client.call("pauseQueue", ["type": "noop"]) == ["paused": false, "paused_types": ["noop"]])
    #expect(try client.call("pauseQueue") == ["paused": true, "paused_types": ["noop"]])
    let job = try client.call("createJob", ["type": "noop"]).member("job_id")
    try daemon.kill()
    try daemon.start()
    let again = try daemon.connect()
    let queue = try again.call("queueStatus")
    #expect(queue["paused"] == true)
    #expect(queue["paused_types"] == ["noop"])
    #expect(try again.call("resumeQueue") == ["paused": false, "paused_types": ["noop"]])
    #expect(try again.call("getJobStatus", ["job_id": job])["status"] == "pending")
    _ = try again.call("resumeQueue", ["type": "noop"])
    #expect(try again.call("waitJob", ["job_id": job])["job"]?["status"] == "completed")
    let error = try refusal(again, "pauseQueue", ["type": "nope"])
    #expect(error["data"]?["kind"] == "unknownJobType")
    #expect(try again.call("queueStatus")["paused_types"] == [])
  }

  @Test func aJobThatDoesNotStartInItsTimeFails() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try client.call("pauseQueue")
    let job = try client.call("createJob", ["type": "noop", "queue_timeout_seconds": 0.05]).member("job_id")
    let end = try client.call("waitJob", ["job_id": job]).member("job")
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "queueTimeout")
    #expect(end["attempt"] == 0)
  }

  @Test func jobsWaitForTheJobsThatTheyDependOn() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    _ = try client.call("pauseQueue")
    let first = try client.call("createJob", ["type": "noop"]).member("job_id")
    let second = try client.call("createJob", ["type": "noop", "depends_on": [first]]).member("job_id")
    let third = try client.call("createJob", ["type": "noop", "depends_on": [first, second]]).member("job_id")
    _ = try client.call("resumeQueue")
    #expect(try client.call("waitJob", ["job_id": third])["job"]?["status"] == "completed")
    let jobs = try [first, second, third].map { try client.call("getJobStatus", ["job_id": $0]) }
    let starts = jobs.compactMap { $0["started_at"]?.stringValue }
    let ends = jobs.compactMap { $0["completed_at"]?.stringValue }
    #expect(ends[0] <= starts[1])
    #expect(ends[1] <= starts[2])
  }

  @Test func whatDependsOnAFailureFailsAndCanBeRetriedBehindIt() throws {
    let daemon = try Daemon()
    let client = try daemon.connect()
    let parent = try client.call("createJob", ["type": "noop", "delay_seconds": 3600]).member("job_id")
    let child = try client.call("createJob", ["type": "noop", "depends_on": [parent]]).member("job_id")
    let grandchild = try client.call("createJob", ["type": "noop", "depends_on": [child]]).member("job_id")
    _ = try client.call("cancelJob", ["job_id": parent])
    let end = try client.call("waitJob", ["job_id": grandchild]).member("job")
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "dependencyFailed")
    let message = try #require(end["error"]?["message"]?.stringValue)
    #expect(message.contains(try #require(child.stringValue)))
    let refused = try refusal(client, "retryJob", ["job_id": child])
    #expect(refused["code"] == 1002)
    #expect(refused["data"]?["job_id"] == parent)
    #expect(try refusal(client, "createJob", ["type": "noop", "depends_on": [parent]])["code"] == 1002)
    let nowhere: JSON = "01890000-0000-7000-8000-000000000000"
    #expect(try refusal(client, "createJob", ["type": "noop", "depends_on": [nowhere]])["code"] == 1001)
    #expect(try refusal(client, "createJob", ["type": "noop", "depends_on": ["x"]])["code"] == -32602)
    #expect(try client.call("queueStatus")["total"] == 3)
  }

  @Test func aUserIsToldWhenToComeBackAndJoiningIsFree() throws {
    let directory = try TemporaryDirectory()
    let daemon = try Daemon(
      configuration: """
        [rate_limits.refresh]
        count = 2
        window_seconds = 300
        [rate_limits.create_project]
        count = 1
        window_seconds = 3600
        """)
    let client = try daemon.connect()
    var repositories: [JSON] = []
    for name in ["a", "b", "c"] {
      repositories.append(.string(try GitRepository(in: directory, named: name).path))
    }
    // Nothing starts, so the second request for one project joins the first.
    _ = try client.call("pauseQueue")
    _ = try client.call("refreshProject", ["path": repositories[0]])
    _ = try client.call("refreshProject", ["path": repositories[1]])
    #expect(try client.call("refreshProject", ["path": repositories[0]])["outcome"] == "joined")
    let error = try refusal(client, "refreshProject", ["path": repositories[2]])
    #expect(error["code"] == 1009)
    #expect(error["data"]?["kind"] == "rateLimited")
    #expect(error["data"]?["action"] == "refresh")
    #expect(error["data"]?["limit"] == 2)
    #expect(error["data"]?["window_seconds"]?.doubleValue == 300)
    let wait = try #require(error["data"]?["retry_after_seconds"]?.doubleValue)
    #expect(wait > 0 && wait <= 300)
    // A refused refresh has not added its project; the one project allowed is still free, and then no more.
    #expect(try client.call("createProject", ["source": repositories[2]])["created"] == true)
    #expect(try client.call("createProject", ["source": repositories[2]])["created"] == false)
    let other = try GitRepository(in: directory, named: "d")
    let refused = try refusal(client, "createProject", ["source": .string(other.path)])
    #expect(refused["data"]?["action"] == "create_project")
    // It holds over a kill, too.
    try daemon.kill()
    try daemon.start()
    #expect(try refusal(daemon.connect(), "refreshProject", ["path": repositories[2]])["code"] == 1009)
  }

  @Test func aPlaceIsKeptForManualRefreshes() throws {
    let daemon = try Daemon(configuration: "workers = 2\n" + Self.hold)
    let client = try daemon.connect()
    let repository = try GitRepository(in: daemon.directory)
    let running = try client.call("createJob", ["type": "hold"]).member("job_id")
    let waiting = try client.call("createJob", ["type": "hold", "priority": "high"]).member("job_id")
    try waitUntilRunning(running, client)
    let refresh = try client.call("refreshProject", ["path": .string(repository.path), "wait": true])
    #expect(refresh["job"]?["status"] == "completed")
    #expect(try client.call("getJobStatus", ["job_id": waiting])["status"] == "pending")
    for job in [waiting, running] { _ = try client.call("cancelJob", ["job_id": job]) }
    #expect(try client.call("waitJob", ["job_id": running])["job"]?["status"] == "cancelled")
  }

  @Test func noMoreOfATypeRunAtOnceThanConfigured() throws {
    let daemon = try Daemon(configuration: Self.hold + "concurrency = 1\n")
    let client = try daemon.connect()
    let first = try client.call("createJob", ["type": "hold"]).member("job_id")
    let second = try client.call("createJob", ["type": "hold"]).member("job_id")
    try waitUntilRunning(first, client)
    // Behind both in the queue, and past them.
    let noop = try client.call("createJob", ["type": "noop", "priority": "low"]).member("job_id")
    #expect(try client.call("waitJob", ["job_id": noop])["job"]?["status"] == "completed")
    #expect(try client.call("getJobStatus", ["job_id": second])["status"] == "pending")
    _ = try client.call("cancelJob", ["job_id": first])
    try waitUntilRunning(second, client)
    _ = try client.call("cancelJob", ["job_id": second])
    _ = try client.call("waitJob", ["job_id": second])
  }

  @Test func tenThousandRefreshesOfOneProjectCostTwoRuns() throws {
    let stage = try SlowGitStage()
    let client = try stage.daemon.connect(patience: 60)
    let path = stage.repository.path
    _ = try client.call("refreshProject", ["path": .string(path)])
    try stage.gate.waitForArrival()
    let count = 9999
    var lines = ""
    for number in 0..<count {
      lines += #"{"jsonrpc":"2.0","id":\#(number),"method":"refreshProject","params":{"path":"\#(path)"}}"# + "\n"
    }
    try client.send(bytes: Array(lines.utf8))
    var jobs: Set<String> = []
    var outcomes: [String: Int] = [:]
    for _ in 0..<count {
      let result = try JSON.parse(try client.expectLine()).member("result")
      jobs.insert(try #require(result["job_id"]?.stringValue))
      outcomes[try #require(result["outcome"]?.stringValue), default: 0] += 1
    }
    #expect(outcomes == ["queued_behind": 1, "joined": count - 1])
    #expect(jobs.count == 1)
    try stage.gate.open()
    let last = try client.call("waitJob", ["job_id": .string(try #require(jobs.first))])
    #expect(last["job"]?["status"] == "completed")
    #expect(try client.call("queueStatus")["total"] == 2)
  }

  @Test func aJobThatKeepsKillingItsDaemonIsSetAside() throws {
    let stage = try SlowGitStage(configuration: "queue = { max_crashes = 1 }")
    let client = try stage.daemon.connect()
    let job = try client.call("refreshProject", ["path": .string(stage.repository.path)]).member("job_id")
    try stage.gate.waitForArrival()
    try stage.daemon.kill()
    try stage.gate.open()
    try stage.daemon.start()
    let again = try stage.daemon.connect()
    let end = try again.call("getJobStatus", ["job_id": job])
    #expect(end["status"] == "failed")
    #expect(end["error"]?["kind"] == "workerCrashed")
    #expect(end["crash_count"] == 1)
    #expect(end["retry_count"] == 0)
    _ = try again.call("retryJob", ["job_id": job])
    #expect(try again.call("waitJob", ["job_id": job])["job"]?["status"] == "completed")
  }
}
