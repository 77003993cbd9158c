import JobModel
import SQLite

/// Schedules, and the jobs that they make.
extension SQLiteStore {
  mutating func createSchedule(
    _ new: NewSchedule, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    if let project = new.projectID {
      guard try exists(project) else { return .failure(.projectNotFound(project)) }
    }
    let schedule = Schedule(new, id: ids.next(now: now))
    let statement = statements.schedules.insert
    statement.bind(1, schedule.id)
    statement.bind(2, schedule.name)
    statement.bind(3, schedule.cron)
    statement.bind(4, schedule.timezone)
    statement.bind(5, schedule.type)
    statement.bind(6, schedule.projectID)
    statement.bind(7, schedule.userID)
    statement.bind(8, schedule.priority.rawValue)
    statement.bind(9, schedule.payload)
    statement.bind(10, schedule.missed.rawValue)
    statement.bind(11, schedule.createdAt)
    statement.bind(12, new.nextRunAt)
    try run(statement)
    note(.scheduleCreated, of: schedule)
    return .success(.schedule(schedule))
  }

  mutating func deleteSchedule(_ id: ScheduleID) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    guard let schedule = try schedule(id) else { return .failure(.scheduleNotFound(id)) }
    statements.schedules.delete.bind(1, id)
    try run(statements.schedules.delete)
    note(.scheduleDeleted, of: schedule)
    return .success(.done)
  }

  mutating func fireSchedule(
    _ request: FireRequest, now: Timestamp
  ) throws(StoreError) -> Result<StoreOutcome, StoreRejection> {
    guard var schedule = try schedule(request.schedule) else { return .failure(.scheduleNotFound(request.schedule)) }
    // Somebody else fired it, or its clock was put right: what was planned is about times that are over.
    guard schedule.nextRunAt == request.expectedNext else { return .success(.fired([], schedule)) }
    var made: [JobID] = []
    for job in request.jobs {
      guard let fire = job.fire, try !isFired(fire, of: schedule) else { continue }
      let id: JobID
      if let project = job.projectID, job.type == NewJob.refreshType,
        let waiting = try waitingJob(of: project, type: job.type)
      {
        try raise(waiting, to: job, now: now)
        id = waiting.id
      } else {
        id = try insert(job, now: now)
      }
      made.append(id)
      schedule.lastFireAt = fire.time
      schedule.lastJobID = id
    }
    schedule.nextRunAt = request.next
    let statement = statements.schedules.setNext
    statement.bind(1, schedule.id)
    statement.bind(2, schedule.nextRunAt?.milliseconds)
    statement.bind(3, schedule.lastFireAt?.milliseconds)
    statement.bind(4, schedule.lastJobID)
    try run(statement)
    if !made.isEmpty { note(.scheduleFired, of: schedule) }
    return .success(.fired(made, schedule))
  }

  private func schedule(_ id: ScheduleID) throws(StoreError) -> Schedule? {
    statements.schedules.byID.bind(1, id)
    return try first(statements.schedules.byID) { row throws(StoreError) in try Schedule(row: row) }
  }

  /// Whether that time has a job. One that joined a waiting refresh has none of its own; the newest is remembered.
  private func isFired(_ fire: ScheduledFire, of schedule: Schedule) throws(StoreError) -> Bool {
    if fire.time == schedule.lastFireAt { return true }
    statements.schedules.jobOfFire.bind(1, fire.schedule)
    statements.schedules.jobOfFire.bind(2, fire.time)
    return try first(statements.schedules.jobOfFire) { row throws(StoreError) in true } ?? false
  }

  private mutating func note(_ kind: StoreEvent.Kind, of schedule: Schedule) {
    note(
      kind, type: schedule.type, project: schedule.projectID, user: schedule.userID,
      detail: EventDetail.schedule(schedule))
  }
}
