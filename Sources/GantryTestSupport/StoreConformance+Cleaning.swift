import JobModel
import JobStore

extension StoreConformance {
  /// What is over goes when it is old enough, and only that.
  static let cleaning: [Case] = [
    Case("ended jobs go once they are old enough, and live ones never") { bench in
      let old = try bench.ended(2)
      bench.clock.advance(bySeconds: 100)
      let limit = bench.now
      let young = try bench.ended(2)
      let live = try bench.noop()
      let (deleted, next) = try bench.clean(CleanupStep(status: .completed, endedBefore: limit))
      try bench.equal(deleted, 2, "deleted")
      try bench.equal(next, nil, "next")
      for id in old { try bench.equal(try bench.reader.job(id), nil, "an old job") }
      for id in young { _ = try bench.job(id) }
      try bench.equal(try bench.job(live).status, .pending, "the live job")
      try bench.equal(try bench.reader.queueCounts().completed, 2, "kept count")
    },
    Case("the newest ended jobs are kept, as many as told") { bench in
      var all: [JobID] = []
      for _ in 1...5 {
        bench.clock.advance(bySeconds: 1)
        all += try bench.ended(1)
      }
      try bench.equal(try bench.clean(CleanupStep(status: .completed, endedBefore: nil, keep: 2)).deleted, 3, "deleted")
      try bench.equal(try bench.reader.jobs(JobFilter(), after: nil, limit: 9).map(\.id), [all[4], all[3]], "left")
      try bench.equal(try bench.clean(CleanupStep(status: .completed, endedBefore: nil, keep: 2)).deleted, 0, "again")
    },
    Case("a cleanup does a step at a time and goes on where it was") { bench in
      _ = try bench.ended(7)
      bench.clock.advance(bySeconds: 1)
      var step = CleanupStep(status: .completed, endedBefore: bench.now, limit: 3)
      var counts: [Int] = []
      while true {
        let (deleted, next) = try bench.clean(step)
        counts.append(deleted)
        guard let next else { break }
        step.after = next
      }
      try bench.equal(counts, [3, 3, 1], "deleted by each step")
    },
    Case("each status is cleaned by itself") { bench in
      let completed = try bench.ended(1)
      let cancelled = try bench.noop()
      try bench.apply(.cancelJob(cancelled))
      _ = try bench.noop()
      try bench.fail(try bench.claimOne())
      bench.clock.advance(bySeconds: 1)
      try bench.equal(try bench.clean(CleanupStep(status: .failed, endedBefore: bench.now)).deleted, 1, "failed")
      try bench.equal(try bench.clean(CleanupStep(status: .cancelled, endedBefore: bench.now)).deleted, 1, "cancelled")
      try bench.equal(try bench.reader.jobs(JobFilter(), after: nil, limit: 9).map(\.id), completed, "left")
    },
    Case("a job that goes takes along what others were told of it") { bench in
      let parent = try bench.noop()
      let child = try bench.create(NewJob(type: "noop", userID: "0", dependsOn: [parent])).id
      try bench.apply(.cancelJob(parent))
      try bench.equal(try bench.job(child).error?.kind, "dependencyFailed", "the child's error")
      try bench.expectRefused(.retryJob(child, force: true), .dependencyFailed(parent, .cancelled))
      bench.clock.advance(bySeconds: 1)
      try bench.equal(try bench.clean(CleanupStep(status: .cancelled, endedBefore: bench.now)).deleted, 1, "deleted")
      try bench.apply(.retryJob(child, force: true))
      try bench.equal(try bench.claim().map(\.job.id), [child], "claimed")
    },
    Case("an idempotency key lives as long as its job") { bench in
      let new = NewJob(type: "noop", userID: "0", idempotencyKey: "key")
      let first = try bench.create(new)
      try bench.complete(try bench.claimOne())
      try bench.equal(try bench.create(new).outcome, .existing, "outcome")
      bench.clock.advance(bySeconds: 1)
      _ = try bench.clean(CleanupStep(status: .completed, endedBefore: bench.now))
      let second = try bench.create(new)
      try bench.equal(second.outcome, .created, "outcome afterwards")
      try bench.equal(second.id == first.id, false, "the same job")
    },
    Case("old events go, the newest stays, and the numbers go on") { bench in
      for _ in 1...3 { _ = try bench.noop() }
      bench.clock.advance(bySeconds: 10)
      let limit = bench.now
      for _ in 1...3 { _ = try bench.noop() }
      let all = try bench.reader.eventRange()
      try bench.equal(try bench.cleanEvents(before: limit, keep: nil, limit: 2).deleted, 2, "deleted at first")
      try bench.equal(try bench.cleanEvents(before: limit, keep: nil, limit: 2).deleted, 1, "deleted then")
      try bench.equal(try bench.reader.eventRange()?.lowerBound, all.map { $0.lowerBound + 3 }, "oldest")
      try bench.equal(try bench.cleanEvents(before: nil, keep: 2, limit: 100).deleted, 1, "beyond the number")
      bench.clock.advance(bySeconds: 10)
      try bench.equal(try bench.cleanEvents(before: bench.now, keep: nil, limit: 100).deleted, 1, "all but one")
      try bench.equal(try bench.reader.eventRange(), all.map { $0.upperBound...$0.upperBound }, "left")
      _ = try bench.noop()
      try bench.equal(try bench.reader.eventRange()?.upperBound, all.map { $0.upperBound + 1 }, "the next number")
    },
  ]
}

extension StoreBench {
  /// Jobs that have completed.
  fileprivate mutating func ended(_ count: Int) throws -> [JobID] {
    for _ in 0..<count { _ = try noop() }
    let claimed = try claim(count)
    for attempt in claimed { try complete(attempt) }
    return claimed.map(\.job.id)
  }

  fileprivate mutating func clean(_ step: CleanupStep) throws -> (deleted: Int, next: CleanupCursor?) {
    try cleaned(.cleanUp(step))
  }

  fileprivate mutating func cleanEvents(
    before: Timestamp?, keep: Int?, limit: Int
  ) throws -> (deleted: Int, next: CleanupCursor?) {
    try cleaned(.cleanUpEvents(before: before, keep: keep, limit: limit))
  }

  private mutating func cleaned(_ command: StoreCommand) throws -> (deleted: Int, next: CleanupCursor?) {
    guard case .cleaned(let deleted, let next) = try apply(command) else {
      throw TestFailure("a cleanup answered something else")
    }
    return (deleted, next)
  }
}
