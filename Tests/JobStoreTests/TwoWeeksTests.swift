import GantryTestSupport
import JobModel
import JobStore
import Testing

/// Two weeks in the life of a queue, minute by minute, with a machine that sleeps and a clock that is set.
///
/// Whatever happens, what is due runs at the next look, nothing runs before its time or twice, and what is over goes when
/// it is old enough. Arguments are seeds.
@Suite struct TwoWeeksTests {
  private static let day = 86_400.0
  private static let retentionDays = 3.0

  private struct Fate {
    var runAt: Timestamp
    /// Attempts that shall fail before one succeeds.
    var failures: Int
    var expiresAt: Timestamp?
    var completions = 0
    var isCancelled = false
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `two weeks with jumps neither lose nor double nor silence a job`(seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let path = directory.appending("queue.db")
    var bench = StoreBench(
      store: try SQLiteStore.open(path: path, durability: .normal), reader: try SQLiteReader.open(path: path))
    var random = SplitMix64(seed: seed)
    var fates: [JobID: Fate] = [:]
    var latest = bench.now
    let end = bench.now.advanced(bySeconds: 14 * Self.day)
    var nextDay = bench.now.advanced(bySeconds: Self.day)
    var nextSweep = bench.now
    var attempts = 0

    while bench.now < end {
      bench.clock.advance(bySeconds: Self.leap(&random))
      latest = max(latest, bench.now)
      for _ in 0..<random.pick(0..<4) { try create(&bench, &random, &fates) }
      if random.isOne(in: 8), let job = fates.keys.sorted().suffix(20).randomElement(using: &random),
        case .success(.cancelled) = try bench.apply([.cancelJob(job)])[0]
      {
        fates[job]?.isCancelled = true
      }
      attempts += try work(&bench, &random, &fates)
      try expectNoSilence(&bench, fates)
      if bench.now >= nextSweep {
        try sweep(&bench)
        nextSweep = bench.now.advanced(bySeconds: 6 * 3600)
      }
      if bench.now >= nextDay {
        try DatabaseInvariants.check(path, now: bench.now)
        nextDay = nextDay.advanced(bySeconds: Self.day)
      }
    }
    #expect(fates.count > 300)
    #expect(attempts > fates.count / 2)
    try expectEnds(&bench, &random, &fates)
    try DatabaseInvariants.check(path, now: bench.now)
    // Events and jobs of three days are left, not of fourteen.
    try sweep(&bench)
    let counts = try bench.reader.queueCounts()
    #expect(counts.total < fates.count / 2)
    let events = try #require(try bench.reader.eventRange())
    #expect(events.lowerBound > 1)
  }

  /// Seconds until the next look: minutes as a rule, and now and then a night's sleep or a clock that is set.
  private static func leap(_ random: inout SplitMix64) -> Double {
    switch random.pick(0..<100) {
    case 0: 8 * 3600
    case 1: 2 * 3600
    case 2: -2 * 3600
    case 3: -0.5
    default: Double(random.pick(1..<3600))
    }
  }

  private func create(
    _ bench: inout StoreBench, _ random: inout SplitMix64, _ fates: inout [JobID: Fate]
  ) throws {
    let delay = random.isOne(in: 2) ? 0 : Double(random.pick(1..<36 * 3600))
    let runAt = bench.now.advanced(bySeconds: delay)
    // Sooner or later than the machine's sleep.
    let patience: Double? = random.isOne(in: 6) ? Double(random.pick(60..<4 * 3600)) : nil
    let job = try bench.create(
      NewJob(
        type: "noop", userID: "0", maxRetries: 3, runAt: delay == 0 ? nil : runAt,
        exclusiveKey: random.isOne(in: 4) ? "lane \(random.pick(0..<3))" : nil, queueTimeoutSeconds: patience))
    fates[job.id] = Fate(
      runAt: runAt, failures: random.pick(0..<3), expiresAt: patience.map { runAt.advanced(bySeconds: $0) })
  }

  /// Runs whatever can be claimed until nothing can, at one instant. Gives the number of attempts.
  private func work(
    _ bench: inout StoreBench, _ random: inout SplitMix64, _ fates: inout [JobID: Fate]
  ) throws -> Int {
    var attempts = 0
    while true {
      let claimed = try bench.claim(1 + random.pick(0..<8))
      if claimed.isEmpty, bench.nextRunAt.map({ $0 > bench.now }) ?? true { return attempts }
      for attempt in claimed {
        attempts += 1
        let id = attempt.job.id
        let fate = try #require(fates[id])
        #expect(attempt.job.runAt <= bench.now, "job \(id) runs before its time")
        #expect(fate.completions == 0 && !fate.isCancelled, "job \(id) runs again")
        if fate.failures == 0 {
          try bench.complete(attempt)
          fates[id]?.completions += 1
        } else {
          fates[id]?.failures -= 1
          let terms = RetryTerms(policy: .standard, jitter: Double(random.pick(0..<1000)) / 999)
          if random.isOne(in: 5) {
            try bench.apply(.abandon(id, attempt.token, CrashTerms(maximum: 5, retry: terms)))
          } else {
            try bench.apply(.fail(id, attempt.token, StoreBench.error, terms))
          }
          // A retry waits in its turn; only a job's first start can be too late.
          fates[id]?.expiresAt = nil
        }
      }
    }
  }

  /// Nothing that is due waits once all has been claimed that could be.
  private func expectNoSilence(_ bench: inout StoreBench, _ fates: [JobID: Fate]) throws {
    let pending = try bench.reader.jobs(JobFilter(status: .pending), after: nil, limit: 5000)
    for job in pending { #expect(job.runAt > bench.now, "job \(job.id) is due and does not run") }
    #expect(try bench.reader.queueCounts().processing == 0)
  }

  private func sweep(_ bench: inout StoreBench) throws {
    let before = bench.now.advanced(bySeconds: -Self.retentionDays * Self.day)
    for status in JobStatus.allCases where status.isFinal {
      var command: StoreCommand? = .cleanUp(CleanupStep(status: status, endedBefore: before, limit: 50))
      while let next = command {
        guard case .cleaned(_, let cursor) = try bench.apply(next) else { throw TestFailure("not cleaned") }
        command = cursor.map { next.continued(from: $0) }
      }
      for job in try bench.reader.jobs(JobFilter(status: status), after: nil, limit: 5000) {
        #expect(try #require(job.completedAt) >= before, "job \(job.id) is kept too long")
      }
    }
    var hasMore = true
    while hasMore {
      guard case .cleaned(_, let next) = try bench.apply(.cleanUpEvents(before: before, keep: nil, limit: 50)) else {
        throw TestFailure("not cleaned")
      }
      hasMore = next != nil
    }
  }

  /// Lets two more days pass without anything new: every job has ended as it should, once.
  private func expectEnds(
    _ bench: inout StoreBench, _ random: inout SplitMix64, _ fates: inout [JobID: Fate]
  ) throws {
    for _ in 0..<100 {
      bench.clock.advance(bySeconds: 1800)
      _ = try work(&bench, &random, &fates)
    }
    #expect(try bench.reader.queueCounts().pending == 0)
    for (id, fate) in fates where fate.completions == 0 && !fate.isCancelled {
      // Only a job that was allowed to be too late may have come to nothing; old ones are forgotten.
      guard let job = try bench.reader.job(id) else {
        #expect(fate.expiresAt != nil, "job \(id) is gone without having run")
        continue
      }
      #expect(job.status == .failed)
      #expect(job.error?.kind == "queueTimeout", "\(job)")
    }
  }
}
