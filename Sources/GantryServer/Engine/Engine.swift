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
    /// Stopped because the daemon is going down: the job goes back to the queue unharmed.
    var isReleasing = false
  }

  let boot: BootID
  private let store: StoreClient
  private let pool: WorkerPool
  private let types: [String]
  private let logger: Logger
  private let clock: any WallClock
  private let wakeTimer: LoopTimer
  private let retryTimer: LoopTimer

  private var running: [JobID: Running] = [:]
  /// Attempts whose worker has ended but whose end is not on disk yet.
  private var finishing: Set<JobID> = []
  private var unwritten: [(JobID, StoreCommand)] = []
  private var claimsUnderWay = 0
  private var claimAgain = false
  private var isStopping = false
  /// The drain has lasted long enough: ends that the disk does not take are left to the next daemon's recovery.
  private var isGivingUp = false
  private var whenIdle: (() -> Void)?

  /// A job that waits for its time is looked for at least this often, so that a stepped clock is noticed.
  private static let longestSleep: Double = 60

  init(
    boot: BootID, loop: Loop, store: StoreClient, pool: WorkerPool, types: [String], clock: any WallClock,
    logger: Logger
  ) throws(LoopError) {
    self.boot = boot
    self.store = store
    self.pool = pool
    self.types = types
    self.clock = clock
    self.logger = logger
    wakeTimer = try LoopTimer(loop: loop)
    retryTimer = try LoopTimer(loop: loop)
  }

  /// Workers that run something.
  var busyWorkers: Int { running.count }

  var workerCount: Int { pool.size }

  private var idleWorkers: Int { pool.size - running.count }

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
    store.submit(.claim(ClaimRequest(boot: boot, limit: limit, types: types))) { [self] result in
      claimsUnderWay -= 1
      switch result {
      case .success(.claimed(let jobs)):
        for job in jobs { start(job) }
        if jobs.count == limit { claimAgain = true }
      case .success: preconditionFailure("a claim was answered with something else")
      case .failure(let rejection):
        logger.error("no work could be claimed: \(rejection)")
        sleep(until: clock.now().advanced(bySeconds: 1))
      }
      if claimAgain {
        claimAgain = false
        claim()
      }
      // A drain that began meanwhile may have waited for nothing but this claim.
      checkIdle()
    }
  }

  /// Looks for work again at `instant`, and not later than in a minute.
  func sleep(until instant: Timestamp?) {
    guard let instant, !isStopping else { return }
    let seconds = min(max(instant.seconds(since: clock.now()), 0), Self.longestSleep)
    wakeTimer.arm(afterMilliseconds: UInt64(seconds * 1000) + 1) { [weak self] in self?.claim() }
  }

  private func start(_ claimed: ClaimedJob) {
    let flag = CancellationFlag()
    running[claimed.job.id] = Running(work: claimed, flag: flag)
    if isStopping { stop(claimed.job.id) }
    logger.debug("job started", metadata: metadata(of: claimed.job))
    pool.start(JobWork(job: claimed.job, project: claimed.project), token: claimed.token, cancellation: flag)
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
      case .log(_, _, let chunk):
        chunk.acknowledge()
      case .finished(let id, let token, let result):
        guard let ended = running.removeValue(forKey: id) else { continue }
        log(ended, result)
        write(end(of: ended, token: token, result), of: id)
        hasIdleWorker = true
      }
    }
    guard hasIdleWorker else { return }
    claim()
    checkIdle()
  }

  private func end(of ended: Running, token: AttemptToken, _ result: Result<JobOutput, JobError>) -> StoreCommand {
    let id = ended.work.job.id
    switch result {
    case .success(let output): return .complete(id, token, output)
    case .failure(let error) where error == .cancelled:
      return ended.isReleasing ? .release(id, token) : .finishCancelled(id, token)
    case .failure(let error): return .fail(id, token, error)
    }
  }

  /// Writes how an attempt ended, again and again until the disk takes it: a lost end would be a job that runs forever.
  private func write(_ command: StoreCommand, of id: JobID) {
    finishing.insert(id)
    store.submit(command) { [self] result in
      switch result {
      case .failure(.storageUnavailable(let reason)) where isGivingUp:
        logger.error(
          "the end of a job was not stored; it runs again at the next start: \(reason)", metadata: ["job": "\(id)"])
      case .failure(.storageUnavailable(let reason)):
        logger.error("the end of a job could not be stored and is tried again: \(reason)", metadata: ["job": "\(id)"])
        unwritten.append((id, command))
        retryTimer.arm(afterMilliseconds: 1000) { [weak self] in self?.writeAgain() }
        return
      case .failure(.internalError(let reason)):
        // Not what the job was for, but an end that everybody can see, instead of a job that runs forever.
        logger.error("the end of a job cannot be stored: \(reason)", metadata: ["job": "\(id)"])
        if case .complete(_, let token, _) = command {
          return write(.fail(id, token, JobError(kind: "internalError", message: reason)), of: id)
        }
      case .failure(let rejection):
        logger.warning("an attempt's report was refused: \(rejection)", metadata: ["job": "\(id)"])
      case .success: break
      }
      finishing.remove(id)
      checkIdle()
    }
  }

  private func writeAgain() {
    let commands = unwritten
    unwritten = []
    for (id, command) in commands { write(command, of: id) }
  }

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

  private func checkIdle() {
    guard isStopping, isIdle, let whenIdle else { return }
    self.whenIdle = nil
    whenIdle()
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
