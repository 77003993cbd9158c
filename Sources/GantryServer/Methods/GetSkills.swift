import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  /// Projects listed for one skill; the count tells of the others.
  private nonisolated static let listedProjects = 50

  func getSkills(_ params: GetSkills.Params, userID caller: String) throws(RPCError) -> GetSkills.Result {
    let userID = params.userID ?? caller
    let limit = pageLimit(params.limit)
    let position = try params.cursor.map { text throws(RPCError) in try skillCursor(text) }
    return try read { reader throws(StoreError) in
      let skills = try reader.skills(ofUser: userID, after: position, limit: limit + 1)
      var names: [ProjectID: String] = [:]
      var objects: [PersonSkillObject] = []
      for skill in skills.prefix(limit) {
        let listed = skill.records.prefix(Self.listedProjects)
        for record in listed where names[record.projectID] == nil {
          names[record.projectID] = try reader.project(record.projectID)?.name
        }
        objects.append(
          PersonSkillObject(skill, listed: listed.map { ProjectSkillObject($0, name: names[$0.projectID]) }))
      }
      let next = skills.count > limit ? skills[limit - 1] : nil
      return GetSkills.Result(
        userID: userID, skills: objects, nextCursor: next.map { "\($0.category)/\($0.name)" })
    }
  }

  /// `category/name`; categories hold no slash, names may.
  private func skillCursor(_ text: String) throws(RPCError) -> PersonSkill.Position {
    guard let slash = text.firstIndex(of: "/") else {
      throw RPCError.invalidParams(field: "cursor", reason: "is not a cursor that this method gave out")
    }
    return PersonSkill.Position(category: String(text[..<slash]), name: String(text[text.index(after: slash)...]))
  }
}

extension PersonSkillObject {
  /// - Parameter listed: the projects to show.
  init(_ skill: PersonSkill, listed: [ProjectSkillObject]) {
    let present = skill.records.filter(\.isPresent)
    // A skill that all projects have given up is as sure as it last was.
    let counted = present.isEmpty ? skill.records : present
    let first = skill.records.min { $0.first.time < $1.first.time }
    let last = skill.records.max { $0.last.time < $1.last.time }
    self.init(
      name: skill.name, category: skill.category,
      bytes: counted.contains { $0.sighting.bytes != nil }
        ? counted.reduce(0) { $0 + ($1.sighting.bytes ?? 0) } : nil,
      confidence: counted.map(\.sighting.confidence).max() ?? 0, present: !present.isEmpty,
      projectsCount: Int64(skill.records.count), firstSeenAt: first?.first.time.rfc3339 ?? "",
      lastSeenAt: last?.last.time.rfc3339 ?? "", projects: listed)
  }
}

extension ProjectSkillObject {
  /// What one project shows of a skill.
  init(_ record: SkillRecord, name: String?) {
    self.init(
      projectID: record.projectID.description, project: name ?? record.projectID.description,
      share: record.sighting.share, bytes: record.sighting.bytes, confidence: record.sighting.confidence,
      relation: record.sighting.relation, present: record.isPresent, firstSeenAt: record.first.time.rfc3339,
      firstSeenCommit: record.first.head, lastSeenAt: record.last.time.rfc3339, lastSeenCommit: record.last.head)
  }
}
