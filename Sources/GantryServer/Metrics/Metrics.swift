import JSON
import JobModel
import JobStore

/// Everything the daemon counts since it started. It costs an addition where things happen; whoever asks pays for the
/// rest.
final class Metrics {
  /// By the monotonic clock.
  let start = MonotonicClock.now()

  // Jobs.
  private(set) var types: [String: JobTypeMetrics] = [:]
  /// Failed attempts by the kind of their error.
  private(set) var jobErrors = BoundedCounter(limit: 100)
  /// Refreshes added, by user.
  private(set) var refreshes = BoundedCounter(limit: 100)
  /// Requests for a job or a refresh, by what they met: `created`, `joined`, `existing`, `queued_behind`.
  private(set) var refreshOutcomes: [String: UInt64] = [:]
  private(set) var createOutcomes: [String: UInt64] = [:]
  /// Requests refused by a rate limit, by action.
  private(set) var rateLimited: [String: UInt64] = [:]
  /// Start of the attempts that run.
  private var running: [JobID: Timestamp] = [:]

  // Requests.
  private(set) var methods: [MethodMetrics] = []
  /// Requests for methods that do not exist.
  let unknownMethod = MethodMetrics(method: "unknown")
  /// Lines that are no request, by the kind of the error.
  private(set) var badLines: [String: UInt64] = [:]

  // Connections.
  /// Connections not served, by the kind of the error.
  private(set) var connectionsRefused: [String: UInt64] = [:]
  var bytesReceived: UInt64 = 0
  var bytesSent: UInt64 = 0

  // The store and the loop.
  private(set) var batchSizes = Histogram.batchSize
  private(set) var commitSeconds = Histogram.shortSeconds
  private(set) var turnSeconds = Histogram.shortSeconds
  private(set) var storeFailures: UInt64 = 0
  private(set) var readFailures: UInt64 = 0
  /// The newest failure of the store, and when.
  private(set) var lastStoreFailure: (reason: String, at: Timestamp)?
  /// The newest transaction that had something to change was refused.
  private(set) var isLastCommitFailed = false
  private var longestTurn = RecentMaximum()
  private var longestCommit = RecentMaximum()

  // MARK: Requests and connections

  /// The place to count a method's requests in; made once for each.
  func method(_ name: String) -> MethodMetrics {
    let metrics = MethodMetrics(method: name)
    methods.append(metrics)
    return metrics
  }

  /// Methods that have answered a request, in order of their names.
  var calledMethods: [MethodMetrics] {
    (methods + [unknownMethod]).filter { $0.answered > 0 }.sorted { $0.method < $1.method }
  }

  func badLine(_ kind: String) {
    badLines[kind, default: 0] += 1
  }

  func connectionRefused(_ kind: String) {
    connectionsRefused[kind, default: 0] += 1
  }

  // MARK: The loop

  /// One turn of the loop has ended. Nobody else is served while it lasts.
  func turnEnded(since start: UInt64) {
    let now = MonotonicClock.now()
    let seconds = Double(now - start) / 1e9
    turnSeconds.observe(seconds)
    longestTurn.note(seconds, now: now)
  }

  /// Seconds of the longest turn of the last minute or two.
  var longestRecentTurn: Double { longestTurn.value(now: MonotonicClock.now()) }

  /// Seconds of the longest commit of the last minute or two.
  var longestRecentCommit: Double { longestCommit.value(now: MonotonicClock.now()) }

  // MARK: The store

  func readFailed() {
    readFailures += 1
  }

  /// One transaction has ended, well or badly.
  func count(_ delivery: StoreThread.Delivery, now: Timestamp) {
    batchSizes.observe(Double(delivery.results.count))
    commitSeconds.observe(delivery.seconds)
    longestCommit.note(delivery.seconds, now: MonotonicClock.now())
    var hasFailed = false
    for (_, result) in delivery.results {
      switch result {
      case .success(.claimed(let jobs)): for claimed in jobs { waited(claimed.job) }
      case .success(.refresh(_, _, _, let outcome)): refreshOutcomes[outcome.rawValue, default: 0] += 1
      case .success(.jobCreated(_, _, let outcome)): createOutcomes[outcome.rawValue, default: 0] += 1
      case .failure(.rateLimited(let limit, _)): rateLimited[limit.action, default: 0] += 1
      case .failure(.storageUnavailable(let reason)), .failure(.internalError(let reason)):
        hasFailed = true
        lastStoreFailure = (reason, now)
      case .success, .failure: break
      }
    }
    if hasFailed { storeFailures += 1 }
    // A transaction that changed nothing comes through on a full disk too, and says nothing.
    if hasFailed || !delivery.events.isEmpty { isLastCommitFailed = hasFailed }
    for event in delivery.events { count(event) }
  }

  private func waited(_ job: Job) {
    guard let start = job.startedAt else { return }
    types[job.type, default: JobTypeMetrics()].waitSeconds.observe(start.seconds(since: max(job.runAt, job.createdAt)))
  }

  private func count(_ event: StoreEvent) {
    guard let id = event.jobID, let type = event.type else { return }
    switch event.kind {
    case .jobCreated:
      types[type, default: JobTypeMetrics()].created += 1
      if type == NewJob.refreshType, let user = event.userID { refreshes.add(user) }
    case .jobStarted:
      types[type, default: JobTypeMetrics()].started += 1
      running[id] = event.time
    case .jobCompleted: ended(id, event, type) { $0.completed += 1 }
    case .jobCancelled: ended(id, event, type) { $0.cancelled += 1 }
    case .jobFailed:
      let kind = detail("error_kind", of: event)
      if let kind { jobErrors.add(kind) }
      ended(id, event, type) {
        $0.failed += 1
        if kind == Self.crashKind { $0.crashed += 1 }
      }
    case .jobRetrying:
      if let kind = detail("error_kind", of: event) { jobErrors.add(kind) }
      ended(id, event, type) { $0.retried += 1 }
    case .jobRequeued:
      let isCrash = detail("reason", of: event) == "crashed"
      ended(id, event, type) { if isCrash { $0.crashed += 1 } }
    case .jobProgress, .jobCancelRequested, .projectCreated, .projectUpdated, .projectDeleted, .queuePaused,
      .queueResumed, .scheduleCreated, .scheduleFired, .scheduleDeleted:
      break
    }
  }

  /// The kind of the error of a job that was set aside because its attempts crashed.
  private static let crashKind = JobError.workerCrashed(0).kind

  private func ended(_ id: JobID, _ event: StoreEvent, _ type: String, _ change: (inout JobTypeMetrics) -> Void) {
    change(&types[type, default: JobTypeMetrics()])
    guard let start = running.removeValue(forKey: id) else { return }
    types[type, default: JobTypeMetrics()].runSeconds.observe(event.time.seconds(since: start))
  }

  /// A text of the event's detail; looked up only for attempts that ended badly.
  private func detail(_ member: String, of event: StoreEvent) -> String? {
    guard let detail = event.detail else { return nil }
    do throws(JSONError) {
      return try JSON.parse(Array(detail.utf8))[member]?.stringValue
    } catch {
      return nil
    }
  }

  /// All types together.
  var allTypes: JobTypeMetrics {
    types.values.reduce(into: JobTypeMetrics()) { $0.add($1) }
  }
}
