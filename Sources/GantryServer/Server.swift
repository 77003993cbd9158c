import ChildProcess
import EventLoop
import GantryPaths
import GantryProtocol
import Glibc
import JSON
import JSONRPC
import JobModel
import JobStore
import Logging
import WorkerPool

/// The daemon: wires the loop, the store thread, the workers and the sessions together, and runs until it is told to end.
public final class Server {
  private(set) var configuration: ServerConfiguration
  /// All copies of it share one level.
  var logger: Logger
  /// Reads the configuration again, as it was read at the start; nil when there is nowhere to read it from.
  let reload: (() throws -> LaunchOptions.Loaded)?
  let loop: Loop
  let clock: any WallClock
  let boot: BootID

  let store: StoreClient
  let engine: Engine
  let waiters: JobWaiters
  let housekeeper: Housekeeper
  let leases: LeaseKeeper
  let polls: WorkerPolls
  let maintenance: Maintenance
  let subscriptions: SubscriptionHub
  let listenerWatch: ListenerWatch
  /// What the programs of this daemon are known by.
  private let marker: ProcessMarker
  let scheduler: Scheduler
  private(set) var reads: SnapshotReader

  let metrics = Metrics()
  private let router: Router
  private let storeThread: StoreThread
  private let pool: WorkerPool
  private let stateLock: StateDirectoryLock
  private let socket: ListeningSocket
  private var listener: Listener?
  private var signals: [SignalWatcher] = []
  private let drainTimer: LoopTimer
  let watchdogTimer: LoopTimer
  let stopTimer: LoopTimer
  let service: ServiceManager
  private let orphanTimer: LoopTimer
  private let replayTimer: LoopTimer
  private var isReapDue = false
  private var isStoreClosing = false
  private var closeMailboxes: () -> Void

  private var sessions: [UInt64: Session] = [:]
  private(set) var connectionsSeen: UInt64 = 0
  private var dirty: [Session] = []
  private var turnDepth = 0
  var slowRequests = SlowRequests()
  private var stage = Stage.serving

  /// How long clients may take to read their last answers once everything else has ended.
  private static let lastAnswersMilliseconds: UInt64 = 2000

  private enum Stage {
    /// `closing`: every write is answered, the database closes. `closed`: only the last answers have to leave.
    case serving, draining, closing, closed, ended
  }

  /// What the store thread has to say, in its order.
  private enum StoreNews: Sendable {
    case delivery(StoreThread.Delivery)
    case drained
    case ended(StoreError?)
  }

