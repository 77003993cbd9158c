import Cron
import EventLoop
import JobModel
import JobStore
import Logging

/// Makes the jobs of schedules when their time comes.
///
/// One timer for all of them, armed to the earliest time and never for longer than a minute; the wall clock is read anew
/// each time, so that sleep and steps of the clock are noticed. What to do is `ScheduleBook`'s to say, what was done is
/// the store's to know.
final class Scheduler {
  private let store: StoreClient
  private let clock: any WallClock
  private let logger: Logger
  private let timer: LoopTimer
  /// Turns a time of a schedule into the job to add; nil when there is no such type any more.
  private let makeJob: (Schedule, Timestamp) -> NewJob?
  private var book = ScheduleBook()
  /// Schedules that cannot run, and why.
  private(set) var refusals: [ScheduleID: String] = [:]
  /// Schedules whose type was not configured the last time.
  private var typeless: Set<ScheduleID> = []
  private var isStopping = false

  init(
    loop: Loop, store: StoreClient, clock: any WallClock, logger: Logger,
    makeJob: @escaping (Schedule, Timestamp) -> NewJob?
  ) throws(LoopError) {
    self.store = store
    self.clock = clock
    self.logger = logger
    self.makeJob = makeJob
    timer = try LoopTimer(loop: loop)
  }

  /// Schedules that run, in no order.
  var all: [Schedule] { book.all }

  /// Takes a schedule in; `look` makes it run.
  func add(_ schedule: Schedule) {
    do throws(ScheduleBook.Refusal) {
      try book.add(schedule)
    } catch {
      refusals[schedule.id] = error.description
      // Its zone may have gone with an update of the system; it stays on disk and is seen again at the next start.
      logger.error(
        "a schedule does not run: \(error); delete it or mend the cause and restart gantryd",
        metadata: metadata(of: schedule))
    }
  }

  func remove(_ id: ScheduleID) {
    book.remove(id)
    refusals[id] = nil
    typeless.remove(id)
  }

  /// Schedules whose time was over by more than `seconds` and that have no job for it yet.
  func overdue(by seconds: Double) -> [Schedule] { book.overdue(by: seconds, now: clock.now()) }

  /// Starts nothing more.
  func stop() {
    isStopping = true
    timer.close()
  }

  /// Fires what is due and sleeps until the next time.
  func look() {
    guard !isStopping else { return }
    let (tasks, wake) = book.tasks(now: clock.now())
    for task in tasks { fire(task) }
    lookAgain(afterMilliseconds: max(wake.milliseconds - clock.now().milliseconds, 0) + 1)
  }

  private func lookAgain(afterMilliseconds delay: Int64) {
    guard !isStopping else { return }
    timer.arm(afterMilliseconds: UInt64(delay)) { [weak self] in self?.look() }
  }

  private func fire(_ task: ScheduleBook.Task) {
    let schedule = task.schedule
    let jobs = task.plan.fires.compactMap { makeJob(schedule, $0) }
    if jobs.count < task.plan.fires.count {
      // Said once, however often its time comes.
      if typeless.insert(schedule.id).inserted {
        logger.warning(
          "a schedule makes no jobs: its type is not configured any more", metadata: metadata(of: schedule))
      }
    } else if !jobs.isEmpty {
      typeless.remove(schedule.id)
    }
    if task.plan.hasSkipped {
      var metadata = metadata(of: schedule)
      metadata["policy"] = "\(schedule.missed.rawValue)"
      metadata["made_up"] = "\(jobs.count)"
      logger.notice("times of a schedule were missed", metadata: metadata)
    }
    let request = FireRequest(
      schedule: schedule.id, expectedNext: schedule.nextRunAt, jobs: jobs, next: task.plan.next)
    store.submit(.fireSchedule(request)) { [self] result in
      switch result {
      case .success(.fired(_, let now)): book.fired(now)
      case .success: preconditionFailure("a schedule was answered with something else")
      case .failure(.scheduleNotFound): remove(schedule.id)
      case .failure(let rejection):
        logger.error(
          "a schedule could not be fired, and is tried again: \(rejection)", metadata: metadata(of: schedule))
        book.failed(schedule.id, now: clock.now())
      }
      // Once for all that the same commit has answered.
      lookAgain(afterMilliseconds: 0)
    }
  }

  private func metadata(of schedule: Schedule) -> Logger.Metadata {
    var metadata: Logger.Metadata = ["schedule": "\(schedule.id)", "type": "\(schedule.type)"]
    if let name = schedule.name { metadata["name"] = "\(name)" }
    return metadata
  }
}
