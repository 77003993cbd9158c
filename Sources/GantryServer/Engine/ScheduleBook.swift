import Cron
import JobModel
import JobStore

/// The schedules, and which of them have something to do.
///
/// What is looked at often is looked at cheaply: one comparison of times for a schedule that is not due. Only when the
/// wall clock was put back are all times computed anew.
nonisolated struct ScheduleBook {
  /// Something to do for one schedule.
  struct Task {
    var schedule: Schedule
    var plan: FirePlan
  }

  /// Why a schedule cannot run.
  enum Refusal: Error, CustomStringConvertible {
    case expression(CronError)
    case zone(TimeZoneError)

    var description: String {
      switch self {
      case .expression(let error): "its cron expression cannot be read: \(error)"
      case .zone(let error): "its time zone cannot be used: \(error)"
      }
    }
  }

  private struct Entry {
    var schedule: Schedule
    var expression: CronExpression
    var zone: TimeZoneRules
    /// A plan is on its way to the disk.
    var isFiring = false
    /// It could not be fired; not before this time again.
    var retryAt: Timestamp?
  }

  private var entries: [ScheduleID: Entry] = [:]
  private var lastLook: Timestamp?

  /// How long it is slept at most, in seconds: a step of the clock is noticed within that time.
  static let longestSleep = FirePlan.tolerance
  /// Schedules that are fired in one go; the rest follows behind their commit.
  static let maximumAtOnce = 100
  /// How long a schedule rests that could not be fired, in seconds.
  private static let rest = 1.0

  var all: [Schedule] { entries.values.map(\.schedule) }

  /// Takes a schedule in.
  mutating func add(_ schedule: Schedule) throws(Refusal) {
    let expression: CronExpression
    do throws(CronError) { expression = try CronExpression(schedule.cron) } catch { throw .expression(error) }
    let zone: TimeZoneRules
    do throws(TimeZoneError) { zone = try TimeZoneRules.named(schedule.timezone) } catch { throw .zone(error) }
    entries[schedule.id] = Entry(schedule: schedule, expression: expression, zone: zone)
    // It may come from the disk, with a time that a clock set wrong has left there.
    lastLook = nil
  }

  mutating func remove(_ id: ScheduleID) { entries[id] = nil }

  /// What is to be done now, and when to look again. Each task must be answered by `fired` or `failed`.
  mutating func tasks(now: Timestamp) -> (tasks: [Task], wake: Timestamp) {
    let wasPutBack = lastLook.map { now < $0 } ?? true
    // Some could not be computed anew: all are looked at again.
    var mustRepeat = false
    var tasks: [Task] = []
    var wake = now.advanced(bySeconds: Self.longestSleep)
    for (id, entry) in entries {
      guard !entry.isFiring else {
        mustRepeat = mustRepeat || wasPutBack
        continue
      }
      if !wasPutBack {
        guard let next = entry.schedule.nextRunAt else { continue }
        if next > now {
          wake = min(wake, next)
          continue
        }
      }
      if let retryAt = entry.retryAt, retryAt > now, retryAt.seconds(since: now) <= Self.rest {
        wake = min(wake, retryAt)
        mustRepeat = mustRepeat || wasPutBack
        continue
      }
      let plan = FirePlan(
        entry.expression, in: entry.zone, anchor: entry.schedule.createdAt, expected: entry.schedule.nextRunAt,
        now: now, missed: entry.schedule.missed)
      if plan.fires.isEmpty, !plan.hasSkipped, plan.next == entry.schedule.nextRunAt {
        if let next = plan.next { wake = min(wake, next) }
      } else if tasks.count < Self.maximumAtOnce {
        entries[id]?.isFiring = true
        tasks.append(Task(schedule: entry.schedule, plan: plan))
      } else {
        wake = now
        mustRepeat = mustRepeat || wasPutBack
      }
    }
    lastLook = mustRepeat ? nil : now
    return (tasks, wake)
  }

  /// A task is done: the schedule as it is now on disk.
  mutating func fired(_ schedule: Schedule) {
    guard entries[schedule.id] != nil else { return }
    entries[schedule.id]?.schedule = schedule
    entries[schedule.id]?.isFiring = false
    entries[schedule.id]?.retryAt = nil
  }

  /// A task could not be done.
  mutating func failed(_ id: ScheduleID, now: Timestamp) {
    entries[id]?.isFiring = false
    entries[id]?.retryAt = now.advanced(bySeconds: Self.rest)
  }

  /// Schedules whose time was over by more than `seconds` and that have no job for it yet.
  func overdue(by seconds: Double, now: Timestamp) -> [Schedule] {
    entries.values.compactMap { entry in
      guard let next = entry.schedule.nextRunAt, now.seconds(since: next) > seconds else { return nil }
      return entry.schedule
    }.sorted { $0.id < $1.id }
  }
}
