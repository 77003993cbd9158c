import EventLoop
import JSONRPC
import JobModel
import JobStore

/// The workers that wait for jobs, first come first served.
///
/// A poll claims when it comes. One that got nothing waits, and is asked again when a job may have become ready: one poll
/// after the other from the front, and only as long as jobs are found, so that one job does not wake everybody.
final class WorkerPolls {
  private let loop: Loop
  private let store: StoreClient
  private let leases: LeaseKeeper
  private let boot: BootID
  private let presence = WorkerPresence()
  /// What is configured now.
  private let settings: () -> ServerConfiguration

  /// Oldest first.
  private var polls: [WorkerPoll] = []
  /// Types that gave nothing since jobs last became ready.
  private var exhausted: Set<String> = []
  /// A waiting poll is being asked for.
  private var isAsking = false
  private var claimsUnderWay = 0
  private var isDraining = false
  /// Called when the last claim of a draining daemon is answered.
  private var whenIdle: () -> Void = {}
  /// The client's view of a claim that the store refused.
  private let refusal: (StoreRejection, Responder) -> RPCError

  init(
    loop: Loop, store: StoreClient, leases: LeaseKeeper, boot: BootID,
    refusal: @escaping (StoreRejection, Responder) -> RPCError, settings: @escaping () -> ServerConfiguration
  ) {
    self.loop = loop
    self.store = store
    self.leases = leases
    self.boot = boot
    self.refusal = refusal
    self.settings = settings
  }

  /// Workers that wait.
  var count: Int { polls.count }

  /// Somebody is there who would take a job of that type.
  func serves(_ type: String) -> Bool {
    polls.contains { $0.types.contains(type) } || presence.isFree(for: type)
  }

  /// A worker has been waiting for jobs of that type, and no claim for it is under way.
  func waits(for type: String) -> Bool {
    polls.contains { !$0.isClaiming && !$0.isNew && $0.types.contains(type) }
  }

  /// A worker has ended a job, and asks for the next one in a moment.
  ///
  /// - Parameter session: the connection that told so.
  func ended(_ lease: Lease, session: UInt64) {
    presence.isFree(lease.types, session: lease.session ?? session, isDetached: lease.session == nil)
  }

  func sessionClosed(_ session: UInt64) {
    presence.sessionClosed(session)
  }

  /// No claim is on its way to the store.
  private var isIdle: Bool { claimsUnderWay == 0 }

  /// Nobody waits any more, and nobody will.
  var isDrained: Bool { isDraining && isIdle }

  /// Looks for work for a worker: at once, and then for as long as it waits.
  func add(_ poll: WorkerPoll, seconds: Double) throws(LoopError) {
    let timer = try LoopTimer(loop: loop)
    poll.wait(timer, seconds: seconds) { [weak self, weak poll] end in
      guard let self, let poll else { return }
      switch end {
      // Its claim is under way, and may have found something.
      case .timedOut where poll.isClaiming || poll.isNew: poll.isLate = true
      case .timedOut: finish(poll, .success([]))
      case .cancelled: finish(poll, .failure(WireErrors.requestCancelled))
      }
    }
    let mustQueue = polls.contains { !$0.isClaiming && !$0.types.isDisjoint(with: poll.types) }
    polls.append(poll)
    if mustQueue {
      askNext()
    } else {
      claim(for: poll)
    }
  }

  /// Jobs may have become ready.
  func wake() {
    exhausted.removeAll()
    askNext()
  }

  /// Asks for the first poll that may get something; goes on with the one behind it when that is answered.
  private func askNext() {
    guard !isAsking, !isDraining, let poll = polls.first(where: { mayFindSomething($0) }) else { return }
    isAsking = true
    claim(for: poll) { [weak self] in
      self?.isAsking = false
      self?.askNext()
    }
  }

  /// What waited already has seen what is exhausted; what is new must look for itself: a job that its client has just
  /// created may be there.
  private func mayFindSomething(_ poll: WorkerPoll) -> Bool {
    !poll.isClaiming && (poll.isNew || !poll.types.isSubset(of: exhausted))
  }

  private func claim(for poll: WorkerPoll, then: @escaping () -> Void = {}) {
    poll.isClaiming = true
    claimsUnderWay += 1
    let settings = settings()
    let request = ClaimRequest(
      boot: boot, limit: poll.limit, types: poll.types.sorted(), concurrency: settings.concurrency,
      ageingSeconds: settings.queue.ageingSeconds, worker: poll.worker)
    store.submit(.claim(request)) { [self] result in
      claimsUnderWay -= 1
      poll.isClaiming = false
      poll.isNew = false
      switch result {
      case .success(.claimed(let jobs)): claimed(jobs, for: poll)
      case .success: preconditionFailure("a claim was answered with something else")
      case .failure(let rejection): finish(poll, .failure(refusal(rejection, poll.responder)))
      }
      then()
      if isDraining, isIdle { whenIdle() }
    }
  }

  private func claimed(_ jobs: [ClaimedJob], for poll: WorkerPoll) {
    if jobs.count < poll.limit { exhausted.formUnion(poll.types) }
    if poll.isDone || isDraining || (jobs.isEmpty && !poll.isLate) {
      // Nobody is there to take them. They are ready again with the commit, which wakes whoever waits.
      for job in jobs { leases.release(job) }
    } else {
      finish(poll, .success(jobs))
    }
  }

  private func finish(_ poll: WorkerPoll, _ answer: Result<[ClaimedJob], RPCError>) {
    polls.removeAll { $0 === poll }
    if !poll.isDone, case .success(let jobs) = answer {
      if jobs.isEmpty {
        presence.isFree(poll.types, session: poll.connection, isDetached: poll.isDetached)
      } else {
        presence.isBusy(poll.connection)
      }
    }
    poll.finish(answer)
  }

  /// Ends the waits that there is a reason against.
  func end(where reason: (WorkerPoll) -> RPCError?) {
    for poll in polls {
      if let error = reason(poll) { finish(poll, .failure(error)) }
    }
  }

  /// Ends all waits: the daemon is going down.
  func drain(whenIdle: @escaping () -> Void) {
    isDraining = true
    self.whenIdle = whenIdle
    for poll in polls { finish(poll, .failure(WireErrors.shuttingDown)) }
    if isIdle { whenIdle() }
  }
}
