import JobModel
import JobStore

extension StoreConformance {
  static let creating: [Case] = [
    Case("a job is read back as it was created") { bench in
      let project = try bench.project()
      let new = NewJob(
        type: "noop", projectID: project.id, userID: "1000", priority: .high, payload: #"{"a":"ü\u0000"}"#,
        maxRetries: 7)
      let created = try bench.create(new)
      try bench.equal(created.outcome, .created, "outcome")
      try bench.equal(created.status, .pending, "status")
      let expected = Job(
        id: created.id, type: "noop", projectID: project.id, userID: "1000", priority: .high,
        payload: #"{"a":"ü\u0000"}"#, createdAt: bench.now, runAt: bench.now, maxRetries: 7)
      try bench.equal(try bench.job(created.id), expected, "job")
      try bench.equal(bench.changes, [JobChange(jobID: created.id, status: .pending)], "changes")
    },
    Case("a job of a project that is not there is refused") { bench in
      let nowhere = ProjectID(high: 7, low: 7)
      try bench.expectRefused(
        .createJob(NewJob(type: "noop", projectID: nowhere, userID: "0")), .projectNotFound(nowhere))
    },
    Case("the same idempotency key gives the same job, also after its end") { bench in
      let new = NewJob(type: "noop", userID: "0", idempotencyKey: "k")
      let first = try bench.create(new)
      try bench.complete(try bench.claimOne())
      let second = try bench.create(new)
      try bench.equal(second.id, first.id, "job")
      try bench.equal(second.outcome, .existing, "outcome")
      try bench.equal(second.status, .completed, "status")
    },
    Case("an idempotency key belongs to one user") { bench in
      let mine = try bench.create(NewJob(type: "noop", userID: "0", idempotencyKey: "k"))
      let theirs = try bench.create(NewJob(type: "noop", userID: "1", idempotencyKey: "k"))
      try bench.equal(theirs.outcome, .created, "outcome")
      try bench.equal(theirs.id == mine.id, false, "same job")
    },
    Case("an idempotency key used for another type or project is a conflict") { bench in
      let project = try bench.project()
      let first = try bench.create(NewJob(type: "noop", userID: "0", idempotencyKey: "k"))
      try bench.expectRefused(
        .createJob(NewJob(type: "other", userID: "0", idempotencyKey: "k")), .idempotencyConflict(first.id))
      try bench.expectRefused(
        .createJob(NewJob(type: "noop", projectID: project.id, userID: "0", idempotencyKey: "k")),
        .idempotencyConflict(first.id))
    },
    Case("a live job with the same unique key is joined, a finished one is not") { bench in
      let new = NewJob(type: "noop", userID: "0", uniqueKey: "u")
      let first = try bench.create(new)
      let second = try bench.create(new)
      try bench.equal(second.id, first.id, "job joined while pending")
      try bench.equal(second.outcome, .joined, "outcome while pending")
      let claimed = try bench.claimOne()
      let third = try bench.create(new)
      try bench.equal(third.id, first.id, "job joined while processing")
      try bench.equal(third.status, .processing, "status while processing")
      try bench.complete(claimed)
      let fourth = try bench.create(new)
      try bench.equal(fourth.outcome, .created, "outcome after the end")
    },
    Case("a refused command leaves its neighbours alone") { bench in
      let nowhere = JobID(high: 9, low: 9)
      let outcomes = try bench.apply([
        .createJob(NewJob(type: "noop", userID: "0")), .cancelJob(nowhere),
        .createJob(NewJob(type: "noop", userID: "0")),
      ])
      guard case .success = outcomes[0], case .failure(.jobNotFound(nowhere)) = outcomes[1],
        case .success = outcomes[2]
      else { throw TestFailure("unexpected outcomes: \(outcomes)") }
      try bench.equal(try bench.reader.queueCounts().pending, 2, "pending")
    },
    Case("the same source is always the same project") { bench in
      let first = try bench.project("/srv/a")
      guard
        case .project(let second, let created) = try bench.apply(
          .createProject(NewProject(source: "/srv/a", kind: .remote, name: "other"), userID: "0", limit: nil))
      else { throw TestFailure("createProject answered something else") }
      try bench.equal(created, false, "created")
      try bench.equal(second, first, "project")
    },
  ]
}
