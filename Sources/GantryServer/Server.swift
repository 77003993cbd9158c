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
  let watcher: ProjectWatcher
  private(set) var reads: SnapshotReader

  let metrics = Metrics()
  private let router: Router
  let storeThread: StoreThread
  let pool: WorkerPool
  let stateLock: StateDirectoryLock
  let socket: ListeningSocket
  var listener: Listener?
  var signals: [SignalWatcher] = []
  let drainTimer: LoopTimer
  let watchdogTimer: LoopTimer
  let stopTimer: LoopTimer
  let service: ServiceManager
  let orphanTimer: LoopTimer
  let replayTimer: LoopTimer
  var isReapDue = false
  var isStoreClosing = false
  var closeMailboxes: () -> Void

  var sessions: [UInt64: Session] = [:]
  private(set) var connectionsSeen: UInt64 = 0
  private var dirty: [Session] = []
  private(set) var turnDepth = 0
  var slowRequests = SlowRequests()
  var stage = Stage.serving

  enum Stage {
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
    let relay = Relay<Server>()
    let storeNews = try Mailbox<StoreNews>(loop: loop) { relay.target?.handle($0) }
    let reports = try Mailbox<WorkerReport>(loop: loop) { relay.target?.handle($0) }
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
      clock: clock, logger: logger, settings: { relay.target?.configuration ?? configuration })
    housekeeper = try Housekeeper(loop: loop, store: store, clock: clock, logger: logger) {
      relay.target?.configuration.retention ?? configuration.retention
    }
    leases = LeaseKeeper(loop: loop, store: store, logger: logger) { relay.target?.configuration ?? configuration }
    polls = WorkerPolls(
      loop: loop, store: store, leases: leases, boot: boot,
      refusal: { relay.target?.refusal($0, of: $1) ?? WireErrors.shuttingDown },
      settings: { relay.target?.configuration ?? configuration })
    maintenance = try Maintenance(loop: loop, store: try SQLiteMaintenance(path: database)) { relay.target?.turn($0) }
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
          relay.target?.turn { relay.target?.subscriptions.pump() }
        }
      })
    listenerWatch = try ListenerWatch(loop: loop) { relay.target?.turn($0) }
    scheduler = try Scheduler(loop: loop, store: store, clock: clock, logger: logger) { schedule, time in
      relay.target?.scheduledJob(schedule, at: time)
    }
    watcher = ProjectWatcher(
      loop: loop, logger: logger, settings: { (relay.target?.configuration ?? configuration).watching },
      refresh: { relay.target?.requestWatchedRefresh(of: $0, $1) })
    relay.target = self
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
    noteProjects(delivery.events)
  }

  private func handle(_ reports: [WorkerReport]) {
    turn { engine.handle(reports) }
  }

  // MARK: Sessions

  func accept(_ connection: Connection) {
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

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
