import Cron
import GantryTestSupport
import JobModel
import JobStore
import SQLite
import Testing

@testable import GantryServer

/// Two weeks of a daemon's life in seconds: its schedules and its queue on a real database, under a clock that is put
/// forward and back, on a machine that sleeps, with a daemon that dies.
@Suite struct ScheduleFortnightTests {
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `schedules lose no time in two weeks with jumps, and no job runs early or twice`(_ seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    var life = try LongLife(path: directory.appending("queue.db"), seed: seed)
    try life.live(days: 14)
    try life.comeToRest()
    try life.check()
  }
}

private struct LongLife {
  /// When a schedule is due.
  struct Times {
    var expression: CronExpression
    var zone: TimeZoneRules
    var anchor: Timestamp

    func next(after time: Timestamp) -> Timestamp? { expression.nextFire(after: time, in: zone, anchor: anchor) }
  }

  private var bench: StoreBench
  private let path: String
  private var random: SplitMix64
  private var book = ScheduleBook()
  private var schedules: [ScheduleID: Schedule] = [:]
  private var times: [ScheduleID: Times] = [:]
  private var boot: UInt64 = 1
  private var running: [ClaimedJob] = []
  /// When acknowledged jobs may start at the earliest.
  private var acknowledged: [JobID: Timestamp] = [:]
  private var started: Set<JobID> = []
  /// The latest that the clock has shown.
  private var highest = Timestamp(milliseconds: 0)
  private var completed: Set<JobID> = []
  /// Times that the clock has come to step by step: each must have its job.
  private var due: [ScheduleID: Set<Timestamp>] = [:]

