import JobModel
import JobStore

extension StoreConformance {
  static let scheduling: [Case] = [
    Case("a schedule is kept as it was asked for, listed by age, and removed once") { bench in
      let first = try bench.schedule("@hourly")
      let second = try bench.schedule("*/5 * * * *", project: try bench.project().id)
      try bench.equal(try bench.reader.schedule(first.id), first, "schedule read back")
      try bench.equal(try bench.reader.schedules(after: nil, limit: 10), [first, second], "list")
      try bench.equal(try bench.reader.schedules(after: first.id, limit: 10), [second], "second page")
      try bench.equal(try bench.reader.schedules(after: nil, limit: 1), [first], "first page")
      try bench.apply(.deleteSchedule(first.id))
      try bench.expectRefused(.deleteSchedule(first.id), .scheduleNotFound(first.id))
      try bench.equal(try bench.reader.schedules(after: nil, limit: 10), [second], "what is left")
      let kinds = bench.events.map(\.kind).filter { $0 == .scheduleCreated || $0 == .scheduleDeleted }
      try bench.equal(kinds, [.scheduleCreated, .scheduleCreated, .scheduleDeleted], "events")
    },
    Case("a schedule for a project that is not there is refused") { bench in
      let nowhere = ProjectID(high: 8, low: 8)
      try bench.expectRefused(
        .createSchedule(
          NewSchedule(
            cron: "@hourly", type: "noop", projectID: nowhere, userID: "0", createdAt: bench.now, nextRunAt: bench.now)),
        .projectNotFound(nowhere))
      try bench.expectRefused(
        .fireSchedule(FireRequest(schedule: nowhere, expectedNext: nil, jobs: [], next: nil)),
        .scheduleNotFound(nowhere))
    },
    Case("a time makes one job, however often it is fired") { bench in
      let schedule = try bench.schedule("@hourly")
      let time = try bench.unwrapped(schedule.nextRunAt, "next run")
      let next = time.advanced(bySeconds: 3600)
      let fired = try bench.fire(schedule, [time], next: next)
      try bench.equal(fired.jobs.count, 1, "jobs")
      try bench.equal(fired.schedule.lastFireAt, time, "last fire")
      try bench.equal(fired.schedule.lastJobID, fired.jobs[0], "last job")
      try bench.equal(fired.schedule.nextRunAt, next, "next")
      try bench.equal(try bench.reader.schedule(schedule.id), fired.schedule, "schedule read back")
      // The same plan once more: its next time is another one by now.
      let stale = try bench.fire(schedule, [time], next: next)
      try bench.equal(stale.jobs, [], "jobs of a stale plan")
      // A clock that was put back brings the same time again.
      let back = try bench.fire(fired.schedule, [], next: time)
      let again = try bench.fire(back.schedule, [time, next], next: next.advanced(bySeconds: 3600))
      try bench.equal(again.jobs.count, 1, "jobs of a time fired before and of a new one")
      try bench.equal(again.schedule.lastFireAt, next, "last fire")
      try bench.equal(try bench.reader.queueCounts().pending, 2, "pending")
    },
    Case("the jobs of a schedule outlive it, and others are made while one still waits") { bench in
      let schedule = try bench.schedule("@hourly")
      let time = try bench.unwrapped(schedule.nextRunAt, "next run")
      let times = [time, time.advanced(bySeconds: 3600)]
      let fired = try bench.fire(schedule, times, next: nil)
      try bench.equal(fired.jobs.count, 2, "jobs")
      try bench.equal(fired.schedule.nextRunAt, nil, "next")
      try bench.apply(.deleteSchedule(schedule.id))
      try bench.equal(try bench.reader.queueCounts().pending, 2, "pending")
    },
    Case("a scheduled refresh joins the one that waits") { bench in
      let project = try bench.project()
      let schedule = try bench.schedule("@hourly", type: NewJob.refreshType, project: project.id)
      let time = try bench.unwrapped(schedule.nextRunAt, "next run")
      let asked = try bench.refresh(.project(project.id))
      let fired = try bench.fire(schedule, [time], next: time.advanced(bySeconds: 3600))
      try bench.equal(fired.jobs, [asked.id], "jobs")
      try bench.equal(fired.schedule.lastJobID, asked.id, "last job")
      try bench.equal(try bench.reader.queueCounts().pending, 1, "pending")
    },
  ]
}

extension StoreBench {
  mutating func schedule(
    _ cron: String, type: String = "noop", project: ProjectID? = nil
  ) throws -> Schedule {
    let new = NewSchedule(
      name: "of a test", cron: cron, timezone: "Europe/Berlin", type: type, projectID: project, userID: "7",
      priority: .low, payload: #"{"a":1}"#, missed: .all, createdAt: now, nextRunAt: now.advanced(bySeconds: 3600))
    guard case .schedule(let schedule) = try apply(.createSchedule(new)) else { throw TestFailure("no schedule") }
    try equal(schedule, Schedule(new, id: schedule.id), "schedule made")
    return schedule
  }

  mutating func fire(
    _ schedule: Schedule, _ times: [Timestamp], next: Timestamp?
  ) throws -> (jobs: [JobID], schedule: Schedule) {
    let jobs = times.map { time in
      NewJob(
        type: schedule.type, projectID: schedule.projectID, userID: schedule.userID, priority: schedule.priority,
        payload: schedule.payload, exclusiveKey: schedule.projectID.map(NewJob.exclusiveKey(of:)),
        fire: ScheduledFire(schedule: schedule.id, time: time))
    }
    let request = FireRequest(
      schedule: schedule.id, expectedNext: schedule.nextRunAt, jobs: jobs, next: next)
    guard case .fired(let made, let now) = try apply(.fireSchedule(request)) else { throw TestFailure("not fired") }
    return (made, now)
  }

  func unwrapped<T>(_ value: T?, _ what: String) throws -> T {
    guard let value else { throw TestFailure("\(what) is missing") }
    return value
  }
}