  /// Sets everything up, in the order that keeps the promises: the state directory is locked before the database is
  /// touched, and the jobs of a dead daemon are put back before the socket opens.
  public init(
    configuration: ServerConfiguration, logger: Logger, service: ServiceManager = ServiceManager(),
    reload: (() throws -> LaunchOptions.Loaded)? = nil
  ) throws {
    self.configuration = configuration
    self.reload = reload
    self.service = service
    self.logger = logger
    router = Router(metrics: metrics)
    clock = SystemWallClock()
    var ids = UUIDv7Generator()
    boot = ids.next(now: clock.now())

    try PrivateDirectory.ensure(configuration.stateDirectory)
    stateLock = try StateDirectoryLock(directory: configuration.stateDirectory)
    // Before recovery: what a dead daemon has left running must not run beside the attempt that follows it.
    let moreTime = MoreTime(from: service)
    moreTime.ask(seconds: configuration.queue.killGraceSeconds + MoreTime.seconds, status: "Starting")
    marker = try Self.endLeftovers(configuration, boot: boot, logger: logger)
    let database = configuration.stateDirectory + "/gantry.db"
    // A new version may have to bring a large database up to date.
    var writer = try SQLiteStore.open(path: database, durability: configuration.durability == .full ? .full : .normal) {
      moreTime.ask(status: "Bringing the database up to date")
    }
    let terms = configuration.crashTerms(jitter: .random(in: 0...1))
    let recovery = try writer.apply([.recover(terms)], now: clock.now())
    if case .success(.recovered(let jobs, let setAside))? = recovery.outcomes.first {
      if !jobs.isEmpty {
        logger.notice("jobs that a dead daemon was running are queued again", metadata: ["count": "\(jobs.count)"])
      }
      for job in setAside {
        logger.warning("a job whose attempts keep ending in crashes is set aside", metadata: ["job": "\(job)"])
      }
    }
    reads = SnapshotReader(try SQLiteReader.open(path: database))

    if configuration.createsSocketDirectory, service.listeningDescriptor == nil {
      try PrivateDirectory.ensure(Self.directory(of: configuration.socketPath))
    }
    if let descriptor = service.listeningDescriptor {
      socket = try ListeningSocket(inherited: descriptor)
      self.configuration.socketPath = socket.path
    } else {
      socket = try ListeningSocket(path: configuration.socketPath)
    }
    loop = try Loop()
    drainTimer = try LoopTimer(loop: loop)
    watchdogTimer = try LoopTimer(loop: loop)
    stopTimer = try LoopTimer(loop: loop)
    orphanTimer = try LoopTimer(loop: loop)
    let replayTimer = try LoopTimer(loop: loop)
    self.replayTimer = replayTimer
    waiters = JobWaiters(loop: loop)

    // The mailboxes hand over to the server, which does not exist yet.
    let relay = Relay()
    let storeNews = try Mailbox<StoreNews>(loop: loop) { relay.server?.handle($0) }
    let reports = try Mailbox<WorkerReport>(loop: loop) { relay.server?.handle($0) }
    closeMailboxes = {
      storeNews.close()
      reports.close()
    }
    let tell = storeNews.sender
    storeThread = StoreThread(
      store: writer, clock: clock, deliver: { tell.send(.delivery($0)) }, drained: { tell.send(.drained) },
      ended: { tell.send(.ended($0)) })
    store = StoreClient(thread: storeThread)

    let report = reports.sender
    pool = WorkerPool(size: configuration.workers) { report.send($0) }
    engine = try Engine(
      boot: boot, loop: loop, store: store, pool: pool, handlers: JobHandlers.all(configuration, marker: marker),
      clock: clock, logger: logger, settings: { relay.server?.configuration ?? configuration })
    housekeeper = try Housekeeper(loop: loop, store: store, clock: clock, logger: logger) {
      relay.server?.configuration.retention ?? configuration.retention
    }
    leases = LeaseKeeper(loop: loop, store: store, logger: logger) { relay.server?.configuration ?? configuration }
    polls = WorkerPolls(
      loop: loop, store: store, leases: leases, boot: boot,
      refusal: { relay.server?.refusal($0, of: $1) ?? WireErrors.shuttingDown },
      settings: { relay.server?.configuration ?? configuration })
    maintenance = try Maintenance(loop: loop, store: try SQLiteMaintenance(path: database)) { relay.server?.turn($0) }
    let reads = reads
    let newest = try reads.read { reader throws(StoreError) in try reader.eventRange() }?.upperBound ?? 0
    reads.endTurn()
    subscriptions = SubscriptionHub(
      newest: newest,
      read: { seq, limit throws(StoreError) in
        try reads.read { reader throws(StoreError) in try reader.events(after: seq, limit: limit) }
      }, clock: clock, logger: logger,
      needsPump: { milliseconds in
        replayTimer.arm(afterMilliseconds: milliseconds) {
          relay.server?.turn { relay.server?.subscriptions.pump() }
        }
      })
    listenerWatch = try ListenerWatch(loop: loop) { relay.server?.turn($0) }
    scheduler = try Scheduler(loop: loop, store: store, clock: clock, logger: logger) { schedule, time in
      relay.server?.scheduledJob(schedule, at: time)
    }
    relay.server = self
    router.refuseNewWork = { [unowned store] in
      store.isOverloaded ? WireErrors.overloaded(waiting: store.waitingCommands) : nil
    }
    registerMethods(router)
    // The contract and the code behind it, both ways: a daemon that differs from its own document must not serve.
    precondition(
      router.methodNames == GantryMethods.names.sorted(),
      "methods served and methods described differ: \(router.methodNames) and \(GantryMethods.names.sorted())")
  }

