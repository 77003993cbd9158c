import EventLoop
import JobModel
import JobStore
import Logging
import WorkerPool

/// Keeps the workers busy: claims jobs for idle slots, hands them over, and writes back what comes of them.
///
/// Pushed, never polled: it claims when a job became ready, when a slot became free, and when a waiting job's time has
/// come. A claim goes to the store right behind the write that calls for it, so both share one commit.
final class Engine {
  private struct Running {
    var work: ClaimedJob
    var flag: CancellationFlag
    /// Ends the attempt when it has lasted too long; nil when it may last as long as it needs.
    var timer: LoopTimer?
    /// Seconds that it was allowed, once they are over.
    var timedOut: Double?
    /// Stopped because the daemon is going down: the job goes back to the queue unharmed.
    var isReleasing = false
  }

  let boot: BootID
  private let store: StoreClient
  private let pool: WorkerPool
  /// What the daemon's own workers run, by type.
  private(set) var handlers: [String: any JobHandler]
  /// The types among them, in order.
  private(set) var types: [String]
  private let logger: Logger
  private let clock: any WallClock
  private let loop: Loop
  /// What is configured now.
  private let settings: () -> ServerConfiguration
  private let wakeTimer: LoopTimer
  private let retryTimer: LoopTimer

  private var running: [JobID: Running] = [:]
  /// Attempts whose worker has ended but whose end is not on disk yet.
  private var finishing: Set<JobID> = []
  private var unwritten: [AttemptEnd] = []
  private var claimsUnderWay = 0
  private var claimAgain = false
  /// A claim has failed, and is to be tried again by then at the latest.
  private var claimRetryAt: Timestamp?
  private var isStopping = false
  /// The drain has lasted long enough: ends that the disk does not take are left to the next daemon's recovery.
  private var isGivingUp = false
  private var whenIdle: (() -> Void)?

  /// A job that waits for its time is looked for at least this often, so that a stepped clock is noticed.
  private static let longestSleep: Double = 60

  init(
    boot: BootID, loop: Loop, store: StoreClient, pool: WorkerPool, handlers: [String: any JobHandler],
    clock: any WallClock, logger: Logger, settings: @escaping () -> ServerConfiguration
  ) throws(LoopError) {
    self.boot = boot
    self.store = store
    self.pool = pool
    self.handlers = handlers
    types = handlers.keys.sorted()
    self.clock = clock
    self.logger = logger
    self.loop = loop
    self.settings = settings
    wakeTimer = try LoopTimer(loop: loop)
    retryTimer = try LoopTimer(loop: loop)
  }

  /// Workers that run something.
  var busyWorkers: Int { running.count }

  var workerCount: Int { pool.size }

  var idleWorkers: Int { pool.size - running.count }

  /// Workers that take manual refreshes only, as things stand.
  var keptWorkers: Int {
    // A running manual refresh has taken the place that was kept for it.
    let manual = running.values.count { NewJob.isManualRefresh($0.work.job.type, $0.work.job.priority) }
    return max(settings().reservedWorkers - manual, 0)
  }

  /// Someone works on the job, or its end is on its way to the disk.
  func holds(_ id: JobID) -> Bool { running[id] != nil || finishing.contains(id) }

  /// The engine waits for the store to say what can be started.
  var isClaiming: Bool { claimsUnderWay > 0 }

  /// Runs what starts from now on by these; what runs goes on as it began.
  func use(_ handlers: [String: any JobHandler]) {
    self.handlers = handlers
    types = handlers.keys.sorted()
    claim()
  }

  // MARK: Claiming

  /// Claims for the idle workers, if there are any. Cheap when nothing can be done; call it freely.
  func claim() {
    guard !isStopping, idleWorkers > 0 else { return }
    guard claimsUnderWay == 0 else {
      claimAgain = true
      return
    }
    claimsUnderWay += 1
    let limit = idleWorkers
    // Those of the types that are asked for: by the answer, a reload may have taken one of them away.
    let handlers = handlers
    store.submit(.claim(request(limit: limit))) { [self] result in
      claimsUnderWay -= 1
      switch result {
      case .success(.claimed(let jobs)):
        claimRetryAt = nil
        for job in jobs { start(job, by: handlers) }
        if jobs.count == limit { claimAgain = true }
      case .success: preconditionFailure("a claim was answered with something else")
      case .failure(let rejection):
        logger.error("no work could be claimed: \(rejection)")
        claimRetryAt = clock.now().advanced(bySeconds: 1)
        sleep(until: claimRetryAt)
      }
      if claimAgain {
        claimAgain = false
        claim()
      }
      // A drain that began meanwhile may have waited for nothing but this claim.
      checkIdle()
    }
  }

