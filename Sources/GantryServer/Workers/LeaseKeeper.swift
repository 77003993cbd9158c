import EventLoop
import JobModel
import JobStore
import Logging

/// Holds the leases of the workers on the socket, and ends the attempts of those that are not heard of any more.
///
/// What an end means is decided by the store, which takes only the token of the present attempt: a report and the end of
/// its lease may cross, and whichever is on disk first counts.
final class LeaseKeeper {
  private let loop: Loop
  private let store: StoreClient
  private let logger: Logger
  /// What is configured now.
  private let settings: () -> ServerConfiguration
  private var leases: [JobID: Lease] = [:]
  /// Writes under way that an attempt ends with.
  private var endsUnderWay = 0
  private var isDraining = false
  /// The drain has lasted long enough: what the disk does not take is left to the next daemon's recovery.
  private var isGivingUp = false
  /// Called when the last lease of a draining daemon has ended.
  private var whenIdle: () -> Void = {}

  init(loop: Loop, store: StoreClient, logger: Logger, settings: @escaping () -> ServerConfiguration) {
    self.loop = loop
    self.store = store
    self.logger = logger
    self.settings = settings
  }

  /// Jobs in the hands of workers.
  var count: Int { leases.values.count { !$0.isEnding } }

  /// Attempts that have ended, which the disk did not take so far.
  var unwrittenEnds: Int { leases.values.count(where: \.isUnwritten) }

  /// The attempt has ended, and that is on its way to the disk.
  func isEnding(_ id: JobID) -> Bool { leases[id]?.isEnding ?? false }

  /// The lease of a job that a worker has; nil also for one that is being ended.
  func lease(of id: JobID) -> Lease? {
    guard let lease = leases[id], !lease.isEnding else { return nil }
    return lease
  }

  /// Some worker has the job, or its end is on its way to the disk.
  func holds(_ id: JobID) -> Bool { leases[id] != nil }

  /// Workers that hold leases and serve that type.
  func workers(serving type: String) -> Int {
    Set(leases.values.lazy.filter { !$0.isEnding && $0.types.contains(type) }.map { $0.job.worker ?? "" }).count
  }

  /// Nothing is leased, and nothing about a lease is on its way to the disk.
  private var isIdle: Bool { leases.isEmpty && endsUnderWay == 0 }

  /// Nothing is leased any more, and nothing will be.
  var isDrained: Bool { isDraining && isIdle }

  /// The lease of a job, if `token` is the present one.
  func lease(of id: JobID, _ token: AttemptToken) -> Lease? {
    guard let lease = leases[id], lease.token == token, !lease.isEnding else { return nil }
    return lease
  }

  /// Gives a job that was claimed to its worker.
  ///
  /// - Parameters:
  ///   - session: the connection that the lease ends with; nil for none.
  ///   - types: what the worker serves.
  func grant(
    _ claimed: ClaimedJob, session: UInt64?, types: Set<String>, seconds: Double
  ) throws(LoopError) -> Lease {
    let lease = try Lease(
      claimed, session: session, types: types, seconds: seconds,
      timeoutSeconds: claimed.job.timeoutSeconds ?? settings().timeoutSeconds(of: claimed.job.type), loop: loop)
    leases[claimed.job.id]?.close()
    leases[claimed.job.id] = lease
    renew(lease)
    lease.whenTimeIsUp { [weak self, weak lease] in
      if let lease { self?.timeIsUp(lease) }
    }
    logger.debug("job leased", metadata: metadata(of: lease))
    return lease
  }

  /// The worker lives: the lease lasts its whole time again.
  func renew(_ lease: Lease, seconds: Double? = nil) {
    if let seconds { lease.seconds = seconds }
    lease.renewedAt = MonotonicClock.now()
    lease.timer.arm(afterMilliseconds: Lease.milliseconds(lease.seconds)) { [weak self, weak lease] in
      if let lease { self?.abandon(lease, "its lease has ended without a heartbeat") }
    }
  }

  /// The job was asked to stop; true if a worker on the socket has it.
  @discardableResult
  func cancel(_ id: JobID, now: Timestamp) -> Bool {
    guard let lease = leases[id] else { return false }
    lease.isCancelRequested = true
    lease.cancelRequestedAt = lease.cancelRequestedAt ?? now
    return true
  }

  /// The attempt is over, on disk.
  func ended(_ id: JobID, _ token: AttemptToken) {
    guard let lease = leases[id], lease.token == token else { return }
    leases[id] = nil
    lease.close()
    checkIdle()
  }
}

