import JobModel
import JobStore

extension StoreConformance {
  static let refreshing: [Case] = [
    Case("a refresh of a known project, of a new source, and of nothing") { bench in
      let project = try bench.project()
      let byID = try bench.refresh(.project(project.id))
      try bench.equal(byID.outcome, .created, "outcome by id")
      try bench.equal(try bench.job(byID.id).projectID, project.id, "project of the job")
      let bySource = try bench.refresh(.source(StoreBench.newProject("/srv/new")))
      try bench.equal(bySource.outcome, .created, "outcome by source")
      try bench.equal(try bench.reader.project(source: "/srv/new"), bySource.project, "project made")
      let nowhere = ProjectID(high: 8, low: 8)
      try bench.expectRefused(
        .refreshProject(RefreshRequest(target: .project(nowhere), job: NewJob(type: "refresh", userID: "0"))),
        .projectNotFound(nowhere))
    },
    Case("a thousand requests make one waiting refresh") { bench in
      let project = try bench.project()
      let request = RefreshRequest(target: .project(project.id), job: NewJob(type: "refresh", userID: "0"))
      var ids: Set<JobID> = []
      for case .success(.refresh(let id, _, .pending, _)) in try bench.apply(
        [StoreCommand](repeating: .refreshProject(request), count: 1000))
      {
        ids.insert(id)
      }
      try bench.equal(ids.count, 1, "jobs")
      try bench.equal(try bench.reader.queueCounts().pending, 1, "pending")
    },
    Case("behind a running refresh one waits, and all later requests join that one") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let first = try bench.refresh(target)
      let running = try bench.claimOne()
      let behind = try bench.refresh(target)
      try bench.equal(behind.outcome, .queuedBehind, "outcome of the second")
      try bench.equal(behind.id == first.id, false, "same job")
      let third = try bench.refresh(target)
      try bench.equal(third.outcome, .joined, "outcome of the third")
      try bench.equal(third.id, behind.id, "job of the third")
      try bench.equal(try bench.claim().count, 0, "claimed while the first runs")
      try bench.complete(running)
      try bench.equal(try bench.claim().map(\.job.id), [behind.id], "claimed next")
    },
    Case("refreshes of two projects run side by side") { bench in
      let a = try bench.refresh(.source(StoreBench.newProject("/srv/a"))).id
      let b = try bench.refresh(.source(StoreBench.newProject("/srv/b"))).id
      try bench.equal(try bench.claim().map(\.job.id), [a, b], "claimed")
    },
    Case("an interrupted refresh and the one behind it both survive recovery, and take turns") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let first = try bench.refresh(target).id
      _ = try bench.claimOne()
      let behind = try bench.refresh(target).id
      try bench.apply(.recover(.standard))
      let again = try bench.claim()
      try bench.equal(again.map(\.job.id), [first], "claimed")
      try bench.complete(again[0])
      try bench.equal(try bench.claim().map(\.job.id), [behind], "claimed next")
    },
    Case("a refresh that is retried goes behind a newer one that waits") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let failed = try bench.refresh(target).id
      try bench.fail(try bench.claimOne())
      let newer = try bench.refresh(target).id
      try bench.apply(.retryJob(failed, force: false))
      let claimed = try bench.claim()
      try bench.equal(claimed.map(\.job.id), [newer], "claimed")
      try bench.complete(claimed[0])
      try bench.equal(try bench.claim().map(\.job.id), [failed], "claimed next")
    },
    Case("of two waiting refreshes, the one that runs first is joined") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let failed = try bench.refresh(target).id
      try bench.fail(try bench.claimOne())
      let newer = try bench.refresh(target, priority: .high).id
      try bench.apply(.retryJob(failed, force: false))
      try bench.equal(try bench.refresh(target).id, newer, "job joined")
      try bench.equal(try bench.claimOne().job.id, newer, "claimed")
      try bench.equal(try bench.refresh(target).id, failed, "job joined behind it")
    },
    Case("a waiting refresh becomes as urgent as the most urgent who joins it") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let refresh = try bench.refresh(target, priority: .low).id
      _ = try bench.noop()
      try bench.equal(try bench.refresh(target, priority: .high).id, refresh, "job joined")
      try bench.equal(try bench.job(refresh).priority, .high, "priority")
      try bench.equal(try bench.claimOne().job.id, refresh, "claimed")
    },
    Case("a waiting refresh reads everything again when one who joins it asks for that") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let refresh = try bench.refresh(target).id
      try bench.apply(
        .refreshProject(
          RefreshRequest(
            target: target, job: NewJob(type: "refresh", userID: "0", payload: NewJob.forcedRefreshPayload))))
      _ = try bench.refresh(target)
      let claimed = try bench.claimOne().job
      try bench.equal(claimed.id, refresh, "job")
      try bench.equal(claimed.payload, NewJob.forcedRefreshPayload, "payload")
    },
    Case("a project's settings are changed one by one") { bench in
      let project = try bench.project()
      bench.clock.advance(bySeconds: 1)
      try bench.apply(.updateProject(ProjectChange(projectID: project.id, isWatched: true)))
      var expected = project
      expected.isWatched = true
      expected.updatedAt = bench.now
      try bench.equal(try bench.reader.project(project.id), expected, "watched")
      try bench.apply(.updateProject(ProjectChange(projectID: project.id, name: "another")))
      expected.name = "another"
      try bench.equal(try bench.reader.project(project.id), expected, "with another name")
      let nowhere = ProjectID(high: 8, low: 8)
      try bench.expectRefused(.updateProject(ProjectChange(projectID: nowhere)), .projectNotFound(nowhere))
    },
    Case("what a document was read from is kept until the document is replaced") { bench in
      let project = try bench.project()
      func complete(_ update: ProjectUpdate) throws {
        _ = try bench.refresh(.project(project.id))
        try bench.complete(try bench.claimOne(), update)
      }
      let plan = ProjectUpdate.Document(brief: "{}", summary: "{}", items: [], reading: #"{"of":"plan"}"#)
      let skills = ProjectUpdate.Document(brief: "{}", summary: "{}", items: [], reading: #"{"of":"skills"}"#)
      try complete(ProjectUpdate(projectID: project.id, head: "a", branch: nil, plan: plan, skills: skills))
      try bench.equal(try bench.reader.project(project.id)?.planReading, plan.reading, "of the plan")
      try bench.equal(try bench.reader.project(project.id)?.skillsReading, skills.reading, "of the skills")
      var unchanged = ProjectUpdate(projectID: project.id, head: "a", branch: nil)
      unchanged.isUnchanged = true
      try complete(unchanged)
      try bench.equal(try bench.reader.project(project.id)?.planReading, plan.reading, "after nothing has changed")
      let another = ProjectUpdate.Document(brief: "{}", summary: "{}", items: [])
      try complete(ProjectUpdate(projectID: project.id, head: "b", branch: nil, plan: another))
      try bench.equal(try bench.reader.project(project.id)?.planReading, nil, "of a plan without")
      try bench.equal(try bench.reader.project(project.id)?.skillsReading, skills.reading, "of the skills beside it")
    },
    Case("a refresh for later starts now when someone asks for it now") { bench in
      let target = RefreshRequest.Target.project(try bench.project().id)
      let refresh = try bench.refresh(target, runAt: bench.now.advanced(bySeconds: 60)).id
      try bench.equal(try bench.claim().count, 0, "claimed too early")
      let joined = try bench.refresh(target)
      try bench.equal(joined.id, refresh, "job joined")
      try bench.equal(joined.outcome, .joined, "outcome")
      try bench.equal(try bench.claim().map(\.job.id), [refresh], "claimed")
    },
    Case("createJob of a refresh joins the waiting one as well") { bench in
      let project = try bench.project()
      let refresh = try bench.refresh(.project(project.id)).id
      let created = try bench.create(
        NewJob(
          type: "refresh", projectID: project.id, userID: "0", exclusiveKey: NewJob.exclusiveKey(of: project.id)))
      try bench.equal(created.id, refresh, "job")
      try bench.equal(created.outcome, .joined, "outcome")
    },
    Case("a refresh refused for its idempotency key leaves no project behind") { bench in
      let other = try bench.create(NewJob(type: "noop", userID: "0", idempotencyKey: "k")).id
      try bench.expectRefused(
        .refreshProject(
          RefreshRequest(
            target: .source(StoreBench.newProject("/srv/new")),
            job: NewJob(type: "refresh", userID: "0", idempotencyKey: "k"))), .idempotencyConflict(other))
      try bench.equal(try bench.reader.project(source: "/srv/new"), nil, "project")
    },
    Case("a completed refresh updates its project and replaces its documents") { bench in
      let project = try bench.project()
      _ = try bench.refresh(.project(project.id))
      let first = try bench.claimOne()
      bench.clock.advance(bySeconds: 4)
      let items = (0..<5).map { #"{"n":\#($0)}"# }
      try bench.complete(
        first,
        ProjectUpdate(
          projectID: project.id, head: "abc", branch: "main",
          plan: .init(brief: #"{"tasks_count":5}"#, summary: #"{"path":"PLAN.md"}"#, items: items),
          skills: .init(brief: #"{"skills_count":0}"#, summary: "{}", items: [])))
      var expected = project
      expected.head = "abc"
      expected.branch = "main"
      expected.lastRefreshedAt = bench.now
      expected.updatedAt = bench.now
      expected.progress = #"{"tasks_count":5}"#
      expected.skills = #"{"skills_count":0}"#
      try bench.equal(try bench.reader.project(project.id), expected, "project")
      let page = try bench.reader.document(.plan, of: project.id, offset: 0, limit: 2)
      try bench.equal(
        page, DocumentPage(summary: #"{"path":"PLAN.md"}"#, items: Array(items[0..<2]), nextOffset: 2), "first page")
      let last = try bench.reader.document(.plan, of: project.id, offset: 4, limit: 2)
      try bench.equal(last?.items, [items[4]], "items of the last page")
      try bench.equal(last?.nextOffset, nil, "end")
      let empty = try bench.reader.document(.skills, of: project.id, offset: 0, limit: 2)
      try bench.equal(empty, DocumentPage(summary: "{}", items: [], nextOffset: nil), "document without items")

      _ = try bench.refresh(.project(project.id))
      let plan = ProjectUpdate.Document(brief: "{}", summary: "{}", items: [#"{"n":9}"#, items[1]])
      try bench.complete(
        try bench.claimOne(), ProjectUpdate(projectID: project.id, head: nil, branch: nil, plan: plan))
      let replaced = try bench.reader.document(.plan, of: project.id, offset: 0, limit: 10)
      try bench.equal(replaced, DocumentPage(summary: "{}", items: plan.items, nextOffset: nil), "after the second")
      let kept = try bench.reader.document(.skills, of: project.id, offset: 0, limit: 2)
      try bench.equal(kept, empty, "a document that was not replaced")
      try bench.equal(try bench.reader.project(project.id)?.skills, #"{"skills_count":0}"#, "its brief")
      try bench.equal(try bench.reader.project(project.id)?.head, nil, "head")
    },
  ]
}