  private func request(limit: Int) -> ClaimRequest {
    let settings = settings()
    return ClaimRequest(
      boot: boot, limit: limit, types: types, ordinaryLimit: max(limit - keptWorkers, 0),
      concurrency: settings.concurrency, ageingSeconds: settings.queue.ageingSeconds)
  }

  /// Looks for work again at `instant`, and not later than in a minute.
  func sleep(until instant: Timestamp?) {
    guard var instant, !isStopping else { return }
    if let claimRetryAt { instant = min(instant, claimRetryAt) }
    let seconds = min(max(instant.seconds(since: clock.now()), 0), Self.longestSleep)
    wakeTimer.arm(afterMilliseconds: UInt64(seconds * 1000) + 1) { [weak self] in self?.wake() }
  }

  /// Time has brought something about: the store looks what, whether or not a worker is idle.
  func wake() {
    if idleWorkers > 0, claimsUnderWay == 0 { return claim() }
    store.submit(.claim(request(limit: 0))) { [logger] result in
      if case .failure(let rejection) = result { logger.error("the queue could not be looked after: \(rejection)") }
    }
  }

  private func start(_ claimed: ClaimedJob, by handlers: [String: any JobHandler]) {
    guard let handler = handlers[claimed.job.type] else { preconditionFailure("a job of another type was claimed") }
    let flag = CancellationFlag()
    running[claimed.job.id] = Running(work: claimed, flag: flag, timer: limitTime(of: claimed))
    if isStopping { stop(claimed.job.id) }
    logger.debug("job started", metadata: metadata(of: claimed.job))
    pool.start(
      JobWork(job: claimed.job, project: claimed.project, history: claimed.history), by: handler, token: claimed.token,
      cancellation: flag,
      logBytes: settings().retention.logBytes)
  }

  /// Starts the clock of an attempt that may not last for ever. Monotonic: a step of the wall clock changes nothing.
  private func limitTime(of claimed: ClaimedJob) -> LoopTimer? {
    guard let seconds = claimed.job.timeoutSeconds ?? settings().timeoutSeconds(of: claimed.job.type) else {
      return nil
    }
    do throws(LoopError) {
      let timer = try LoopTimer(loop: loop)
      timer.arm(afterMilliseconds: UInt64(seconds * 1000)) { [weak self] in
        guard let self, running[claimed.job.id]?.work.token == claimed.token else { return }
        running[claimed.job.id]?.timedOut = seconds
        running[claimed.job.id]?.flag.cancel()
      }
      return timer
    } catch {
      logger.error("no timer for the time limit of a job: \(error)", metadata: metadata(of: claimed.job))
      return nil
    }
  }

  /// Asks a running job's handler to stop; its end is reported like any other.
  func cancel(_ id: JobID) {
    running[id]?.flag.cancel()
  }

  // MARK: Reports

  /// Takes what the workers said since the last turn: all ends go to the store before the one claim that follows them,
  /// so that they share a commit and the claim knows every idle worker.
  func handle(_ reports: [WorkerReport]) {
    var hasIdleWorker = false
    for report in reports {
      switch report {
      case .progress(let id, let token, let progress):
        guard running[id]?.work.token == token else { continue }
        store.submit(.progress(id, token, progress)) { _ in }
      case .log(let id, let token, let chunk):
        guard running[id]?.work.token == token else {
          chunk.acknowledge()
          continue
        }
        let text = LogAppend(bytes: chunk.bytes, skipped: chunk.skipped, limit: chunk.limit)
        store.submit(.log(id, token, text)) { _ in chunk.acknowledge() }
      case .finished(let id, let token, let result):
        guard let ended = running.removeValue(forKey: id) else { continue }
        ended.timer?.close()
        let result = outcome(of: ended, result)
        log(ended, result)
        write(AttemptEnd(id: id, token: token, command: end(of: ended, token: token, result)))
        hasIdleWorker = true
      }
    }
    guard hasIdleWorker else { return }
    claim()
    checkIdle()
  }

