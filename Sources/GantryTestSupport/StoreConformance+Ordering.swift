import JobModel
import JobStore

extension StoreConformance {
  /// Whose turn it is, what is limited, what waits for what, and what happens after a failure.
  static let ordering: [Case] = [
    Case("projects take turns, however many jobs one of them has") { bench in
      let busy = try bench.project("/srv/busy").id
      let quiet = try bench.project("/srv/quiet").id
      func job(_ project: ProjectID) -> NewJob { NewJob(type: "noop", projectID: project, userID: "0") }
      var many: [JobID] = []
      for _ in 1...5 { many.append(try bench.create(job(busy)).id) }
      let first = try bench.claim(1).map(\.job.id)
      let one = try bench.create(job(quiet)).id
      let two = try bench.create(job(quiet)).id
      try bench.equal(
        first + (try bench.claim(5).map(\.job.id)), [many[0], many[1], one, many[2], two, many[3]], "order")
    },
    Case("a job that has waited long enough goes before a more urgent one") { bench in
      let low = try bench.noop(.low)
      bench.clock.advance(bySeconds: 601)
      let high = try bench.noop(.high)
      let request = ClaimRequest(boot: bench.boot, limit: 1, types: ["noop"], ageingSeconds: 300)
      guard case .claimed(let jobs) = try bench.apply(.claim(request)) else { throw TestFailure("not claimed") }
      try bench.equal(jobs.map(\.job.id), [low], "claimed with ageing")
      try bench.equal(try bench.claim().map(\.job.id), [high], "claimed without")
    },
    Case("places are kept for manual refreshes") { bench in
      _ = try bench.noop(.high)
      let refresh = try bench.refresh(.source(StoreBench.newProject("/srv/a")), priority: .high).id
      _ = try bench.refresh(.source(StoreBench.newProject("/srv/b")), priority: .normal)
      let request = ClaimRequest(boot: bench.boot, limit: 3, types: ["noop", "refresh"], ordinaryLimit: 0)
      guard case .claimed(let jobs) = try bench.apply(.claim(request)) else { throw TestFailure("not claimed") }
      try bench.equal(jobs.map(\.job.id), [refresh], "claimed")
    },
    Case("no more of a type run than may") { bench in
      for _ in 1...4 { _ = try bench.noop() }
      let request = ClaimRequest(boot: bench.boot, limit: 4, types: ["noop"], concurrency: ["noop": 2])
      guard case .claimed(let jobs) = try bench.apply(.claim(request)) else { throw TestFailure("not claimed") }
      try bench.equal(jobs.count, 2, "claimed")
      guard case .claimed(let none) = try bench.apply(.claim(request)) else { throw TestFailure("not claimed") }
      try bench.equal(none.count, 0, "claimed beyond")
      try bench.complete(jobs[0])
      guard case .claimed(let next) = try bench.apply(.claim(request)) else { throw TestFailure("not claimed") }
      try bench.equal(next.count, 1, "claimed after one has ended")
    },
    Case("what is paused is not claimed until it is resumed") { bench in
      let id = try bench.noop()
      try bench.apply(.pauseQueue(type: "noop"))
      try bench.equal(try bench.claim().count, 0, "claimed while its type is paused")
      try bench.apply(.pauseQueue(type: nil))
      try bench.apply(.resumeQueue(type: "noop"))
      try bench.equal(try bench.reader.paused(), [""], "paused")
      try bench.equal(try bench.claim().count, 0, "claimed while all is paused")
      try bench.apply(.resumeQueue(type: nil))
      try bench.equal(try bench.claim().map(\.job.id), [id], "claimed")
    },
    Case("a failed attempt is followed by another after its delay, as often as allowed") { bench in
      let id = try bench.create(NewJob(type: "noop", userID: "0", maxRetries: 1)).id
      let terms = RetryTerms(policy: RetryPolicy(baseSeconds: 10, capSeconds: 60), jitter: 0.5)
      let first = try bench.claimOne()
      guard case .failed(let retryAt) = try bench.apply(.fail(id, first.token, StoreBench.error, terms)) else {
        throw TestFailure("fail answered something else")
      }
      try bench.equal(retryAt, bench.now.advanced(bySeconds: 5), "time of the retry")
      let waiting = try bench.job(id)
      try bench.equal(waiting.status, .pending, "status")
      try bench.equal(waiting.error, StoreBench.error, "last error")
      try bench.equal(waiting.retryCount, 1, "retries")
      try bench.equal(bench.nextRunAt, retryAt, "wake")
      try bench.equal(try bench.claim().count, 0, "claimed too early")
      bench.clock.advance(bySeconds: 5)
      let second = try bench.claimOne()
      guard case .failed(nil) = try bench.apply(.fail(id, second.token, StoreBench.error, terms)) else {
        throw TestFailure("the last failure was followed by a retry")
      }
      try bench.equal(try bench.job(id).status, .failed, "status at the end")
      let attempts = try bench.reader.attempts(of: id)
      try bench.equal(attempts.map(\.attempt), [1, 2], "history")
      try bench.equal(attempts.map(\.outcome), [.failed, .failed], "outcomes")
      try bench.equal(attempts.map(\.retryAt), [retryAt, nil], "retries in the history")
    },
    Case("an error that cannot pass is not tried again") { bench in
      let id = try bench.noop()
      let error = JobError(kind: "k", message: "m", isRetryable: false)
      let terms = RetryTerms(policy: .standard, jitter: 1)
      try bench.apply(.fail(id, try bench.claimOne().token, error, terms))
      try bench.equal(try bench.job(id).status, .failed, "status")
    },
    Case("a job that keeps crashing its worker is set aside") { bench in
      let id = try bench.noop()
      for _ in 1...2 {
        try bench.apply(.abandon(id, try bench.claimOne().token, .standard))
        bench.clock.advance(bySeconds: 60)
      }
      try bench.apply(.abandon(id, try bench.claimOne().token, .standard))
      let job = try bench.job(id)
      try bench.equal(job.status, .failed, "status")
      try bench.equal(job.error?.kind, "workerCrashed", "kind")
      try bench.equal(job.retryCount, 0, "retries")
      try bench.apply(.retryJob(id, force: false))
      try bench.equal(try bench.job(id).crashCount, 0, "crashes after a retry by hand")
    },
    Case("a job starts when all it depends on has completed") { bench in
      let one = try bench.noop()
      let two = try bench.noop()
      let child = try bench.create(NewJob(type: "child", userID: "0", dependsOn: [one, two, one])).id
      try bench.equal(try bench.reader.openDependencies(of: child, limit: 9), [one, two], "dependencies")
      let claimed = try bench.claim(types: ["noop", "child"])
      try bench.equal(claimed.map(\.job.id), [one, two], "claimed at first")
      try bench.complete(claimed[0])
      try bench.equal(try bench.claim(types: ["child"]).count, 0, "claimed after one")
      try bench.complete(claimed[1])
      try bench.equal(try bench.claim(types: ["child"]).map(\.job.id), [child], "claimed after both")
    },
    Case("what depends on a job that failed or was cancelled fails, and so on down") { bench in
      let parent = try bench.noop()
      let child = try bench.create(NewJob(type: "child", userID: "0", dependsOn: [parent])).id
      let grandchild = try bench.create(NewJob(type: "child", userID: "0", dependsOn: [child])).id
      try bench.apply(.cancelJob(parent))
      for id in [child, grandchild] {
        try bench.equal(try bench.job(id).status, .failed, "status")
        try bench.equal(try bench.job(id).error?.kind, "dependencyFailed", "kind")
      }
      try bench.expectRefused(.retryJob(child, force: true), .dependencyFailed(parent, .cancelled))
      try bench.expectRefused(
        .createJob(NewJob(type: "child", userID: "0", dependsOn: [parent])), .dependencyFailed(parent, .cancelled))
      let nowhere = JobID(high: 5, low: 5)
      try bench.expectRefused(
        .createJob(NewJob(type: "child", userID: "0", dependsOn: [nowhere])), .dependencyNotFound(nowhere))
    },
    Case("a job retried after its parent was waits for it again") { bench in
      let parent = try bench.noop()
      let child = try bench.create(NewJob(type: "child", userID: "0", dependsOn: [parent])).id
      try bench.fail(try bench.claimOne())
      try bench.apply(.retryJob(parent, force: false))
      try bench.apply(.retryJob(child, force: false))
      try bench.equal(try bench.claim(types: ["child"]).count, 0, "claimed before its parent")
      try bench.complete(try bench.claimOne())
      try bench.equal(try bench.claim(types: ["child"]).map(\.job.id), [child], "claimed")
    },
    Case("a job that has not started in its time fails") { bench in
      let id = try bench.create(NewJob(type: "noop", userID: "0", queueTimeoutSeconds: 10)).id
      try bench.equal(bench.nextRunAt, bench.now.advanced(bySeconds: 10), "wake")
      bench.clock.advance(bySeconds: 10)
      try bench.equal(try bench.claim().count, 0, "claimed too late")
      try bench.equal(try bench.job(id).error?.kind, "queueTimeout", "kind")
    },
    Case("the limit of a wait counts from when the job may start, and anew when it is retried") { bench in
      let parent = try bench.noop()
      let new = NewJob(type: "child", userID: "0", maxRetries: 1, queueTimeoutSeconds: 10, dependsOn: [parent])
      let child = try bench.create(new).id
      try bench.equal(try bench.job(child).expiresAt, nil, "expiry while blocked")
      bench.clock.advance(bySeconds: 60)
      try bench.complete(try bench.claimOne())
      try bench.equal(try bench.job(child).expiresAt, bench.now.advanced(bySeconds: 10), "expiry")
      bench.clock.advance(bySeconds: 10)
      try bench.equal(try bench.claim(types: ["child"]).count, 0, "claimed too late")
      try bench.equal(try bench.job(child).error?.kind, "queueTimeout", "kind")
      bench.clock.advance(bySeconds: 60)
      try bench.apply(.retryJob(child, force: false))
      try bench.equal(try bench.job(child).expiresAt, bench.now.advanced(bySeconds: 10), "expiry once retried")
      bench.clock.advance(bySeconds: 9)
      try bench.equal(try bench.claim(types: ["child"]).map(\.job.id), [child], "claimed")
    },
    Case("a user may do a limited thing so often, and again when the window has moved on") { bench in
      let limit = RateLimit(action: "refresh", count: 2, windowSeconds: 300)
      func refresh(_ number: Int, _ user: String) -> StoreCommand {
        .refreshProject(
          RefreshRequest(
            target: .source(StoreBench.newProject("/srv/\(number)")),
            job: NewJob(type: "refresh", userID: user, rateLimit: limit)))
      }
      let start = bench.now
      try bench.apply(refresh(1, "0"))
      bench.clock.advance(bySeconds: 100)
      try bench.apply(refresh(2, "0"))
      try bench.apply(refresh(2, "0"))
      try bench.expectRefused(refresh(3, "0"), .rateLimited(limit, retryAt: start.advanced(bySeconds: 300)))
      try bench.equal(try bench.reader.project(source: "/srv/3")?.id, nil, "project of the refused request")
      try bench.apply(refresh(3, "1"))
      bench.clock.advance(bySeconds: 200)
      try bench.apply(refresh(4, "0"))
    },
    Case("events are numbered without gaps and tell what happened") { bench in
      let id = try bench.noop()
      try bench.complete(try bench.claimOne())
      try bench.equal(bench.events.map(\.seq), [1, 2, 3], "numbers")
      try bench.equal(bench.events.map(\.kind), [.jobCreated, .jobStarted, .jobCompleted], "kinds")
      try bench.equal(bench.events.map(\.jobID), [id, id, id], "jobs")
      try bench.equal(try bench.reader.events(after: 1, limit: 9).map(\.seq), [2, 3], "events kept")
      try bench.equal(try bench.reader.events(after: 0, limit: 2).map(\.seq), [1, 2], "a page of events")
      try bench.equal(try bench.reader.eventRange(), 1...3, "range")
    },
  ]
}
