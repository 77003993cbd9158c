import GantryTestSupport
import JSON
import Testing

/// Who gets which job, and when.
@Suite struct WorkerPollTests {
  /// Asks for a job and does not wait for the answer, which may be there at once.
  private func send(_ worker: Conversation, _ id: Int, _ more: String = "") throws {
    try worker.send(request("\(id)", "claimJobs", #"{"worker":"w\#(id)","types":["echo"],"wait_seconds":60\#(more)}"#))
  }

  /// Lets so many workers that have asked take their first look, one after the other: a look that is still to come may
  /// find a job before those who have waited longer are asked. Each write is behind the look that was sent before it.
  private func settle(_ stage: WorkerStage, workers: Int) throws {
    for _ in 0..<workers { _ = try stage.client.call("resumeQueue") }
  }

  /// Asks for a job that is not there and does not wait for the answer; the daemon has it when this returns.
  private func ask(_ worker: Conversation, _ id: Int, _ more: String = "") throws {
    try send(worker, id, more)
    try worker.expectAlive()
  }

  /// The ids of the jobs in the answer that comes next.
  private func jobs(_ worker: Conversation, _ id: Int64) throws -> [JSON] {
    let reply = try JSON.parse(try worker.expectLine())
    #expect(reply["id"]?.intValue == id)
    return try reply.member("result").member("jobs").arrayValue?.map { try $0.member("job").member("id") } ?? []
  }

  @Test func oneJobWakesOneWorkerTheOneThatHasWaitedLongest() throws {
    let stage = try WorkerStage()
    let workers = try (0..<3).map { _ in try stage.daemon.connect(patience: 60) }
    for (id, worker) in workers.enumerated() { try ask(worker, id) }
    try settle(stage, workers: 3)
    for (id, worker) in workers.enumerated() {
      let job = try stage.create()
      #expect(try jobs(worker, Int64(id)) == [job])
      // Those behind it are still waiting, and were told nothing.
      for other in workers[(id + 1)...] { try other.expectAlive() }
    }
  }

  @Test func manyJobsAtOnceReachAllWhoWait() throws {
    let stage = try WorkerStage()
    let workers = try (0..<4).map { _ in try stage.daemon.connect(patience: 60) }
    for (id, worker) in workers.enumerated() { try ask(worker, id) }
    let create = request("1", "createJob", #"{"type":"echo"}"#)
    try stage.client.send("[" + Array(repeating: create, count: 4).joined(separator: ",") + "]")
    _ = try stage.client.expectLine()
    var seen: Set<String> = []
    for (id, worker) in workers.enumerated() {
      let given = try jobs(worker, Int64(id))
      #expect(given.count == 1)
      seen.formUnion(given.compactMap(\.stringValue))
    }
    #expect(seen.count == 4)
  }

  @Test func anEmptyAnswerComesWhenTheTimeIsUp() throws {
    let stage = try WorkerStage()
    let worker = try stage.daemon.connect()
    #expect(try worker.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0])["jobs"] == [])
    #expect(try worker.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0.05])["jobs"] == [])
    // Also behind others that wait, a look finds what its own client has just created.
    try ask(try stage.daemon.connect(), 1, #","lease_seconds":3600"#)
    #expect(try worker.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0])["jobs"] == [])
  }

  @Test func aClaimTakesUpToItsLimitTheMostUrgentFirst() throws {
    let stage = try WorkerStage()
    let low = try stage.create(["priority": "low"])
    let normal = try stage.create()
    let high = try stage.create(["priority": "high"])
    let worker = try stage.daemon.connect()
    try send(worker, 1, #","limit":2"#)
    #expect(try jobs(worker, 1) == [high, normal])
    try send(worker, 2, #","limit":64"#)
    #expect(try jobs(worker, 2) == [low])
  }

  @Test func aJobWhoseTimeComesWakesAWorker() throws {
    let stage = try WorkerStage()
    let worker = try stage.daemon.connect(patience: 60)
    try ask(worker, 1)
    let job = try stage.create(["delay_seconds": 0.2])
    #expect(try jobs(worker, 1) == [job])
  }

  @Test func aWaitEndsWithItsCancellationAndItsPlaceIsFree() throws {
    let stage = try WorkerStage()
    let first = try stage.daemon.connect()
    let second = try stage.daemon.connect(patience: 60)
    try ask(first, 1)
    try ask(second, 2)
    try first.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"#)
    try first.expect(error(-32800, id: "1", "requestCancelled"))
    let job = try stage.create()
    #expect(try jobs(second, 2) == [job])
    try first.expectAlive()
  }

  @Test func aWorkerThatWentAwayWhileItWaitedCostsTheJobNothing() throws {
    let stage = try WorkerStage(queue: "max_crashes = 1")
    let worker = try stage.daemon.connect(patience: 60)
    for round in 0..<20 {
      do { try ask(try stage.daemon.connect(), 1) }
      try ask(worker, round)
      let job = try stage.create()
      #expect(try jobs(worker, Int64(round)) == [job])
      #expect(try stage.status(job)["crash_count"] == 0)
    }
  }

  @Test func theConcurrencyOfATypeHoldsAmongWorkers() throws {
    let stage = try WorkerStage(type: WorkerStage.type + "\nconcurrency = 1")
    let jobs = [try stage.create(), try stage.create()]
    let first = try stage.daemon.connect()
    let second = try stage.daemon.connect(patience: 60)
    let attempt = try stage.claim(first, ["limit": 2])
    #expect(attempt.id == jobs[0])
    #expect(try second.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0])["jobs"] == [])
    try ask(second, 2)
    _ = try first.call("completeJob", attempt.params())
    #expect(try self.jobs(second, 2) == [jobs[1]])
  }

  @Test func jobsOfOneProjectTakeTurnsWhereTheTypeSaysSo() throws {
    let stage = try WorkerStage(type: WorkerStage.type + "\none_per_project = true")
    let directory = try TemporaryDirectory()
    let repository = try GitRepository(in: directory)
    let project = try stage.client.call("createProject", ["source": .string(repository.path)]).member("id")
    let jobs = [try stage.create(["project_id": project]), try stage.create(["project_id": project])]
    let worker = try stage.daemon.connect()
    let attempt = try stage.claim(worker, ["limit": 2])
    #expect(attempt.id == jobs[0])
    #expect(attempt.claimed["project"]?["id"] == project)
    #expect(try worker.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0])["jobs"] == [])
    _ = try worker.call("completeJob", attempt.params())
    #expect(try stage.claim(worker).id == jobs[1])
  }

  @Test func aPausedTypeIsNotGivenOutUntilItIsResumed() throws {
    let stage = try WorkerStage()
    _ = try stage.client.call("pauseQueue", ["type": "echo"])
    let job = try stage.create()
    let worker = try stage.daemon.connect(patience: 60)
    #expect(try worker.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0])["jobs"] == [])
    try ask(worker, 1)
    _ = try stage.client.call("resumeQueue", ["type": "echo"])
    #expect(try jobs(worker, 1) == [job])
  }

  @Test func onlyExternalTypesAreGivenToWorkers() throws {
    let stage = try WorkerStage()
    let own = try refusal(stage.client, "claimJobs", ["worker": "w", "types": ["echo", "noop"]], code: -32602)
    #expect(own["field"] == "types")
    let unknown = try refusal(stage.client, "claimJobs", ["worker": "w", "types": ["nothing"]], code: 1011)
    #expect(unknown["kind"] == "unknownJobType")
    #expect(unknown["known"] == ["echo"])
    for params in [
      ["worker": "w", "types": []], ["worker": "", "types": ["echo"]], ["worker": "a\nb", "types": ["echo"]],
      ["worker": .string(String(repeating: "w", count: 257)), "types": ["echo"]], ["types": ["echo"]],
      ["worker": "w", "types": ["echo"], "limit": 0], ["worker": "w", "types": ["echo"], "limit": 65],
      ["worker": "w", "types": ["echo"], "wait_seconds": -1], ["worker": "w", "types": ["echo"], "wait_seconds": 3601],
      ["worker": "w", "types": ["echo"], "lease_seconds": 0.9],
      ["worker": "w", "types": ["echo"], "lease_seconds": 3601],
    ] as [JSON] {
      try refusal(stage.client, "claimJobs", params, code: -32602)
    }
    try stage.client.expectAlive()
  }

  @Test func whatAnAnswerHasNoRoomForComesWithTheNext() throws {
    let stage = try WorkerStage(top: "[limits]\nanswer_bytes = 65536\n")
    let text = JSON.string(String(repeating: "x", count: 20_000))
    let jobs = try (0..<4).map { _ in try stage.create(["payload": .object(["text": text])]) }
    let worker = try stage.daemon.connect()
    var given: [JSON] = []
    while given.count < 4 {
      try send(worker, 1, #","limit":64"#)
      let some = try self.jobs(worker, 1)
      #expect((1...3).contains(some.count))
      given += some
    }
    #expect(given == jobs)
    let large = try stage.create(["payload": ["text": .string(String(repeating: "x", count: 70_000))]])
    try refusal(worker, "claimJobs", ["worker": "w", "types": ["echo"]], code: -32003)
    // Nor can anybody be shown the job; but it has ended.
    try refusal(stage.client, "waitJob", .object(["job_id": large]), code: -32003)
    #expect(try stage.client.call("queueStatus")["failed"] == 1)
  }

  @Test func aThousandJobsAreEachDoneOnceByFourWorkers() throws {
    let stage = try WorkerStage()
    let create = request("1", "createJob", #"{"type":"echo"}"#)
    for _ in 0..<10 {
      try stage.client.send("[" + Array(repeating: create, count: 100).joined(separator: ",") + "]")
      _ = try stage.client.expectLine()
    }
    let workers = try (0..<4).map { _ in try stage.daemon.connect(patience: 60) }
    var done: [String: Int] = [:]
    while done.count < 1000 {
      // All ask at once, so that their claims meet in the store.
      for (id, worker) in workers.enumerated() {
        let params = #"{"worker":"w","types":["echo"],"limit":\#(id + 1),"wait_seconds":0}"#
        try worker.send(request("\(id)", "claimJobs", params))
      }
      for worker in workers {
        let claimed = try JSON.parse(try worker.expectLine()).member("result").member("jobs").arrayValue ?? []
        for job in claimed {
          let id = try job.member("job").member("id")
          let params: JSON = .object(["job_id": id, "attempt_token": try job.member("attempt_token")])
          try worker.send(request("2", "completeJob", params.description))
          done[try #require(id.stringValue), default: 0] += 1
        }
        for _ in claimed {
          try worker.expect(
            #"{"jsonrpc":"2.0","id":2,"result":{"job_id":"<uuid>","status":"completed"}}"#)
        }
      }
    }
    #expect(done.values.allSatisfy { $0 == 1 })
    let status = try stage.client.call("queueStatus")
    #expect(status["completed"] == 1000)
    #expect(status["pending"] == 0)
    #expect(status["processing"] == 0)
  }
}
