import JobModel
import JobStore

extension StoreConformance {
  static let monitoring: [Case] = [
    Case("a job's wait names its gate, and the job that holds its lane") { bench in
      let project = try bench.project("/srv/a").id
      let key = NewJob.exclusiveKey(of: project)
      let first = try bench.create(NewJob(type: "noop", projectID: project, userID: "1", exclusiveKey: key)).id
      let second = try bench.create(NewJob(type: "noop", projectID: project, userID: "1", exclusiveKey: key)).id
      try bench.equal(try bench.reader.wait(of: first), JobWait(gate: .open), "first of the lane")
      try bench.equal(try bench.reader.wait(of: second), JobWait(gate: .open, laneHead: first), "second of the lane")
      _ = try bench.claimOne()
      try bench.equal(try bench.reader.wait(of: first), nil, "the one that runs")
      try bench.equal(try bench.reader.wait(of: second), JobWait(gate: .open, laneHolder: first), "behind it")
      try bench.equal(try bench.reader.wait(of: JobID(high: 1, low: 2)), nil, "a job that is not there")
      let later = try bench.create(NewJob(type: "noop", userID: "1", runAt: bench.now.advanced(bySeconds: 60))).id
      try bench.equal(try bench.reader.wait(of: later), JobWait(gate: .scheduled), "before its time")
      let child = try bench.create(NewJob(type: "noop", userID: "1", dependsOn: [later])).id
      try bench.equal(try bench.reader.wait(of: child), JobWait(gate: .blocked), "with a dependency")
    },
    Case("jobs ahead are those of higher priority and of an earlier turn, up to the limit") { bench in
      let low = try bench.create(NewJob(type: "noop", userID: "1", priority: .low)).id
      let first = try bench.create(NewJob(type: "noop", userID: "1")).id
      let second = try bench.create(NewJob(type: "noop", userID: "1")).id
      let other = try bench.create(NewJob(type: "other", userID: "1", priority: .high)).id
      func ahead(_ id: JobID, _ types: [String] = ["noop", "other"], limit: Int = 10) throws -> Int {
        try bench.reader.jobsAhead(of: id, types: types, limit: limit)
      }
      try bench.equal(try ahead(low), 3, "before the low one")
      try bench.equal(try ahead(low, limit: 2), 2, "up to the limit")
      try bench.equal(try ahead(low, ["noop"]), 2, "of its type")
      try bench.equal(try ahead(first), 1, "before the first")
      try bench.equal(try ahead(second), 2, "before the second")
      try bench.equal(try ahead(other), 0, "before the high one")
      _ = try bench.claim(1, types: ["other"])
      try bench.equal(try ahead(first), 0, "once the high one runs")
    },
    Case("the heads are the first of each type and priority that could start") { bench in
      let low = try bench.create(NewJob(type: "noop", userID: "1", priority: .low)).id
      let first = try bench.create(NewJob(type: "noop", userID: "1")).id
      _ = try bench.create(NewJob(type: "noop", userID: "1")).id
      _ = try bench.create(NewJob(type: "noop", userID: "1", runAt: bench.now.advanced(bySeconds: 60))).id
      try bench.equal(try bench.reader.readyHeads(types: ["noop", "other"]).map(\.id), [low, first], "heads")
      try bench.equal(try bench.reader.readyHeads(types: ["other"]), [], "heads of another type")
    },
    Case("the next scheduled job is the one whose time comes first") { bench in
      try bench.equal(try bench.reader.nextScheduled(), nil, "without jobs")
      _ = try bench.create(NewJob(type: "noop", userID: "1", runAt: bench.now.advanced(bySeconds: 60))).id
      let first = try bench.create(NewJob(type: "noop", userID: "1", runAt: bench.now.advanced(bySeconds: 30))).id
      _ = try bench.create(NewJob(type: "noop", userID: "1")).id
      try bench.equal(try bench.reader.nextScheduled()?.id, first, "next")
    },
    Case("a refresh keeps the figures it found and those it left") { bench in
      let project = try bench.project("/srv/a").id
      for (before, after) in [(nil, #"{"done":1}"#), (#"{"done":1}"#, #"{"done":2}"#)] as [(String?, String)] {
        let id = try bench.refresh(.project(project)).id
        let plan = ProjectUpdate.Document(brief: after, summary: "{}", items: [])
        try bench.complete(
          try bench.claimOne(), ProjectUpdate(projectID: project, head: nil, branch: nil, plan: plan))
        try bench.equal(
          try bench.reader.refreshFigures(of: id), RefreshFigures(before: before, after: after), "figures")
      }
      try bench.equal(try bench.reader.refreshFigures(of: try bench.noop()), nil, "of another job")
    },
  ]
}
