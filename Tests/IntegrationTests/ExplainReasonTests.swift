import GantryTestSupport
import Glibc
import JSON
import Testing

/// Each reason that `explainJob` can give, brought about, and the list of them in the document.
@Suite struct ExplainReasonTests {
  @Test(arguments: Situation.all.map(\.name))
  func theReasonIsGivenWithWhatToDo(_ name: String) throws {
    let situation = try #require(Situation.all.first { $0.name == name })
    let stage = try WorkerStage(
      queue: "retry_base_seconds = 86400\nretry_cap_seconds = 86400\nkill_grace_seconds = 0.1",
      type: Self.types, top: situation.top)
    let explanation = try stage.client.call("explainJob", ["job_id": try situation.job(stage)])
    let reasons = explanation["reasons"]?.arrayValue ?? []
    let reason = try #require(reasons.first { $0["kind"]?.stringValue == situation.kind }, "\(explanation)")
    for member in situation.members { #expect(reason[member] != nil, "\(member) of \(reason)") }
    #expect(try #require(reason["message"]?.stringValue).hasSuffix("."))
    #expect(try #require(explanation["summary"]?.stringValue).hasSuffix("."))
    // Nothing is left that outlives the daemon.
    for job in try stage.client.call("listJobs", ["status": "processing"])["jobs"]?.arrayValue ?? []
    where job["type"] == "hold" {
      _ = try stage.client.call("cancelJob", ["job_id": try job.member("id")])
      _ = try stage.end(of: try job.member("id"))
    }
  }

  @Test func everyReasonOfTheDocumentIsTriedHere() throws {
    let document = try JSON.parse(PackageFiles.text("protocol/openrpc.json"))
    let text = try #require(
      document["components"]?["schemas"]?["ExplainReason"]?["properties"]?["kind"]?["description"]?.stringValue)
    // Every name stands between backticks.
    let names = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(Set(names) == Set(Situation.all.map(\.kind)))
  }

  private static let types = """
    [job_types.echo]
    external = true
    [job_types.lane]
    external = true
    one_per_project = true
    [job_types.one]
    external = true
    concurrency = 1
    [job_types.false]
    command = ["/bin/false"]
    [job_types.hold]
    command = ["/bin/sh", "-c", "exec sleep 1000"]

    """
}

/// How a job comes to stand where one reason holds.
private struct Situation: Sendable {
  var name: String
  /// The reason.
  var kind: String
  /// What the reason has besides its kind and its message.
  var members: [String] = []
  var top = ""
  /// Brings it about and gives the job.
  var job: @Sendable (WorkerStage) throws -> JSON

  init(
    _ name: String, _ kind: String? = nil, _ members: [String] = [], top: String = "",
    job: @escaping @Sendable (WorkerStage) throws -> JSON
  ) {
    self.name = name
    self.kind = kind ?? name
    self.members = members
    self.top = top
    self.job = job
  }

  static let all = pending + running + refused + ended

  private static let pending: [Situation] = [
    Situation("paused") {
      _ = try $0.client.call("pauseQueue")
      return try $0.create()
    },
    Situation("typePaused", nil, ["type"]) {
      _ = try $0.client.call("pauseQueue", ["type": "echo"])
      return try $0.create()
    },
    Situation("dependency", nil, ["job_id", "status", "type"]) { stage in
      try stage.create(["depends_on": [try stage.create()]])
    },
    Situation("scheduled", nil, ["until"]) { try $0.create(["delay_seconds": 3600]) },
    Situation("retryBackoff after a failure", "retryBackoff", ["until", "error_kind", "count", "limit"]) { stage in
      let job = try stage.create()
      _ = try stage.client.call(
        "failJob", try stage.claim(stage.client).params(["message": "The printer is out of paper."]))
      return job
    },
    Situation("retryBackoff after a crash", "retryBackoff", ["until"]) { stage in
      let job = try stage.create()
      // The first crash costs no pause.
      for _ in 0..<2 {
        let worker = try stage.daemon.connect()
        #expect(try stage.claim(worker, ["wait_seconds": 15]).id == job)
      }
      try stage.wait(for: job) { $0["crash_count"] == 2 }
      return job
    },
    Situation("projectBusy", nil, ["job_id", "status", "type", "since"]) { stage in
      let project = try stage.project()
      let first = try stage.create(["type": "lane", "project_id": project])
      #expect(try stage.claim(stage.client, ["types": ["lane"]]).id == first)
      return try stage.create(["type": "lane", "project_id": project])
    },
    Situation("projectOrder", nil, ["job_id"]) { stage in
      let project = try stage.project()
      _ = try stage.create(["type": "lane", "project_id": project])
      return try stage.create(["type": "lane", "project_id": project])
    },
    Situation("noWorker", nil, ["type"]) { try $0.create() },
    Situation("typeConcurrency", nil, ["type", "limit", "count", "ahead"]) { stage in
      _ = try stage.create(["type": "one"])
      _ = try stage.claim(stage.client, ["types": ["one"]])
      return try stage.create(["type": "one"])
    },
    Situation("workersBusy", nil, ["limit", "count", "ahead"], top: "workers = 1") { stage in
      try stage.waitUntilRunning(try stage.create(["type": "hold"]))
      return try stage.create(["type": "noop"])
    },
    Situation("workersBusy on the socket", "workersBusy", ["type", "count", "ahead"]) { stage in
      _ = try stage.create()
      // It has work, and waits for none.
      _ = try stage.claim(stage.client, ["types": ["echo", "one"]])
      return try stage.create(["type": "one"])
    },
    Situation("reservedWorker", nil, ["limit", "count", "ahead"], top: "workers = 2") { stage in
      try stage.waitUntilRunning(try stage.create(["type": "hold"]))
      return try stage.create(["type": "noop"])
    },
    Situation("starting", nil, ["ahead"]) { stage in
      // One that has just been told that there is nothing asks again in a moment.
      while true {
        _ = try stage.client.call("claimJobs", ["worker": "w", "types": ["echo"], "wait_seconds": 0])
        let job = try stage.create()
        if try stage.kinds(job) == ["starting"] { return job }
        _ = try stage.client.call("cancelJob", ["job_id": job])
      }
    },
    Situation("queueTimeout", nil, ["until"]) { try $0.create(["queue_timeout_seconds": 3600]) },
  ]