  /// What one line may hold.
  var envelopeLimits: EnvelopeLimits {
    EnvelopeLimits(maximumDepth: configuration.limits.nestingDepth, maximumBatch: configuration.limits.batch)
  }

  /// Puts `settings` in effect; the one place where they change. Whatever is set up from them again belongs here.
  func apply(_ settings: ServerConfiguration) {
    configuration = settings
    raiseDescriptorLimit()
    engine.use(JobHandlers.all(settings, marker: marker))
    polls.end { refusal(ofWorkerFor: $0.types) }
    polls.wake()
  }

  /// The one notification that clients send.
  static let cancelMethod = "$/cancelRequest"

  /// False once the daemon has begun to end.
  var isServing: Bool { stage == .serving }

  /// Methods served, sorted by name.
  public var methodNames: [String] { router.methodNames }

  /// Serves until SIGTERM or SIGINT, then drains and returns.
  public func run() throws {
    signal(SIGPIPE, SIG_IGN)
    raiseDescriptorLimit()
    for number in [SIGTERM, SIGINT] {
      signals.append(try SignalWatcher(loop: loop, signal: number) { [weak self] in self?.stop() })
    }
    signals.append(try SignalWatcher(loop: loop, signal: SIGHUP) { [weak self] in self?.reloadConfiguration() })
    signals.append(try SignalWatcher(loop: loop, signal: SIGCHLD) { [weak self] in self?.childEnded() })
    listener = try Listener(
      loop: loop, descriptor: socket.descriptor, backlog: ListeningSocket.backlog,
      accepted: { [weak self] in self?.accept($0) },
      failed: { [logger] in logger.error("a connection could not be accepted: \($0)") })
    engine.claim()
    housekeeper.start()
    try startSchedules()
    logger.notice(
      "ready",
      metadata: [
        "socket": "\(socket.path)", "state": "\(configuration.stateDirectory)", "workers": "\(configuration.workers)",
        "pid": "\(getpid())",
      ])
    announceReady()
    watch(deliveriesSeen: store.deliveries)
    loop.run()
    try loop.close()
  }

