import JobModel
import JobStore

extension StoreConformance {
  static let claiming: [Case] = [
    Case("the most urgent goes first, then the oldest") { bench in
      let low = try bench.noop(.low)
      let normal = [try bench.noop(), try bench.noop()]
      let high = try bench.noop(.high)
      try bench.equal(try bench.claim(2).map(\.job.id), [high, normal[0]], "first two")
      try bench.equal(try bench.claim().map(\.job.id), [normal[1], low], "the rest")
      try bench.equal(try bench.claim().count, 0, "jobs left")
    },
    Case("urgency counts across types") { bench in
      let a = try bench.create(NewJob(type: "a", userID: "0")).id
      let b = try bench.create(NewJob(type: "b", userID: "0", priority: .high)).id
      let c = try bench.create(NewJob(type: "a", userID: "0", priority: .high)).id
      let d = try bench.create(NewJob(type: "b", userID: "0")).id
      try bench.equal(try bench.claim(types: ["a", "b"]).map(\.job.id), [b, c, a, d], "order")
    },
    Case("an attempt starts with everything its worker needs") { bench in
      let project = try bench.project()
      let id = try bench.create(NewJob(type: "noop", projectID: project.id, userID: "0")).id
      bench.clock.advance(bySeconds: 5)
      let claimed = try bench.claimOne()
      try bench.equal(claimed.job.id, id, "job")
      try bench.equal(claimed.job.status, .processing, "status")
      try bench.equal(claimed.job.attempt, 1, "attempt")
      try bench.equal(claimed.job.startedAt, bench.now, "start")
      try bench.equal(claimed.project, project, "project")
      try bench.equal(try bench.job(id), claimed.job, "job as read")
    },
    Case("jobs of types without a handler wait") { bench in
      _ = try bench.create(NewJob(type: "other", userID: "0", priority: .high))
      let mine = try bench.noop()
      try bench.equal(try bench.claim().map(\.job.id), [mine], "claimed")
      try bench.equal(try bench.claim(types: []).count, 0, "claimed for no type")
    },
    Case("a type named twice gives each job once") { bench in
      let id = try bench.noop()
      try bench.equal(try bench.claim(types: ["noop", "noop"]).map(\.job.id), [id], "claimed")
    },
    Case("a job waits for its time, and the store says when that is") { bench in
      let at = bench.now.advanced(bySeconds: 60)
      let id = try bench.create(NewJob(type: "noop", userID: "0", runAt: at)).id
      _ = try bench.create(NewJob(type: "noop", userID: "0", runAt: at.advanced(bySeconds: 60)))
      try bench.equal(bench.nextRunAt, at, "next time")
      try bench.equal(try bench.claim().count, 0, "claimed too early")
      bench.clock.advance(bySeconds: 60)
      try bench.equal(try bench.claim().map(\.job.id), [id], "claimed in time")
      try bench.equal(bench.nextRunAt, at.advanced(bySeconds: 60), "next time afterwards")
    },
    Case("one job of an exclusive key runs at a time, the most urgent next") { bench in
      let first = try bench.noop(exclusiveKey: "k")
      let second = try bench.noop(exclusiveKey: "k")
      let urgent = try bench.noop(.high, exclusiveKey: "k")
      let other = try bench.noop(exclusiveKey: "other")
      let round1 = try bench.claim()
      try bench.equal(round1.map(\.job.id), [urgent, other], "first round")
      try bench.equal(try bench.claim().count, 0, "claimed while the key is taken")
      try bench.complete(round1[0])
      let round2 = try bench.claim()
      try bench.equal(round2.map(\.job.id), [first], "second round")
      try bench.fail(round2[0])
      try bench.equal(try bench.claim().map(\.job.id), [second], "third round")
    },
    Case("a job that arrives while its key is taken waits, whatever its type or urgency") { bench in
      _ = try bench.noop(exclusiveKey: "k")
      let running = try bench.claimOne()
      let a = try bench.create(NewJob(type: "a", userID: "0", priority: .high, exclusiveKey: "k")).id
      let b = try bench.create(NewJob(type: "b", userID: "0", exclusiveKey: "k")).id
      try bench.equal(try bench.claim(types: ["a", "b"]).count, 0, "claimed while the key is taken")
      try bench.complete(running)
      try bench.equal(try bench.claim(types: ["b"]).map(\.job.id), [b], "claimed by who serves only one type")
      try bench.equal(try bench.claim(types: ["a"]).count, 0, "claimed while the key is taken again")
      try bench.equal(try bench.job(a).status, .pending, "status of the other")
    },
    Case("a free place is filled when jobs of one key stand in front") { bench in
      let first = try bench.noop(.high, exclusiveKey: "k")
      _ = try bench.noop(.high, exclusiveKey: "k")
      _ = try bench.noop(.high, exclusiveKey: "k")
      let free = try bench.noop(.low)
      try bench.equal(try bench.claim(2).map(\.job.id), [first, free], "claimed")
    },
    Case("cancelling the first of a key lets the next go") { bench in
      let first = try bench.noop(exclusiveKey: "k")
      let second = try bench.noop(exclusiveKey: "k")
      try bench.apply(.cancelJob(first))
      try bench.equal(try bench.claim().map(\.job.id), [second], "claimed")
    },
    Case("a scheduled job of a taken key waits for both") { bench in
      _ = try bench.noop(exclusiveKey: "k")
      let running = try bench.claimOne()
      let later = try bench.create(
        NewJob(type: "noop", userID: "0", runAt: bench.now.advanced(bySeconds: 1), exclusiveKey: "k")
      ).id
      bench.clock.advance(bySeconds: 2)
      try bench.equal(try bench.claim().count, 0, "claimed while the key is taken")
      try bench.complete(running)
      try bench.equal(try bench.claim().map(\.job.id), [later], "claimed")
    },
    Case("a claim of nothing takes nothing") { bench in
      _ = try bench.noop()
      try bench.equal(try bench.claim(0).count, 0, "claimed")
    },
  ]
}