  private static let running: [Situation] = [
    Situation("running", nil, ["since", "worker"]) { try $0.taken().id },
    Situation("leased", nil, ["until", "worker"]) { try $0.taken().id },
    Situation("timeout", nil, ["until"]) { try $0.taken(["timeout_seconds": 3000]).id },
    Situation("cancelRequested") { stage in
      let job = try stage.taken().id
      _ = try stage.client.call("cancelJob", ["job_id": job])
      return job
    },
  ]

  private static let refused: [Situation] = [
    Situation("ending", nil, ["since"]) { stage in
      try stage.forbid("failed")
      let job = try stage.create(["type": "false", "max_retries": 0])
      try stage.client.call("explainJob", ["job_id": job]) { $0["reasons"]?[0]?["kind"] == "ending" }
      return job
    },
    Situation("ending on the socket", "ending", ["since"]) { stage in
      let worker = try stage.daemon.connect()
      let job = try stage.create(["timeout_seconds": 0.1, "max_retries": 0])
      try stage.forbid("failed")
      _ = try stage.claim(worker, ["wait_seconds": 15])
      try stage.client.call("explainJob", ["job_id": job]) { $0["reasons"]?[0]?["kind"] == "ending" }
      return job
    },
  ]

  private static let ended: [Situation] = [
    Situation("completed", nil, ["since"]) { stage in
      let attempt = try stage.taken()
      _ = try stage.client.call("completeJob", attempt.params())
      return attempt.id
    },
    Situation("failed", nil, ["since", "error_kind"]) { stage in
      let attempt = try stage.taken(["max_retries": 0])
      _ = try stage.client.call("failJob", attempt.params(["message": "The printer is out of paper."]))
      return attempt.id
    },
    Situation("retriesExhausted", nil, ["count", "limit"]) { stage in
      let attempt = try stage.taken(["max_retries": 0])
      _ = try stage.client.call("failJob", attempt.params(["message": "The printer is out of paper."]))
      return attempt.id
    },
    Situation("retryable", nil, ["count", "limit"]) { stage in
      // What somebody wanted to end is not tried again by itself.
      let attempt = try stage.taken()
      _ = try stage.client.call("cancelJob", ["job_id": attempt.id])
      _ = try stage.client.call("failJob", attempt.params(["message": "The printer is out of paper."]))
      return attempt.id
    },
    Situation("notRetryable") { stage in
      let attempt = try stage.taken()
      _ = try stage.client.call(
        "failJob", attempt.params(["message": "There is no such printer.", "retryable": false]))
      return attempt.id
    },
    Situation("cancelled", nil, ["since"]) { stage in
      let job = try stage.create()
      _ = try stage.client.call("cancelJob", ["job_id": job])
      return job
    },
  ]
}

extension WorkerStage {
  /// A job in the hands of a worker, whose connection is the client's.
  fileprivate func taken(_ more: JSONObject = [:]) throws -> Attempt {
    _ = try create(more)
    return try claim(client)
  }

  fileprivate func project() throws -> JSON {
    let repository = try GitRepository(in: daemon.directory)
    return try client.call("createProject", ["source": .string(repository.path)]).member("id")
  }

  fileprivate func kinds(_ job: JSON) throws -> [String] {
    try client.call("explainJob", ["job_id": job])["reasons"]?.arrayValue?.compactMap { $0["kind"]?.stringValue } ?? []
  }

  fileprivate func waitUntilRunning(_ job: JSON) throws {
    try wait(for: job) { $0["status"] == "processing" }
  }
}
