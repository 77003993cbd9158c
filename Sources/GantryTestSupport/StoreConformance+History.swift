import JobModel
import JobStore

extension StoreConformance {
  private static func commit(_ name: String, _ time: Timestamp) -> CommitInfo {
    CommitInfo(
      oid: String(repeating: name, count: 40), author: "Ada", email: "ada@example.com", authoredAt: time,
      committedAt: time)
  }

  private static func snapshot(_ name: String?, _ time: Timestamp, _ done: Int) -> ProgressSnapshot {
    ProgressSnapshot(
      at: time, origin: name == nil ? .refresh : .commit, commit: name.map { commit($0, time) }, planPath: "PLAN.md",
      tasksCount: 4, tasksDone: done, percentage: Double(done) * 25)
  }

  private static func tick(_ name: String, _ time: Timestamp, _ text: String) -> TickEvent {
    TickEvent(
      isTick: true, at: time, commit: commit(name, time), text: text, section: nil, line: 3, isNewTask: false)
  }

  private static func refresh(_ bench: inout StoreBench, _ project: Project, _ history: HistoryUpdate?) throws {
    _ = try bench.refresh(.project(project.id))
    var update = ProjectUpdate(
      projectID: project.id, head: "aaa", branch: "main", plan: .init(brief: "{}", summary: "{}", items: []))
    update.history = history
    try bench.complete(try bench.claimOne(), update)
  }

  private static func snapshots(
    _ bench: inout StoreBench, _ project: Project, after position: HistoryPosition? = nil, limit: Int = 100
  ) throws -> [HistoryRow<ProgressSnapshot>] {
    let start = HistoryPosition(at: Timestamp(milliseconds: 0), number: -1)
    return try bench.reader.snapshots(of: project.id, after: position ?? start, limit: limit)
  }

  private static let end = HistoryPosition(at: Timestamp(milliseconds: .max), number: .max)

  static let keepingHistory: [Case] = [
    Case("a history is kept in the order of its times, and read page by page") { bench in
      let project = try bench.project()
      let now = bench.now
      let old = (1...3).map { now.advanced(bySeconds: Double($0 - 10)) }
      try refresh(
        &bench, project,
        HistoryUpdate(
          replacesCommits: true,
          snapshots: [snapshot("a", old[0], 0), snapshot("b", old[1], 1), snapshot("c", old[1], 2)],
          events: [tick("b", old[1], "one"), tick("c", old[2], "two")], found: snapshot(nil, old[0], 2), mark: "{}",
          report: #"{"complete":true}"#))
      let all = try snapshots(&bench, project)
      try bench.equal(all.map(\.content.tasksDone), [0, 1, 2], "what the refresh found is what the last commit says")
      try bench.equal(all[1].content, snapshot("b", old[1], 1), "a snapshot")
      try bench.equal(try snapshots(&bench, project, after: all[1].position, limit: 1), [all[2]], "a page")
      try bench.equal(try bench.reader.snapshot(of: project.id, at: old[1])?.tasksDone, 2, "at a time")
      try bench.equal(try bench.reader.snapshot(of: project.id, at: .init(milliseconds: 0)), nil, "before all")
      let ticks = try bench.reader.ticks(of: project.id, before: end, since: old[0], limit: 10)
      try bench.equal(ticks.map(\.content.text), ["two", "one"], "ticks, newest first")
      try bench.equal(ticks[1].content, tick("b", old[1], "one"), "a tick")
      try bench.equal(
        try bench.reader.ticks(of: project.id, before: ticks[0].position, since: old[0], limit: 10), [ticks[1]],
        "ticks before a position")
      try bench.equal(
        try bench.reader.ticks(of: project.id, before: end, since: old[2], limit: 10), [ticks[0]], "ticks since a time")
      try bench.equal(try bench.reader.historyReport(of: project.id), #"{"complete":true}"#, "report")
    },
    Case("what a refresh finds is kept when it differs from the newest snapshot, with the time of the refresh") {
      bench in
      let project = try bench.project()
      let found = { (done: Int) in
        HistoryUpdate(
          replacesCommits: false, found: snapshot(nil, Timestamp(milliseconds: 0), done), mark: "{}", report: "{}")
      }
      var times: [Timestamp] = []
      for done in [1, 1, 2, 2, 1] {
        bench.clock.advance(bySeconds: 10)
        times.append(bench.now)
        try refresh(&bench, project, found(done))
      }
      let all = try snapshots(&bench, project)
      try bench.equal(all.map(\.content.tasksDone), [1, 2, 1], "changes")
      try bench.equal(all.map(\.content.at), [times[0], times[2], times[4]], "times")
    },
    Case("commits of a rewritten branch are replaced, what refreshes found stays") { bench in
      let project = try bench.project()
      let now = bench.now
      let before = now.advanced(bySeconds: -10)
      try refresh(
        &bench, project,
        HistoryUpdate(
          replacesCommits: true, snapshots: [snapshot("a", before, 0)], events: [tick("a", before, "one")],
          found: snapshot(nil, now, 1), mark: "{}", report: "{}"))
      try refresh(
        &bench, project,
        HistoryUpdate(
          replacesCommits: true, snapshots: [snapshot("b", before, 3)], events: [], mark: #"{"n":2}"#, report: "{}"))
      let all = try snapshots(&bench, project)
      try bench.equal(all.map(\.content.tasksDone), [3, 1], "snapshots")
      try bench.equal(all.map(\.content.origin), [.commit, .refresh], "origins")
      try bench.equal(try bench.reader.ticks(of: project.id, before: end, since: before, limit: 10), [], "ticks")
    },
    Case("a claim brings the mark that the last refresh left, and a refresh without a history leaves it") { bench in
      let project = try bench.project()
      _ = try bench.refresh(.project(project.id))
      let first = try bench.claimOne()
      try bench.equal(first.history, nil, "at first")
      var update = ProjectUpdate(projectID: project.id, head: nil, branch: nil)
      update.history = HistoryUpdate(replacesCommits: true, mark: #"{"n":1}"#, report: "{}")
      try bench.complete(first, update)
      try refresh(&bench, project, nil)
      _ = try bench.refresh(.project(project.id))
      try bench.equal(try bench.claimOne().history, #"{"n":1}"#, "mark")
    },
  ]
}
