import GantryProtocol
import JobModel

/// What the checks have found so far.
nonisolated struct HealthReport {
  enum Level: String, Comparable {
    case healthy, degraded, unhealthy

    private var rank: Int {
      switch self {
      case .healthy: 0
      case .degraded: 1
      case .unhealthy: 2
      }
    }

    static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
  }

  struct Check {
    var name: String
    var level: Level
    var message: String
  }

  struct StuckJob {
    enum Reason: String {
      case noAttempt, overTime, notStopping, notClaimed, noWorker, overdue
    }

    var id: JobID
    var type: String
    var reason: Reason
    var since: Timestamp
    /// On the socket.
    var worker: String?
  }

  private(set) var checks: [Check] = []
  private(set) var stuckJobs: [StuckJob] = []

  /// Stuck jobs that are shown at most.
  static let stuckJobsShown = 100

  /// The worst of the checks.
  var level: Level { checks.map(\.level).max() ?? .healthy }

  mutating func add(_ name: String, _ message: String) {
    add(name, .healthy, message)
  }

  mutating func add(_ name: String, _ level: Level, _ message: String) {
    checks.append(Check(name: name, level: level, message: message))
  }

  mutating func addStuck(_ job: Job, _ reason: StuckJob.Reason, since: Timestamp) {
    guard stuckJobs.count < Self.stuckJobsShown else { return }
    stuckJobs.append(StuckJob(id: job.id, type: job.type, reason: reason, since: since, worker: job.worker))
  }
}

extension HealthCheckObject {
  nonisolated init(_ check: HealthReport.Check) {
    self.init(
      name: check.name, ok: check.level == .healthy, status: HealthStatusName(rawValue: check.level.rawValue),
      message: check.message)
  }
}

extension StuckJobObject {
  nonisolated init(_ job: HealthReport.StuckJob) {
    self.init(
      jobID: job.id.description, type: job.type, reason: job.reason.rawValue, since: job.since.rfc3339,
      worker: job.worker)
  }
}