  /// What became of an attempt: one that was stopped because its time was over has failed of that.
  private func outcome(
    of ended: Running, _ result: Result<JobOutput, JobError>
  ) -> Result<JobOutput, JobError> {
    guard case .failure(.cancelled) = result, let seconds = ended.timedOut, !ended.isReleasing else { return result }
    return .failure(.timedOut(seconds: seconds))
  }

  private func end(of ended: Running, token: AttemptToken, _ result: Result<JobOutput, JobError>) -> StoreCommand {
    let id = ended.work.job.id
    switch result {
    case .success(let output): return .complete(id, token, output)
    case .failure(let error) where error == .cancelled:
      return ended.isReleasing ? .release(id, token) : .finishCancelled(id, token)
    case .failure(let error): return .fail(id, token, error, retryTerms(for: ended.work.job))
    }
  }

  /// On which terms a job of that type is tried again.
  func retryTerms(for job: Job) -> RetryTerms {
    RetryTerms(policy: settings().retryPolicy(of: job.type), jitter: .random(in: 0...1))
  }

  /// Writes how an attempt ended, again and again until the disk takes it: a lost end would be a job that runs forever.
  private func write(_ end: AttemptEnd) {
    let metadata: Logger.Metadata = ["job": "\(end.id)"]
    finishing.insert(end.id)
    store.submit(end.command) { [self] result in
      switch result {
      case .failure(.storageUnavailable(let reason)), .failure(.internalError(let reason)):
        guard !isGivingUp else {
          logger.error(
            "the end of a job was not stored; it runs again at the next start: \(reason)", metadata: metadata)
          break
        }
        logger.error("the end of a job could not be stored and is tried again: \(reason)", metadata: metadata)
        unwritten.append(result.isInternalError ? end.simplified(reason) : end)
        retryTimer.arm(afterMilliseconds: 1000) { [weak self] in self?.writeAgain() }
        return
      case .failure(let rejection):
        logger.warning("an attempt's report was refused: \(rejection)", metadata: metadata)
      case .success: break
      }
      finishing.remove(end.id)
      checkIdle()
    }
  }

  private func writeAgain() {
    let ends = unwritten
    unwritten = []
    for end in ends { write(end) }
  }

  /// Attempts that have ended, which the disk did not take so far.
  var unwrittenEnds: Int { unwritten.count }

  /// The attempt has ended, and that is on its way to the disk.
  func isEnding(_ id: JobID) -> Bool { finishing.contains(id) }

  // MARK: Stopping

  /// Claims no more; calls `whenIdle` once nothing runs and every end is on disk.
  func drain(whenIdle: @escaping () -> Void) {
    isStopping = true
    self.whenIdle = whenIdle
    wakeTimer.disarm()
    checkIdle()
  }

  /// Interrupts what runs; the jobs go back to the queue and no retry is spent. Ends that could not be stored so far are
  /// tried once more.
  func interrupt() {
    for id in running.keys { stop(id) }
    isGivingUp = true
    retryTimer.disarm()
    writeAgain()
  }

  private func stop(_ id: JobID) {
    running[id]?.isReleasing = true
    running[id]?.flag.cancel()
  }

  /// True once the queue's work has come to rest.
  private var isIdle: Bool { running.isEmpty && finishing.isEmpty && claimsUnderWay == 0 }

  /// Nothing runs any more, and nothing will.
  var isDrained: Bool { isStopping && isIdle }

  private func checkIdle() {
    guard isDrained else { return }
    whenIdle?()
  }

  func close() {
    wakeTimer.close()
    retryTimer.close()
  }

  // MARK: Logging

  private func metadata(of job: Job) -> Logger.Metadata {
    var metadata: Logger.Metadata = ["job": "\(job.id)", "type": "\(job.type)", "attempt": "\(job.attempt)"]
    if let project = job.projectID { metadata["project"] = "\(project)" }
    return metadata
  }

  private func log(_ ended: Running, _ result: Result<JobOutput, JobError>) {
    let job = ended.work.job
    switch result {
    case .success: logger.debug("job ended well", metadata: metadata(of: job))
    case .failure(let error) where error == .cancelled && ended.isReleasing:
      logger.info("job interrupted by shutdown; it will run again", metadata: metadata(of: job))
    case .failure(let error):
      var metadata = metadata(of: job)
      metadata["kind"] = "\(error.kind)"
      logger.info("job ended badly: \(error.message)", metadata: metadata)
    }
  }
}
