import ChildProcess
import EventLoop
import GantryPaths
import Glibc
import JobModel
import JobStore
import Logging

// How the daemon begins.

extension Server {
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
    try startWatching()
    logger.notice(
      "ready",
      metadata: [
        "socket": "\(socket.path)", "state": "\(configuration.stateDirectory)", "workers": "\(configuration.workers)",
        "pid": "\(getpid())",
      ])
    warnOfConfiguration(configuration)
    announceReady()
    watch(deliveriesSeen: store.deliveries)
    loop.run()
    try loop.close()
  }

  /// A connection is a descriptor, and the usual soft limit of 1024 is a choice of shells, not of the system.
  func raiseDescriptorLimit() {
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
  static func endLeftovers(
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
}
