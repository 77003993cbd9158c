import EventLoop
import JobModel
import JobStore
import Logging

/// Forgets ended jobs and old events, in small steps between which everybody else has his turn, and gives the room in the
/// log back when the daemon is idle.
final class Housekeeper {
  /// One cleanup: several kinds of things, step by step.
  final class Sweep {
    fileprivate var tasks: [StoreCommand]
    fileprivate let finish: (Result<Int, StoreRejection>) -> Void
    fileprivate var deleted = 0
    fileprivate(set) var isCancelled = false

    fileprivate init(_ tasks: [StoreCommand], finish: @escaping (Result<Int, StoreRejection>) -> Void) {
      self.tasks = tasks
      self.finish = finish
    }

    /// Ends it after the step under way.
    func cancel() { isCancelled = true }
  }

  private let store: StoreClient
  private let clock: any WallClock
  private let logger: Logger
  private let retention: () -> ServerConfiguration.Retention
  private let sweepTimer: LoopTimer
  private let stepTimer: LoopTimer
  private let idleTimer: LoopTimer

  private var sweeps: [Sweep] = []
  private var isStepping = false
  private var isClosed = false
  private var activity: UInt64 = 0
  private var isWatching = false

  private static let hour: UInt64 = 3600 * 1000
  /// How long a step waits for a moment without other writes before it is done between them.
  private static let patienceMilliseconds: UInt64 = 20
  /// Without a write for that long, the daemon is idle.
  private static let idleMilliseconds: UInt64 = 10_000

  init(
    loop: Loop, store: StoreClient, clock: any WallClock, logger: Logger,
    retention: @escaping () -> ServerConfiguration.Retention
  ) throws(LoopError) {
    self.store = store
    self.clock = clock
    self.logger = logger
    self.retention = retention
    sweepTimer = try LoopTimer(loop: loop)
    stepTimer = try LoopTimer(loop: loop)
    idleTimer = try LoopTimer(loop: loop)
  }

  /// Cleans up now and every hour.
  func start() {
    sweepByRetention()
  }

  private func sweepByRetention() {
    guard !isClosed else { return }
    let commands = retention().commands(now: clock.now())
    _ = sweep(commands) { [logger] result in
      switch result {
      case .success(0): break
      case .success(let count): logger.info("cleaned up", metadata: ["deleted": "\(count)"])
      case .failure(let rejection): logger.warning("the cleanup was given up until the next hour: \(rejection)")
      }
    }
    sweepTimer.arm(afterMilliseconds: Self.hour) { [weak self] in self?.sweepByRetention() }
  }

  /// Starts a cleanup behind those that are under way. `finish` gets the number of things deleted.
  func sweep(_ commands: [StoreCommand], finish: @escaping (Result<Int, StoreRejection>) -> Void) -> Sweep {
    let sweep = Sweep(commands, finish: finish)
    sweeps.append(sweep)
    step()
    return sweep
  }

  // MARK: Steps

  private func step() {
    guard !isStepping, let sweep = sweeps.first else { return }
    guard !isClosed, !sweep.isCancelled, let command = sweep.tasks.first else {
      sweeps.removeFirst()
      sweep.finish(.success(sweep.deleted))
      return step()
    }
    isStepping = true
    guard store.waitingCommands > 0 else { return submit(command, of: sweep) }
    stepTimer.arm(afterMilliseconds: Self.patienceMilliseconds) { [weak self] in self?.submit(command, of: sweep) }
  }

  private func submit(_ command: StoreCommand, of sweep: Sweep) {
    store.submit(command) { [weak self] result in
      guard let self else { return }
      isStepping = false
      switch result {
      case .success(.cleaned(let deleted, let next)):
        sweep.deleted += deleted
        if let next { sweep.tasks[0] = command.continued(from: next) } else { sweep.tasks.removeFirst() }
      case .success: preconditionFailure("a cleanup was answered with something else")
      case .failure(let rejection):
        sweeps.removeFirst()
        sweep.finish(.failure(rejection))
      }
      step()
    }
  }

  // MARK: The log

  /// Something was written: idleness is counted from here.
  func noteActivity() {
    activity += 1
    guard !isWatching, !isClosed else { return }
    isWatching = true
    watch(since: activity)
  }

  private func watch(since seen: UInt64) {
    idleTimer.arm(afterMilliseconds: Self.idleMilliseconds) { [weak self] in
      guard let self, !isClosed else { return }
      guard activity == seen else { return watch(since: activity) }
      isWatching = false
      store.submit(.shrinkLog) { _ in }
    }
  }

  func close() {
    isClosed = true
    sweepTimer.close()
    stepTimer.close()
    idleTimer.close()
    for sweep in sweeps { sweep.finish(.success(sweep.deleted)) }
    sweeps.removeAll()
  }
}
