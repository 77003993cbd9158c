import JobModel
import JobStore

extension StoreConformance {
  private static func update(_ project: Project, _ head: String, _ names: [String]) -> ProjectUpdate {
    var update = ProjectUpdate(
      projectID: project.id, head: head, branch: "main", skills: .init(brief: "{}", summary: "{}", items: []))
    update.sightings = names.map {
      SkillSighting(name: $0, category: "database", confidence: 0.9, relation: "direct")
    }
    return update
  }

  private static func refresh(
    _ bench: inout StoreBench, _ project: Project, _ head: String, _ names: [String]
  ) throws {
    _ = try bench.refresh(.project(project.id))
    try bench.complete(try bench.claimOne(), update(project, head, names))
  }

  static let seeingSkills: [Case] = [
    Case("a skill keeps the refresh that first saw it, and is last seen by the newest") { bench in
      let project = try bench.project()
      try refresh(&bench, project, "aaa", ["SQLite", "Redis"])
      let start = bench.now
      bench.clock.advance(bySeconds: 10)
      try refresh(&bench, project, "bbb", ["Redis", "MySQL"])
      let skills = try bench.reader.skills(of: project.id, from: 0, limit: 10)
      try bench.equal(skills.map(\.sighting.name), ["Redis", "MySQL"], "in the order of the last refresh")
      try bench.equal(skills[0].first, .init(time: start, head: "aaa"), "first")
      try bench.equal(skills[0].last, .init(time: bench.now, head: "bbb"), "last")
      try bench.equal(skills.allSatisfy(\.isPresent), true, "present")
      let former = try bench.reader.formerSkills(of: project.id, limit: 10)
      try bench.equal(former.map(\.sighting.name), ["SQLite"], "former")
      try bench.equal(former[0].last, .init(time: start, head: "aaa"), "when the former was last seen")
      try bench.equal(former[0].isPresent, false, "former and not present")
      try bench.equal(
        try bench.reader.skills(of: project.id, from: 1, limit: 1).map(\.sighting.name), ["MySQL"], "a page")

      bench.clock.advance(bySeconds: 10)
      try refresh(&bench, project, "ccc", ["SQLite"])
      let back = try bench.reader.skills(of: project.id, from: 0, limit: 10)
      try bench.equal(back.map(\.first), [.init(time: start, head: "aaa")], "first, of one that came back")
    },
    Case("a refresh that did not look for skills leaves them as they are, seen by it") { bench in
      let project = try bench.project()
      try refresh(&bench, project, "aaa", ["SQLite"])
      bench.clock.advance(bySeconds: 10)
      _ = try bench.refresh(.project(project.id))
      try bench.complete(
        try bench.claimOne(),
        ProjectUpdate(
          projectID: project.id, head: "bbb", branch: nil, plan: .init(brief: "{}", summary: "{}", items: [])))
      let skills = try bench.reader.skills(of: project.id, from: 0, limit: 10)
      try bench.equal(skills.map(\.last), [.init(time: bench.now, head: "bbb")], "last")
    },
    Case("the skills of a person are those of the projects that they had refreshed") { bench in
      let one = try bench.project("/srv/one")
      let two = try bench.project("/srv/two")
      try refresh(&bench, one, "aaa", ["SQLite", "Redis"])
      try refresh(&bench, two, "bbb", ["Redis"])
      let all = try bench.reader.skills(ofUser: "0", after: nil, limit: 10)
      try bench.equal(all.map(\.name), ["Redis", "SQLite"], "by category and name")
      try bench.equal(all[0].records.map(\.projectID), [one.id, two.id], "projects")
      let page = try bench.reader.skills(
        ofUser: "0", after: .init(category: "database", name: "Redis"), limit: 1)
      try bench.equal(page.map(\.name), ["SQLite"], "behind a position")
      try bench.equal(try bench.reader.skills(ofUser: "1", after: nil, limit: 10), [], "of somebody else")
    },
  ]
}
