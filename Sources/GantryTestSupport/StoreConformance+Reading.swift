import JobModel
import JobStore

extension StoreConformance {
  static let reading: [Case] = [
    Case("what is not there is nil") { bench in
      try bench.equal(try bench.reader.job(JobID(high: 0, low: 1)), nil, "job")
      try bench.equal(try bench.reader.project(ProjectID(high: 0, low: 1)), nil, "project")
      try bench.equal(try bench.reader.project(source: "/nowhere"), nil, "project by source")
      let project = try bench.project()
      try bench.equal(try bench.reader.document(.plan, of: project.id, offset: 0, limit: 1), nil, "document")
      try bench.equal(try bench.reader.queueCounts(), QueueCounts(), "counts")
    },
    Case("a list is newest first, in pages that do not move when jobs come in between") { bench in
      var ids: [JobID] = []
      for _ in 0..<7 { ids.append(try bench.noop()) }
      let first = try bench.reader.jobs(JobFilter(), after: nil, limit: 3)
      try bench.equal(first.map(\.id), Array(ids.reversed().prefix(3)), "first page")
      _ = try bench.noop()
      let second = try bench.reader.jobs(JobFilter(), after: first[2].id, limit: 3)
      try bench.equal(second.map(\.id), Array(ids.reversed()[3..<6]), "second page")
      let third = try bench.reader.jobs(JobFilter(), after: second[2].id, limit: 3)
      try bench.equal(third.map(\.id), [ids[0]], "third page")
      try bench.equal(try bench.reader.jobs(JobFilter(), after: ids[0], limit: 3).count, 0, "behind the end")
    },
    Case("a cursor whose job is not there stands where it would") { bench in
      let old = try bench.noop()
      bench.clock.advance(bySeconds: 10)
      let between = JobID(high: UInt64(bench.now.milliseconds) << 16, low: 0)
      bench.clock.advance(bySeconds: 10)
      let new = try bench.noop()
      try bench.equal(try bench.reader.jobs(JobFilter(), after: between, limit: 9).map(\.id), [old], "after it")
      let future = JobID(high: .max, low: .max)
      try bench.equal(try bench.reader.jobs(JobFilter(), after: future, limit: 9).map(\.id), [new, old], "all")
      let past = JobID(high: 0, low: 0)
      try bench.equal(try bench.reader.jobs(JobFilter(), after: past, limit: 9).count, 0, "none")
    },
    Case("filters restrict alone and together, with and without a cursor") { bench in
      let project = try bench.project()
      var all: [Job] = []
      for number in 0..<24 {
        let new = NewJob(
          type: number % 2 == 0 ? "noop" : "other", projectID: number % 3 == 0 ? project.id : nil,
          userID: number % 4 == 0 ? "0" : "1")
        let id = try bench.create(new).id
        if number % 5 == 0 { try bench.apply(.cancelJob(id)) }
      }
      for claimed in try bench.claim(4) { try bench.complete(claimed) }
      all = try bench.reader.jobs(JobFilter(), after: nil, limit: 100)
      try bench.equal(all.count, 24, "jobs")
      for projectID in [nil, project.id] {
        for user in [nil, "0"] {
          for type in [nil, "noop", "nobody"] {
            for status in [nil, JobStatus.pending, .cancelled, .completed, .failed] {
              let filter = JobFilter(projectID: projectID, userID: user, type: type, status: status)
              let expected = all.filter {
                (projectID == nil || $0.projectID == projectID) && (user == nil || $0.userID == user)
                  && (type == nil || $0.type == type) && (status == nil || $0.status == status)
              }
              let found = try bench.reader.jobs(filter, after: nil, limit: 100)
              try bench.equal(found.map(\.id), expected.map(\.id), "\(filter)")
              let cursor = all[11].id
              let behind = try bench.reader.jobs(filter, after: cursor, limit: 2)
              try bench.equal(
                behind.map(\.id), Array(expected.map(\.id).filter { $0 < cursor }.prefix(2)),
                "\(filter) behind a cursor")
            }
          }
        }
      }
    },
    Case("the counts follow every step") { bench in
      let oldest = try bench.noop()
      let created = bench.now
      bench.clock.advance(bySeconds: 1)
      for _ in 0..<4 { _ = try bench.noop() }
      try bench.equal(try bench.reader.queueCounts(), QueueCounts(pending: 5, oldestPending: created), "created")
      let claimed = try bench.claim(4)
      try bench.equal(claimed[0].job.id, oldest, "claimed first")
      try bench.complete(claimed[0])
      try bench.fail(claimed[1])
      try bench.apply(.cancelJob(claimed[2].job.id))
      try bench.apply(.finishCancelled(claimed[2].job.id, claimed[2].token))
      let counts = try bench.reader.queueCounts()
      try bench.equal(
        counts,
        QueueCounts(pending: 1, processing: 1, completed: 1, failed: 1, cancelled: 1, oldestPending: bench.now),
        "after the ends")
      try bench.equal(counts.total, 5, "total")
    },
    Case("projects are listed oldest first, in pages") { bench in
      let all = try (0..<5).map { try bench.project("/srv/\($0)") }
      let first = try bench.reader.projects(after: nil, limit: 2)
      try bench.equal(first, Array(all[0..<2]), "first page")
      try bench.equal(try bench.reader.projects(after: first[1].id, limit: 10), Array(all[2...]), "second page")
    },
    Case("ids and lists keep their order when the clock steps back") { bench in
      let first = try bench.noop()
      bench.clock.advance(bySeconds: -3600)
      let second = try bench.noop()
      try bench.equal(first < second, true, "order of ids")
      try bench.equal(try bench.reader.jobs(JobFilter(), after: nil, limit: 9).map(\.id), [second, first], "list")
      try bench.equal(try bench.claim().map(\.job.id).last, second, "claimed last")
    },
    Case("a snapshot stands still until it is let go") { bench in
      let id = try bench.noop()
      try bench.reader.beginSnapshot()
      try bench.equal(try bench.job(id).status, .pending, "status in the snapshot")
      let before = try bench.reader.version()
      _ = try bench.claimOne()
      _ = try bench.noop()
      try bench.equal(try bench.job(id).status, .pending, "status in the snapshot, later")
      try bench.equal(try bench.reader.queueCounts().pending, 1, "pending in the snapshot")
      bench.reader.endSnapshot()
      try bench.equal(try bench.job(id).status, .processing, "status afterwards")
      try bench.equal(try bench.reader.version() == before, false, "same version after commits")
    },
    Case("a write is read the moment it is answered") { bench in
      for _ in 0..<20 {
        let id = try bench.noop()
        try bench.equal(try bench.job(id).status, .pending, "status")
        try bench.apply(.cancelJob(id))
        try bench.equal(try bench.job(id).status, .cancelled, "status")
      }
    },
  ]
}