/// Attempts that the daemon ends.
extension LeaseKeeper {
  /// The connection has closed: its worker is gone.
  func sessionClosed(_ session: UInt64) {
    for lease in leases.values where lease.session == session {
      // Whoever stops the daemon may well be stopping its workers too; that is no crash.
      if isDraining {
        end(lease, .release(lease.job.id, lease.token))
      } else {
        abandon(lease, "its connection has closed")
      }
    }
  }

  private func abandon(_ lease: Lease, _ reason: String) {
    guard !lease.isEnding else { return }
    logger.info("a worker is gone: \(reason)", metadata: metadata(of: lease))
    end(lease, .abandon(lease.job.id, lease.token, settings().crashTerms(jitter: .random(in: 0...1))))
  }

  private func timeIsUp(_ lease: Lease) {
    guard let seconds = lease.timeoutSeconds else { return }
    logger.info("a worker's attempt took too long", metadata: metadata(of: lease))
    let terms = RetryTerms(policy: settings().retryPolicy(of: lease.job.type), jitter: .random(in: 0...1))
    end(lease, .fail(lease.job.id, lease.token, JobError.timedOut(seconds: seconds), terms))
  }

  /// Gives a job back that was claimed for nobody; it counts as if it had never been claimed.
  func release(_ claimed: ClaimedJob) {
    endClaim(claimed, .release(claimed.job.id, claimed.token))
  }

  /// Ends an attempt that no worker has heard of.
  func endClaim(_ claimed: ClaimedJob, _ command: StoreCommand) {
    do throws(LoopError) {
      let lease = try Lease(claimed, session: nil, types: [], seconds: 0, timeoutSeconds: nil, loop: loop)
      leases[claimed.job.id]?.close()
      leases[claimed.job.id] = lease
      end(lease, command)
    } catch {
      logger.error(
        "a claimed job could not be given back; it runs again at the next start: \(error)",
        metadata: ["job": "\(claimed.job.id)"])
    }
  }

  /// Ends a lease that no worker can end any more. The token holds until this is on disk, so a report that is there first
  /// still counts.
  private func end(_ lease: Lease, _ command: StoreCommand) {
    guard !lease.isEnding else { return }
    lease.isEnding = true
    lease.stopClocks()
    write(command, of: lease)
  }

  /// Writes an end, again and again until the disk takes it: a lost end would be a job that runs forever.
  private func write(_ command: StoreCommand, of lease: Lease) {
    endsUnderWay += 1
    store.submit(command) { [self, weak lease] result in
      endsUnderWay -= 1
      guard let lease, leases[lease.job.id] === lease else { return checkIdle() }
      switch result {
      case .failure(.storageUnavailable(let reason)) where !isGivingUp,
        .failure(.internalError(let reason)) where !isGivingUp:
        logger.error(
          "the end of an attempt could not be stored and is tried again: \(reason)", metadata: metadata(of: lease))
        lease.isUnwritten = true
        let end = AttemptEnd(id: lease.job.id, token: lease.token, command: command)
        let next = result.isInternalError ? end.simplified(reason).command : command
        lease.timer.arm(afterMilliseconds: 1000) { [weak self, weak lease] in
          if let lease { self?.write(next, of: lease) }
        }
        return
      case .failure(.storageUnavailable(let reason)), .failure(.internalError(let reason)):
        logger.error(
          "the end of an attempt was not stored; the job runs again at the next start: \(reason)",
          metadata: metadata(of: lease))
      case .failure(let rejection):
        // A report was there first.
        logger.debug("an attempt had ended before its lease: \(rejection)", metadata: metadata(of: lease))
      case .success: break
      }
      ended(lease.job.id, lease.token)
    }
  }

  // MARK: The end of the daemon

  /// No lease is made any more; those there are go on.
  func drain(whenIdle: @escaping () -> Void) {
    isDraining = true
    self.whenIdle = whenIdle
    checkIdle()
  }

  /// Gives back what is still leased; no retry is spent.
  func interrupt() {
    isGivingUp = true
    for lease in leases.values {
      if lease.isEnding { lease.timer.disarm() }
      lease.isEnding = true
      lease.stopClocks()
      write(.release(lease.job.id, lease.token), of: lease)
    }
  }

  private func checkIdle() {
    if isDraining, isIdle { whenIdle() }
  }

  /// Frees the timers.
  func close() {
    for lease in leases.values { lease.close() }
    leases = [:]
  }

  private func metadata(of lease: Lease) -> Logger.Metadata {
    var metadata: Logger.Metadata = [
      "job": "\(lease.job.id)", "type": "\(lease.job.type)", "attempt": "\(lease.job.attempt)",
    ]
    if let worker = lease.job.worker { metadata["worker"] = "\(worker)" }
    return metadata
  }
}
