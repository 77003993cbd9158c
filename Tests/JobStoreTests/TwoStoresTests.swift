import GantryTestSupport
import JobModel
import JobStore
import Testing

/// The same random life in both stores: every answer, every change and every job must agree. Finds what nobody thought
/// of as a case, gates and lanes above all.
@Suite struct TwoStoresTests {
  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `two stores that live through the same agree`(_ seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let path = directory.appending("queue.db")
    let memory = InMemoryStore()
    var one = Life(StoreBench(store: memory, reader: memory.reader()))
    var two = Life(
      StoreBench(
        store: try SQLiteStore.open(path: path, durability: .normal), reader: try SQLiteReader.open(path: path)))
    var random = SplitMix64(seed: seed)
    for step in 0..<60 {
      let script = (0..<Int.random(in: 1...8, using: &random)).map { _ in Step.random(using: &random) }
      let pause = Double.random(in: 0...20, using: &random).rounded()
      let first = try one.live(script, pause: pause)
      let second = try two.live(script, pause: pause)
      if let (memory, sqlite) = zip(first, second).first(where: { $0 != $1 }) {
        Issue.record("seed \(seed), step \(step), \(script):\nmemory \(memory)\nsqlite \(sqlite)")
        return
      }
      #expect(first.count == second.count)
    }
    try DatabaseInvariants.check(path, now: two.bench.now)
  }
}

/// What happens next, in terms that do not depend on ids: jobs and attempts are named by their number.
private enum Step {
  case create(NewJob, project: Int?, parents: [Int])
  case project(Int)
  case refresh(Int, NewJob)
  case cancel(Int)
  case retry(Int, force: Bool)
  case claim(limit: Int, types: [String], ordinary: Int, concurrency: [String: Int])
  case complete(attempt: Int, withUpdate: Bool)
  case fail(attempt: Int, RetryTerms?)
  case abandon(attempt: Int)
  case pause(String?, Bool)
  case finishCancelled(attempt: Int)
  case release(attempt: Int)
  case progress(attempt: Int)
  case recover
  case cleanUp(JobStatus, seconds: Double, keep: Int?)

  static func random(using random: inout SplitMix64) -> Step {
    func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    func one<T>(_ choices: [T]) -> T { choices[number(0..<choices.count)] }
    func job(_ type: String) -> NewJob {
      NewJob(
        type: type, userID: one(["0", "1"]), priority: one(JobPriority.allCases), maxRetries: number(0..<3),
        runAt: one([nil, nil, nil, Timestamp(milliseconds: 1_767_225_600_000 + Int64(number(0..<600)) * 1000)]),
        idempotencyKey: one([nil, nil, nil, "i\(number(0..<6))"]), uniqueKey: one([nil, nil, "u\(number(0..<4))"]),
        exclusiveKey: one([nil, "k\(number(0..<3))"]), queueTimeoutSeconds: one([nil, nil, nil, 30]),
        rateLimit: one([nil, nil, RateLimit(action: "x", count: 3, windowSeconds: 60)]))
    }
    func terms() -> RetryTerms {
      RetryTerms(policy: RetryPolicy(baseSeconds: 8, capSeconds: 30), jitter: Double(number(0..<5)) / 4)
    }
    switch number(0..<23) {
    case 22:
      return .cleanUp(one([.completed, .failed, .cancelled]), seconds: Double(number(0..<90)), keep: one([nil, 2]))
    case 20: return .abandon(attempt: number(0..<6))
    case 21: return .pause(one([nil, "a", "b"]), number(0..<3) == 0)
    case 0...5:
      return .create(
        job(one(["a", "b", "c"])), project: one([nil, number(0..<4)]),
        parents: one([[], [], [number(0..<8)], [number(0..<8), number(0..<20)]]))
    case 6: return .project(number(0..<3))
    case 7...8:
      var new = job("refresh")
      new.uniqueKey = nil
      return .refresh(number(0..<3), new)
    case 9: return .cancel(number(0..<60))
    case 10: return .retry(number(0..<60), force: number(0..<2) == 0)
    case 11...13:
      return .claim(
        limit: number(0..<4), types: one([["a"], ["b", "refresh"], ["a", "b", "c", "refresh"]]),
        ordinary: number(0..<4), concurrency: one([[:], ["a": number(0..<3)]]))
    case 14...15: return .complete(attempt: number(0..<6), withUpdate: number(0..<2) == 0)
    case 16: return .fail(attempt: number(0..<6), one([nil, terms()]))
    case 17: return .finishCancelled(attempt: number(0..<6))
    case 18: return one([.release(attempt: number(0..<6)), .progress(attempt: number(0..<6))])
    default: return number(0..<6) == 0 ? .recover : .fail(attempt: number(0..<6), terms())
    }
  }
}

