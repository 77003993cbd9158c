import JobModel
import JobStore

/// What every store must do, as cases that each start with an empty one. A test suite runs them all against each store:
///
///     @Test(arguments: StoreConformance.cases) func keepsThePromise(_ promise: StoreConformance.Case) throws {
///       try promise.check(&StoreBench(store: …, reader: …))
///     }
public enum StoreConformance {
  /// One promise.
  public struct Case: Sendable, CustomStringConvertible {
    /// A sentence about the store.
    public let description: String
    /// Throws `TestFailure` when the promise is broken.
    public let check: @Sendable (inout StoreBench) throws -> Void

    init(_ description: String, _ check: @escaping @Sendable (inout StoreBench) throws -> Void) {
      self.description = description
      self.check = check
    }
  }

  /// All promises.
  public static let cases: [Case] =
    creating + claiming + ordering + reporting + controlling + refreshing + reading + logging + cleaning + monitoring
    + scheduling + seeingSkills + keepingHistory
}

/// A store under test, its reader and its clock, with the words that the cases are written in.
public struct StoreBench {
  public typealias Outcome = Result<StoreOutcome, StoreRejection>

  public var store: any JobStoring
  public var reader: any JobReading
  public let clock = ManualClock()
  public let boot = BootID(high: 1, low: 1)
  /// Changes of status in the order in which the store told of them.
  public private(set) var changes: [JobChange] = []
  /// Everything that happened, in order.
  public private(set) var events: [StoreEvent] = []
  public private(set) var nextRunAt: Timestamp?

  public init(store: any JobStoring, reader: any JobReading) {
    self.store = store
    self.reader = reader
  }

  public var now: Timestamp { clock.now() }

  // MARK: Commands

  @discardableResult
  public mutating func apply(_ commands: [StoreCommand]) throws -> [Outcome] {
    let batch = try store.apply(commands, now: now)
    changes += batch.changes
    events += batch.events
    nextRunAt = batch.nextRunAt
    try equal(batch.outcomes.count, commands.count, "outcomes")
    return batch.outcomes
  }

  @discardableResult
  public mutating func apply(_ command: StoreCommand) throws -> StoreOutcome {
    switch try apply([command])[0] {
    case .success(let outcome): return outcome
    case .failure(let rejection): throw TestFailure("\(command) was refused: \(rejection)")
    }
  }

  public mutating func expectRefused(
    _ command: StoreCommand, _ expected: StoreRejection, line: Int = #line
  ) throws {
    guard case .failure(let rejection) = try apply([command])[0] else {
      throw TestFailure("line \(line): \(command) was not refused")
    }
    try equal(rejection, expected, "refusal", line: line)
  }

  public mutating func create(_ job: NewJob) throws -> (id: JobID, status: JobStatus, outcome: CreateOutcome) {
    guard case .jobCreated(let id, let status, let outcome) = try apply(.createJob(job)) else {
      throw TestFailure("createJob answered something else")
    }
    return (id, status, outcome)
  }

  public mutating func noop(_ priority: JobPriority = .normal, exclusiveKey: String? = nil) throws -> JobID {
    try create(NewJob(type: "noop", userID: "0", priority: priority, exclusiveKey: exclusiveKey)).id
  }

  public mutating func project(_ source: String = "/srv/demo") throws -> Project {
    guard case .project(let project, _) = try apply(.createProject(Self.newProject(source), userID: "0", limit: nil))
    else {
      throw TestFailure("createProject answered something else")
    }
    return project
  }

  public static func newProject(_ source: String) -> NewProject {
    NewProject(source: source, kind: .local, name: "demo")
  }

  public mutating func claim(_ limit: Int = 100, types: [String] = ["noop", "refresh"]) throws -> [ClaimedJob] {
    guard case .claimed(let jobs) = try apply(.claim(ClaimRequest(boot: boot, limit: limit, types: types))) else {
      throw TestFailure("claim answered something else")
    }
    return jobs
  }

  public mutating func claimOne(line: Int = #line) throws -> ClaimedJob {
    let claimed = try claim(1)
    guard let first = claimed.first else { throw TestFailure("line \(line): there was nothing to claim") }
    return first
  }

  public mutating func refresh(
    _ target: RefreshRequest.Target, priority: JobPriority = .normal, runAt: Timestamp? = nil
  ) throws -> (id: JobID, project: Project, outcome: RefreshOutcome) {
    let request = RefreshRequest(
      target: target, job: NewJob(type: "refresh", userID: "0", priority: priority, runAt: runAt))
    guard case .refresh(let id, let project, _, let outcome) = try apply(.refreshProject(request)) else {
      throw TestFailure("refreshProject answered something else")
    }
    return (id, project, outcome)
  }

  @discardableResult
  public mutating func complete(_ claimed: ClaimedJob, _ update: ProjectUpdate? = nil) throws -> StoreOutcome {
    try apply(.complete(claimed.job.id, claimed.token, JobOutput(result: #"{"ok":true}"#, projectUpdate: update)))
  }

  public mutating func fail(_ claimed: ClaimedJob) throws {
    try apply(.fail(claimed.job.id, claimed.token, Self.error, nil))
  }

  public static let error = JobError(
    kind: "gitFailed", message: "It \"broke\".", step: "fetch", exitCode: 128, stderrTail: "no\u{0}pe\n",
    isRetryable: true)

  // MARK: Reads

  public mutating func job(_ id: JobID, line: Int = #line) throws -> Job {
    guard let job = try reader.job(id) else { throw TestFailure("line \(line): job \(id) is not there") }
    return job
  }

  // MARK: Expectations

  public func equal<T: Equatable>(_ a: T, _ b: T, _ what: String, line: Int = #line) throws {
    guard a == b else { throw TestFailure("line \(line): \(what): got \(a), expected \(b)") }
  }
}