  /// A connection is a descriptor, and the usual soft limit of 1024 is a choice of shells, not of the system.
  private func raiseDescriptorLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    let wanted = rlim_t(configuration.limits.connections) + 256
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) != 0 || limit.rlim_cur < wanted {
      logger.warning(
        "fewer descriptors than limits.connections asks for; raise the hard limit (ulimit -Hn) or lower it",
        metadata: ["descriptors": "\(limit.rlim_cur)", "wanted": "\(wanted)"])
    }
  }

  /// Takes in all schedules, and makes up for what was missed while no daemon ran.
  private func startSchedules() throws(StoreError) {
    var cursor: ScheduleID?
    repeat {
      let after = cursor
      let page = try reads.read { reader throws(StoreError) in try reader.schedules(after: after, limit: 1000) }
      for schedule in page { scheduler.add(schedule) }
      cursor = page.last?.id
    } while cursor != nil
    reads.endTurn()
    scheduler.look()
  }

  // MARK: Programs

  /// Ends what another daemon with this state directory has left running: it was killed, and could not.
  ///
  /// - Returns: what the programs of this daemon will be known by.
  private static func endLeftovers(
    _ configuration: ServerConfiguration, boot: BootID, logger: Logger
  ) throws -> ProcessMarker {
    if !Orphans.adopt() {
      logger.warning("orphaned programs cannot be adopted on this system, and may outlive their jobs")
    }
    let directory = configuration.stateDirectory
    guard let scope = ProcessMarker.scope(of: directory) else {
      throw PathError(
        code: .missing, path: directory, systemError: ENOENT,
        description: "The state directory '\(directory)' went away while the daemon started. Start it again.")
    }
    let leftovers = LeftoverProcesses.end(scope: scope, grace: configuration.queue.killGraceSeconds)
    if leftovers.ended > 0 {
      logger.notice(
        "programs that a dead daemon had left running were ended", metadata: ["count": "\(leftovers.ended)"])
    }
    if !leftovers.survivors.isEmpty {
      logger.error(
        "programs of a dead daemon could not be ended and may run beside the new ones; end them by hand",
        metadata: ["pids": "\(leftovers.survivors.map(String.init).joined(separator: " "))"])
    }
    return ProcessMarker(scope: scope, run: "\(boot)")
  }

  /// Some child has ended, which may be an orphan that nobody waits for. A burst is one look.
  private func childEnded() {
    guard !isReapDue else { return }
    isReapDue = true
    orphanTimer.arm(afterMilliseconds: 100) { [weak self] in
      self?.isReapDue = false
      Orphans.reap()
    }
  }

  // MARK: Turns

  /// Runs one callback's work, then sends all answers it gave. Reads within one turn see one state of the queue.
  func turn(_ body: () -> Void) {
    let start = turnDepth == 0 ? MonotonicClock.now() : 0
    turnDepth += 1
    body()
    turnDepth -= 1
    guard turnDepth == 0 else { return }
    reads.endTurn()
    while let session = dirty.popLast() { session.flush() }
    metrics.turnEnded(since: start)
    finishClosing()
  }

  /// Connections at present.
  var connectionCount: Int { sessions.count }

  func markDirty(_ session: Session) {
    dirty.append(session)
  }

  private func handle(_ news: [StoreNews]) {
    turn {
      for item in news {
        switch item {
        case .delivery(let delivery): deliver(delivery)
        case .drained: storeDrained()
        case .ended(let error): storeEnded(error)
        }
      }
    }
  }

  private func deliver(_ delivery: StoreThread.Delivery) {
    // Answers first, then events: a client knows the id of its job before it hears of it.
    subscriptions.note(delivery.events)
    metrics.count(delivery, now: clock.now())
    store.deliver(delivery)
    if !delivery.changes.isEmpty { housekeeper.noteActivity() }
    for change in delivery.changes where change.status.isFinal { waiters.jobEnded(change.jobID) }
    if delivery.hasReadyJobs { engine.claim() }
    // The end of a job makes a place for another of its type, too.
    if delivery.hasReadyJobs || delivery.changes.contains(where: \.status.isFinal) { polls.wake() }
    engine.sleep(until: delivery.nextRunAt)
    subscriptions.publish(delivery.events)
  }

  private func handle(_ reports: [WorkerReport]) {
    turn { engine.handle(reports) }
  }

  // MARK: Sessions

  private func accept(_ connection: Connection) {
    turn {
      connectionsSeen += 1
      let session = Session(number: connectionsSeen, connection: connection, server: self)
      sessions[session.number] = session
      if let refusal = refusal(of: connection.peer) {
        logger.warning("connection refused: \(refusal.kind)", metadata: session.logMetadata)
        metrics.connectionRefused(refusal.kind)
        session.refuse(refusal)
      } else {
        logger.debug("connection accepted", metadata: session.logMetadata)
        session.start()
      }
    }
  }

  private func refusal(of peer: PeerCredentials) -> RPCError? {
    guard peer.uid == geteuid() || peer.uid == 0 else {
      return WireErrors.permissionDenied(uid: peer.uid)
    }
    if sessions.count > configuration.limits.connections {
      // A peer that had stopped sending, and then went away while it waited, is noticed only by looking.
      for session in Array(sessions.values) { session.closeIfAbandoned() }
    }
    // One that is gone but left requests behind still has them done; it takes nobody's place meanwhile.
    guard sessions.values.count(where: { !$0.isPeerGone }) <= configuration.limits.connections else {
      return WireErrors.tooManyConnections(limit: configuration.limits.connections)
    }
    return nil
  }

  func sessionClosed(_ session: Session) {
    sessions[session.number] = nil
    leases.sessionClosed(session.number)
    polls.sessionClosed(session.number)
    logger.debug("connection closed", metadata: session.logMetadata)
    finishClosing()
  }

  // MARK: Requests

  func dispatch(_ request: Request, in session: Session, batch: BatchReply?, place: Int) {
    let responder = Responder(session: session, id: request.id, method: request.method, batch: batch, place: place)
    if logger.logLevel <= .debug {
      logger.debug("request", metadata: responder.logMetadata)
    }
    // Also while the daemon ends: whoever waits for a job that still runs may give up.
    if request.method == Self.cancelMethod, request.isNotification {
      cancelRequest(request.params, in: session)
      return responder.succeed(RawJSON.null)
    }
    guard stage == .serving || stage == .draining && Self.methodsOfTheDrain.contains(request.method) else {
      return responder.fail(WireErrors.shuttingDown)
    }
    let start = MonotonicClock.now()
    router.run(request.method, request.params, responder)
    noteDuration(since: start, "it held the loop", of: responder)
  }

  /// What is still done while the daemon drains: jobs that workers have may come to their end.
  private static let methodsOfTheDrain: Set = [HeartbeatJob.name, CompleteJob.name, FailJob.name]

  // MARK: The end

  /// The first call drains; a second one interrupts what still runs.
  func stop() {
    turn {
      switch stage {
      case .serving:
        stage = .draining
        logger.notice("draining", metadata: ["running": "\(engine.busyWorkers)", "leased": "\(leases.count)"])
        announceStop()
        scheduler.stop()
        listener?.close()
        listener = nil
        drainTimer.arm(afterMilliseconds: UInt64(configuration.drainSeconds * 1000)) { [weak self] in self?.interrupt()
        }
        for part in [leases.drain, polls.drain, engine.drain] as [(@escaping () -> Void) -> Void] {
          part { [weak self] in self?.workHasEnded() }
        }
      case .draining: interrupt()
      case .closing, .closed, .ended: break
      }
    }
  }

  private func interrupt() {
    if engine.busyWorkers + leases.count > 0 {
      logger.notice(
        "interrupting what still runs",
        metadata: ["running": "\(engine.busyWorkers)", "leased": "\(leases.count)"])
    }
    engine.interrupt()
    leases.interrupt()
  }

  /// Some part of the daemon has come to rest; the last one to do so ends it all.
  private func workHasEnded() {
    guard !isStoreClosing, engine.isDrained, leases.isDrained, polls.isDrained else { return }
    isStoreClosing = true
    closeStore()
  }

  /// Nothing runs any more: the commands still waiting are carried out, then the store closes.
  private func closeStore() {
    drainTimer.disarm()
    housekeeper.close()
    store.close()
  }

  /// Every write is on disk and answered: the waits end, and all readers close before the writer does.
  private func storeDrained() {
    waiters.cancelAll()
    subscriptions.removeAll()
    stage = .closing
    maintenance.close { [self] in
      reads.close()
      store.closeStore()
    }
  }

  private func storeEnded(_ error: StoreError?) {
    storeThread.join()
    pool.close()
    if let error { logger.error("the store did not close in good order: \(error)") }
    stage = .closed
    // A peer that reads nothing must not keep a daemon alive that has nothing left to do.
    drainTimer.arm(afterMilliseconds: Self.lastAnswersMilliseconds) { [weak self] in
      guard let self else { return }
      for session in sessions.values { session.close() }
    }
    // Whoever still reads gets what it is owed; new requests were refused since the drain began.
    for session in sessions.values { session.closeWhenFlushed() }
  }

  private func finishClosing() {
    guard sessions.isEmpty, stage == .closed, turnDepth == 0 else { return }
    stage = .ended
    engine.close()
    leases.close()
    drainTimer.close()
    watchdogTimer.close()
    stopTimer.close()
    orphanTimer.close()
    replayTimer.close()
    listenerWatch.close()
    for signal in signals { signal.close() }
    closeMailboxes()
    socket.remove()
    stateLock.release()
    logger.notice("stopped")
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

/// Breaks the circle between the server and the mailboxes that it is made with.
private final class Relay {
  weak var server: Server?
}