/// One store, and the names under which its jobs, projects and attempts are known to the script.
private struct Life {
  var bench: StoreBench
  private var jobs: [JobID] = []
  private var projects: [ProjectID] = []
  private var attempts: [(job: JobID, token: AttemptToken)] = []
  private var changesSeen = 0
  private var eventsSeen = 0

  init(_ bench: StoreBench) {
    self.bench = bench
  }

  /// Applies the steps as one batch; gives a text of all that can be seen afterwards.
  mutating func live(_ steps: [Step], pause: Double) throws -> [String] {
    bench.clock.advance(bySeconds: pause)
    var report: [String] = []
    for outcome in try bench.apply(steps.compactMap(command)) { report.append(describe(outcome)) }
    for change in bench.changes[changesSeen...] { report.append("\(name(change.jobID)) \(change.status)") }
    changesSeen = bench.changes.count
    for event in bench.events[eventsSeen...] {
      report.append("\(event.seq) \(event.kind) \(event.jobID.map { name($0) } ?? "-") \(event.attempt)")
    }
    eventsSeen = bench.events.count
    let kept = try bench.reader.events(after: Int64(max(eventsSeen - 7, 0)), limit: 5)
    report.append("\(kept.map { "\($0.seq) \($0.kind) \($0.time)" })")
    report.append("\(try bench.reader.countsByType().filter { $0.count > 0 }) \(try bench.reader.paused())")
    for id in jobs.suffix(12) {
      report.append("\(try bench.reader.attempts(of: id).map(describe))")
      report.append("\(try bench.reader.openDependencies(of: id, limit: 3).map { name($0) })")
    }
    report.append("next \(bench.nextRunAt.map(\.rfc3339) ?? "-")")
    report.append("\(try bench.reader.queueCounts())")
    for id in jobs { report.append(try bench.reader.job(id).map { describe($0) } ?? "\(name(id)) is gone") }
    for filter in [JobFilter(), JobFilter(type: "a"), JobFilter(status: .pending), JobFilter(userID: "1")] {
      report.append("\(try bench.reader.jobs(filter, after: jobs.dropFirst(9).first, limit: 5).map { name($0.id) })")
    }
    return report
  }

  private func command(_ step: Step) -> StoreCommand? {
    func job(_ number: Int) -> JobID { jobs.isEmpty ? JobID(high: 1, low: 1) : jobs[number % jobs.count] }
    // Mostly one of the newest attempts, which may still run.
    func attempt(_ number: Int) -> (job: JobID, token: AttemptToken)? {
      attempts.isEmpty ? nil : attempts[max(attempts.count - 1 - number, 0)]
    }
    switch step {
    case .create(var new, let project, let parents):
      // Mostly of the newest jobs, which may be live.
      if !jobs.isEmpty { new.dependsOn = parents.map { jobs[max(jobs.count - 1 - $0, 0)] } }
      if let project {
        new.projectID = projects.indices.contains(project) ? projects[project] : ProjectID(high: 2, low: 2)
      }
      return .createJob(new)
    case .project(let number):
      return .createProject(
        StoreBench.newProject("/srv/\(number)"), userID: "0",
        limit: RateLimit(action: "p", count: 2, windowSeconds: 100))
    case .refresh(let number, let new):
      return .refreshProject(RefreshRequest(target: .source(StoreBench.newProject("/srv/\(number)")), job: new))
    case .cancel(let number): return .cancelJob(job(number))
    case .retry(let number, let force): return .retryJob(job(number), force: force)
    case .claim(let limit, let types, let ordinary, let concurrency):
      return .claim(
        ClaimRequest(
          boot: bench.boot, limit: limit, types: types, ordinaryLimit: ordinary, concurrency: concurrency,
          ageingSeconds: 60, worker: limit == 1 ? "w" : nil))
    case .complete(let number, let withUpdate):
      return attempt(number).map { attempt in
        let update = projects.first.map { ProjectUpdate(projectID: $0, head: "h", branch: nil) }
        return .complete(
          attempt.job, attempt.token, JobOutput(result: "{}", projectUpdate: withUpdate ? update : nil))
      }
    case .fail(let number, let terms):
      return attempt(number).map { .fail($0.job, $0.token, StoreBench.error, terms) }
    case .abandon(let number): return attempt(number).map { .abandon($0.job, $0.token, .standard) }
    case .pause(let type, let isPaused): return isPaused ? .pauseQueue(type: type) : .resumeQueue(type: type)
    case .finishCancelled(let number): return attempt(number).map { .finishCancelled($0.job, $0.token) }
    case .release(let number): return attempt(number).map { .release($0.job, $0.token) }
    case .progress(let number):
      return attempt(number).map { .progress($0.job, $0.token, JobProgress(fraction: 0.5, stage: "s")) }
    case .recover: return .recover(.standard)
    case .cleanUp(let status, let seconds, let keep):
      return .cleanUp(
        CleanupStep(status: status, endedBefore: bench.now.advanced(bySeconds: -seconds), keep: keep, limit: 3))
    }
  }