  init(path: String, seed: UInt64) throws {
    self.path = path
    random = SplitMix64(seed: seed)
    bench = StoreBench(
      store: try SQLiteStore.open(path: path, durability: .normal), reader: try SQLiteReader.open(path: path))
    // The end of summer time is within the fortnight.
    bench.clock.set(try #require(Timestamp(rfc3339: "2026-10-18T00:00:00Z")))
    for (cron, zone) in [
      ("*/20 * * * *", "UTC"), ("30 2 * * *", "Europe/Berlin"), ("0 9 * * MON-FRI", "Europe/Berlin"),
      ("@every 17m", "Europe/Berlin"),
    ] {
      let times = Times(
        expression: try CronExpression(cron), zone: try TimeZoneRules.named(zone), anchor: bench.now)
      for missed in MissedRuns.allCases {
        let new = NewSchedule(
          cron: cron, timezone: zone, type: "noop", userID: "0", missed: missed, createdAt: bench.now,
          nextRunAt: try #require(times.next(after: bench.now)))
        guard case .schedule(let schedule) = try bench.apply(.createSchedule(new)) else {
          throw TestFailure("no schedule")
        }
        schedules[schedule.id] = schedule
        self.times[schedule.id] = times
        try book.add(schedule)
      }
    }
  }

  // MARK: Life

  mutating func live(days: Double) throws {
    var real = 0.0
    var wake = bench.now
    while real < days * 86_400 {
      let before = bench.now
      // As the scheduler sleeps: to the next time, and never longer than a minute.
      let step = min(max(wake.seconds(since: before), 0.001), ScheduleBook.longestSleep)
      real += step
      bench.clock.advance(bySeconds: step)
      switch random.pick(0..<1500) {
      case 0: bench.clock.advance(bySeconds: Double(random.pick(61..<10_000)))
      case 1: bench.clock.advance(bySeconds: -Double(random.pick(1..<10_000)))
      case 2:
        let asleep = Double(random.pick(61..<30_000))
        real += asleep
        bench.clock.advance(bySeconds: asleep)
      case 3: try dieAndStart()
      default: noteDue(from: before, through: bench.now)
      }
      try work()
      wake = try fire()
    }
  }

  private mutating func noteDue(from start: Timestamp, through end: Timestamp) {
    for (id, times) in times {
      var cursor = start
      while let time = times.next(after: cursor), time <= end {
        due[id, default: []].insert(time)
        cursor = time
      }
    }
  }

  private mutating func fire() throws -> Timestamp {
    var (tasks, wake) = book.tasks(now: bench.now)
    while !tasks.isEmpty {
      for task in tasks {
        let schedule = task.schedule
        try bench.equal(task.plan.fires.count <= (schedule.missed == .all ? 100 : 1), true, "no burst")
        for time in task.plan.fires {
          try bench.equal(time <= bench.now, true, "no job before its time")
          if schedule.missed == .skip {
            try bench.equal(bench.now.seconds(since: time) <= 60, true, "what is late is skipped")
          }
        }
        // Now and then the disk is full.
        if random.isOne(in: 50) {
          book.failed(schedule.id, now: bench.now)
          bench.clock.advance(bySeconds: 1)
          continue
        }
        let jobs = task.plan.fires.map { time in
          NewJob(type: "noop", userID: "0", fire: ScheduledFire(schedule: schedule.id, time: time))
        }
        let request = FireRequest(
          schedule: schedule.id, expectedNext: schedule.nextRunAt, jobs: jobs, next: task.plan.next)
        guard case .fired(let made, let now) = try bench.apply(.fireSchedule(request)) else {
          throw TestFailure("not fired")
        }
        for id in made { acknowledged[id] = bench.now }
        schedules[now.id] = now
        book.fired(now)
      }
      (tasks, wake) = book.tasks(now: bench.now)
    }
    return wake
  }

  /// A little of what clients and workers do.
  private mutating func work(createsJobs: Bool = true) throws {
    if createsJobs, random.isOne(in: 20) {
      let delay = random.isOne(in: 2) ? Double(random.pick(0..<40_000)) : 0
      let runAt = bench.now.advanced(bySeconds: delay)
      let job = try bench.create(NewJob(type: "noop", userID: "1", runAt: delay > 0 ? runAt : nil))
      acknowledged[job.id] = runAt
    }
    highest = max(highest, bench.now)
    var ends: [StoreCommand] = []
    for job in running where random.isOne(in: 3) {
      if random.isOne(in: 10) {
        let terms = RetryTerms(policy: .standard, jitter: 0.5)
        ends.append(.fail(job.job.id, job.token, JobError(kind: "busy", message: "not now", isRetryable: true), terms))
      } else {
        ends.append(.complete(job.job.id, job.token, JobOutput(result: "{}")))
        try bench.equal(completed.insert(job.job.id).inserted, true, "completed once")
      }
      running.removeAll { $0.job.id == job.job.id }
    }
    try bench.apply(ends + [.claim(request)]).forEach { outcome in
      switch outcome {
      case .success(.claimed(let jobs)):
        for job in jobs {
          let runAt = try #require(acknowledged[job.job.id])
          // A clock that was put back after the start cannot undo it; the first start counts.
          if started.insert(job.job.id).inserted { try bench.equal(highest >= runAt, true, "not started early") }
          try bench.equal(completed.contains(job.job.id), false, "not run again")
        }
        running += jobs
      case .success: break
      case .failure(let rejection): throw TestFailure("refused: \(rejection)")
      }
    }
  }

  private var request: ClaimRequest {
    ClaimRequest(
      boot: BootID(high: boot, low: 1), limit: max(4 - running.count, 0), types: ["noop"], ageingSeconds: 300)
  }

  private mutating func dieAndStart() throws {
    boot += 1
    running = []
    bench.store = try SQLiteStore.open(path: path, durability: .normal)
    try bench.apply(.recover(.standard))
    let page = try bench.reader.schedules(after: nil, limit: 100)
    try bench.equal(page.count, schedules.count, "schedules after a start")
    book = ScheduleBook()
    for schedule in page { try book.add(schedule) }
  }

  /// Lets the queue run dry.
  mutating func comeToRest() throws {
    var rounds = 0
    repeat {
      bench.clock.advance(bySeconds: 60)
      try work(createsJobs: false)
      rounds += 1
    } while try (!running.isEmpty || bench.reader.queueCounts().pending > 0) && rounds < 50_000
  }

  // MARK: The reckoning

  mutating func check() throws {
    for id in acknowledged.keys {
      let job = try #require(try bench.reader.job(id), "an acknowledged job is gone")
      #expect(job.status.isFinal, "\(job)")
      if completed.contains(id) { #expect(job.status == .completed) }
    }
    let connection = try Connection(path: path, mode: .readOnly)
    let fires = try connection.prepare("fires", "SELECT schedule_id, fire_time FROM jobs WHERE schedule_id IS NOT NULL")
    var fired: [ScheduleID: [Timestamp]] = [:]
    while try fires.step() {
      let words = try #require(fires.words(0))
      fired[ScheduleID(high: words.high, low: words.low), default: []].append(Timestamp(milliseconds: fires.int64(1)))
    }
    fires.finalize()
    try connection.close()
    for schedule in schedules.values {
      let times = fired[schedule.id] ?? []
      let set = Set(times)
      #expect(set.count == times.count, "\(schedule.cron) made two jobs for one time")
      let silent = (due[schedule.id] ?? []).subtracting(set)
      #expect(silent.isEmpty, "\(schedule.cron), \(schedule.missed): no job for \(silent.map(\.rfc3339).sorted())")
      #expect(times.count > 5)
    }
    try DatabaseInvariants.check(path, now: bench.now)
  }
}
