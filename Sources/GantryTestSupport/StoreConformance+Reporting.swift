import JobModel
import JobStore

extension StoreConformance {
  static let reporting: [Case] = [
    Case("a completed job shows its result") { bench in
      let id = try bench.noop()
      let claimed = try bench.claimOne()
      bench.clock.advance(bySeconds: 3)
      try bench.complete(claimed)
      let job = try bench.job(id)
      try bench.equal(job.status, .completed, "status")
      try bench.equal(job.result, #"{"ok":true}"#, "result")
      try bench.equal(job.completedAt, bench.now, "end")
      try bench.equal(job.progress.fraction, 1, "fraction")
      try bench.equal(bench.changes.map(\.status), [.pending, .processing, .completed], "changes")
    },
    Case("a failed job shows its error in full") { bench in
      let id = try bench.noop()
      try bench.fail(try bench.claimOne())
      let job = try bench.job(id)
      try bench.equal(job.status, .failed, "status")
      try bench.equal(job.error, StoreBench.error, "error")
      try bench.equal(job.result, nil, "result")
    },
    Case("progress is kept, and only that of the running attempt") { bench in
      let id = try bench.noop()
      let first = try bench.claimOne()
      let progress = JobProgress(fraction: 0.5, stage: "reading", message: "half", current: 1, total: 2)
      try bench.apply(.progress(id, first.token, progress))
      try bench.equal(try bench.job(id).progress, progress, "progress")
      try bench.apply(.release(id, first.token))
      try bench.equal(try bench.job(id).progress, .none, "progress while pending")
      let second = try bench.claimOne()
      try bench.apply(.progress(id, first.token, progress))
      try bench.apply(.progress(JobID(high: 1, low: 2), first.token, progress))
      try bench.equal(try bench.job(id).progress, .none, "progress after a stale report")
      try bench.complete(second)
    },
    Case("a stale attempt changes nothing and is told so") { bench in
      let id = try bench.noop()
      let stale = try bench.claimOne()
      try bench.apply(.release(id, stale.token))
      let current = try bench.claimOne()
      try bench.equal(current.token == stale.token, false, "same token twice")
      let before = try bench.job(id)
      try bench.expectRefused(.complete(id, stale.token, JobOutput(result: "{}")), .staleAttempt(id))
      try bench.expectRefused(.fail(id, stale.token, StoreBench.error, nil), .staleAttempt(id))
      try bench.expectRefused(.finishCancelled(id, stale.token), .staleAttempt(id))
      try bench.expectRefused(.release(id, stale.token), .staleAttempt(id))
      try bench.equal(try bench.job(id), before, "job")
      try bench.complete(current)
      try bench.expectRefused(.complete(id, current.token, JobOutput(result: "{}")), .staleAttempt(id))
    },
    Case("a report on a job that is not there is refused") { bench in
      let nowhere = JobID(high: 3, low: 3)
      let token = AttemptToken(high: 4, low: 4)
      try bench.expectRefused(.complete(nowhere, token, JobOutput(result: "{}")), .jobNotFound(nowhere))
      try bench.expectRefused(.fail(nowhere, token, StoreBench.error, nil), .jobNotFound(nowhere))
    },
    Case("a released job goes back unharmed") { bench in
      let id = try bench.noop()
      try bench.apply(.release(id, try bench.claimOne().token))
      let job = try bench.job(id)
      try bench.equal(job.status, .pending, "status")
      try bench.equal(job.startedAt, nil, "start")
      try bench.equal(job.retryCount, 0, "retries")
      try bench.equal(try bench.claimOne().job.attempt, 2, "attempt")
    },
    Case("a job released after it was asked to stop is cancelled") { bench in
      let id = try bench.noop()
      let claimed = try bench.claimOne()
      try bench.apply(.cancelJob(id))
      try bench.apply(.release(id, claimed.token))
      try bench.equal(try bench.job(id).status, .cancelled, "status")
      try bench.equal(try bench.claim().count, 0, "claimed again")
    },
    Case("a released job of a taken key goes first again") { bench in
      let first = try bench.noop(exclusiveKey: "k")
      let second = try bench.noop(exclusiveKey: "k")
      try bench.apply(.release(first, try bench.claimOne().token))
      let again = try bench.claim()
      try bench.equal(again.map(\.job.id), [first], "claimed")
      try bench.complete(again[0])
      try bench.equal(try bench.claim().map(\.job.id), [second], "claimed next")
    },
    Case("recovery puts back what a dead daemon was running, and cancels what it was to stop") { bench in
      let kept = try bench.noop(exclusiveKey: "k")
      let stopped = try bench.noop()
      let waiting = try bench.noop(exclusiveKey: "k")
      let dead = try bench.claim()
      try bench.equal(dead.map(\.job.id), [kept, stopped], "claimed before")
      try bench.apply(.cancelJob(stopped))
      bench.clock.advance(bySeconds: 1)
      guard case .recovered(let ids, _) = try bench.apply(.recover(.standard)) else {
        throw TestFailure("recover said something else")
      }
      try bench.equal(ids, [kept], "recovered")
      try bench.equal(try bench.job(kept).status, .pending, "status of the one kept")
      try bench.equal(try bench.job(kept).retryCount, 0, "retries of the one kept")
      try bench.equal(try bench.job(kept).startedAt, nil, "start of the one kept")
      try bench.equal(try bench.job(stopped).status, .cancelled, "status of the one stopped")
      try bench.equal(try bench.job(stopped).completedAt, bench.now, "end of the one stopped")
      try bench.expectRefused(.complete(kept, dead[0].token, JobOutput(result: "{}")), .staleAttempt(kept))
      try bench.equal(try bench.claim().map(\.job.id), [kept], "claimed after")
      try bench.equal(try bench.job(waiting).status, .pending, "status of the one behind")
      try bench.equal(try bench.job(kept).attempt, 2, "attempt")
    },
    Case("recovery of a queue at rest does nothing") { bench in
      _ = try bench.noop()
      guard case .recovered(let ids, _) = try bench.apply(.recover(.standard)) else {
        throw TestFailure("recover said something else")
      }
      try bench.equal(ids, [], "recovered")
    },
  ]

  static let controlling: [Case] = [
    Case("a pending job is cancelled at once, and asking again is no mistake") { bench in
      let id = try bench.noop()
      for _ in 1...2 {
        guard case .cancelled(id, .cancelled, requested: false) = try bench.apply(.cancelJob(id)) else {
          throw TestFailure("cancelJob answered something else")
        }
      }
      try bench.equal(try bench.claim().count, 0, "claimed")
      try bench.equal(try bench.job(id).completedAt, bench.now, "end")
      try bench.equal(bench.changes.map(\.status), [.pending, .cancelled], "changes")
    },
    Case("a processing job is asked to stop, and ends when its attempt does") { bench in
      let id = try bench.noop()
      let claimed = try bench.claimOne()
      for _ in 1...2 {
        guard case .cancelled(id, .processing, requested: true) = try bench.apply(.cancelJob(id)) else {
          throw TestFailure("cancelJob answered something else")
        }
      }
      try bench.equal(try bench.job(id).cancelRequested, true, "request")
      try bench.apply(.finishCancelled(id, claimed.token))
      try bench.equal(try bench.job(id).status, .cancelled, "status")
    },
    Case("work that was done before the request to stop arrived counts") { bench in
      let id = try bench.noop()
      let claimed = try bench.claimOne()
      try bench.apply(.cancelJob(id))
      try bench.complete(claimed)
      try bench.equal(try bench.job(id).status, .completed, "status")
    },
    Case("a finished job cannot be cancelled") { bench in
      let id = try bench.noop()
      try bench.complete(try bench.claimOne())
      try bench.expectRefused(
        .cancelJob(id), .invalidState(id, current: .completed, allowed: [.pending, .processing]))
    },
    Case("a job that is not there can be neither cancelled nor retried") { bench in
      let nowhere = JobID(high: 5, low: 5)
      try bench.expectRefused(.cancelJob(nowhere), .jobNotFound(nowhere))
      try bench.expectRefused(.retryJob(nowhere, force: true), .jobNotFound(nowhere))
    },
    Case("a failed job goes back as if new, with one more retry spent") { bench in
      let id = try bench.noop()
      try bench.fail(try bench.claimOne())
      bench.clock.advance(bySeconds: 10)
      guard case .retried(id, retryCount: 1) = try bench.apply(.retryJob(id, force: false)) else {
        throw TestFailure("retryJob answered something else")
      }
      let job = try bench.job(id)
      try bench.equal(job.status, .pending, "status")
      try bench.equal(job.error, nil, "error")
      try bench.equal(job.completedAt, nil, "end")
      try bench.equal(job.startedAt, nil, "start")
      try bench.equal(job.progress, .none, "progress")
      try bench.equal(job.runAt, bench.now, "earliest start")
      try bench.equal(try bench.claimOne().job.attempt, 2, "attempt")
    },
    Case("only a failed job can be retried") { bench in
      let id = try bench.noop()
      try bench.expectRefused(.retryJob(id, force: true), .invalidState(id, current: .pending, allowed: [.failed]))
      try bench.complete(try bench.claimOne())
      try bench.expectRefused(.retryJob(id, force: true), .invalidState(id, current: .completed, allowed: [.failed]))
    },
    Case("retries run out, and force goes beyond") { bench in
      let id = try bench.create(NewJob(type: "noop", userID: "0", maxRetries: 1)).id
      try bench.fail(try bench.claimOne())
      try bench.apply(.retryJob(id, force: false))
      try bench.fail(try bench.claimOne())
      try bench.expectRefused(
        .retryJob(id, force: false), .retriesExhausted(id, retryCount: 1, maxRetries: 1))
      try bench.apply(.retryJob(id, force: true))
      try bench.equal(try bench.job(id).retryCount, 2, "retries")
    },
    Case("a retry does not make a second live job with the same unique key") { bench in
      let new = NewJob(type: "noop", userID: "0", uniqueKey: "u")
      let failed = try bench.create(new).id
      try bench.fail(try bench.claimOne())
      let live = try bench.create(new).id
      try bench.expectRefused(.retryJob(failed, force: false), .duplicateJob(failed, live: live))
    },
    Case("a retried job of a taken key waits for its turn") { bench in
      let failed = try bench.noop(exclusiveKey: "k")
      try bench.fail(try bench.claimOne())
      _ = try bench.noop(exclusiveKey: "k")
      let running = try bench.claimOne()
      try bench.apply(.retryJob(failed, force: false))
      try bench.equal(try bench.claim().count, 0, "claimed while the key is taken")
      try bench.complete(running)
      try bench.equal(try bench.claim().map(\.job.id), [failed], "claimed")
    },
  ]
}