  private mutating func describe(_ outcome: StoreBench.Outcome) -> String {
    switch outcome {
    case .success(.jobCreated(let id, let status, let how)): return "job \(name(id)) \(status) \(how)"
    case .success(.refresh(let id, let project, let status, let how)):
      return "refresh \(name(id)) \(name(project)) \(status) \(how)"
    case .success(.project(let project, let created)): return "project \(name(project)) \(created)"
    case .success(.cancelled(let id, let status, let requested)): return "cancelled \(name(id)) \(status) \(requested)"
    case .success(.retried(let id, let count)): return "retried \(name(id)) \(count)"
    case .success(.claimed(let claimed)):
      attempts += claimed.map { ($0.job.id, $0.token) }
      return "claimed \(claimed.map { describe($0.job) + ($0.project?.source ?? "") })"
    case .success(.done): return "done"
    case .success(.failed(let retryAt)): return "failed \(retryAt.map(\.rfc3339) ?? "-")"
    case .success(.cleaned(let deleted, let next)): return "cleaned \(deleted) \(next?.completedAt.rfc3339 ?? "-")"
    case .success(.paused(let types)): return "paused \(types)"
    case .success(.schedule(let schedule)): return "schedule \(schedule.cron)"
    case .success(.fired(let ids, let schedule)): return "fired \(ids.map { name($0) }) \(schedule.cron)"
    case .success(.recovered(let ids, let setAside)):
      return "recovered \(ids.map { name($0) }) \(setAside.map { name($0) })"
    case .failure(.jobNotFound): return "job not found"
    case .failure(.projectNotFound): return "project not found"
    case .failure(.scheduleNotFound): return "schedule not found"
    case .failure(.invalidState(let id, let current, let allowed)): return "state \(name(id)) \(current) \(allowed)"
    case .failure(.retriesExhausted(let id, let count, let maximum)): return "exhausted \(name(id)) \(count) \(maximum)"
    case .failure(.idempotencyConflict(let id)): return "conflict \(name(id))"
    case .failure(.duplicateJob(let id, let live)): return "duplicate \(name(id)) \(name(live))"
    case .failure(.staleAttempt(let id)): return "stale \(name(id))"
    case .failure(.rateLimited(let limit, let retryAt)): return "limited \(limit) \(retryAt.rfc3339)"
    case .failure(.dependencyNotFound): return "dependency not found"
    case .failure(.dependencyFailed(let id, let status)): return "dependency failed \(name(id)) \(status)"
    case .failure(.storageUnavailable(let text)), .failure(.internalError(let text)): return text
    }
  }

  /// The messages of some errors name jobs, whose ids differ between the stores.
  private func describe(_ error: JobError?) -> JobError? {
    guard var error, error.kind == "dependencyFailed" else { return error }
    error.message = ""
    return error
  }

  private func describe(_ record: AttemptRecord) -> AttemptRecord {
    var record = record
    record.error = describe(record.error)
    return record
  }

  private mutating func describe(_ job: Job) -> String {
    var job = job
    job.error = describe(job.error)
    let text = name(job.id)
    // Ids differ between the stores; everything else must not.
    job.id = JobID(high: 0, low: 0)
    if let id = job.projectID { job.projectID = ProjectID(high: 0, low: UInt64(projects.firstIndex(of: id) ?? 99)) }
    return "\(text) \(job)"
  }

  /// A job's number, given when it is first seen; both stores see them in the same order.
  private mutating func name(_ id: JobID) -> String {
    if let known = jobs.firstIndex(of: id) { return "#\(known)" }
    jobs.append(id)
    return "#\(jobs.count - 1)"
  }

  private mutating func name(_ project: Project) -> String {
    if !projects.contains(project.id) { projects.append(project.id) }
    return project.source
  }
}
