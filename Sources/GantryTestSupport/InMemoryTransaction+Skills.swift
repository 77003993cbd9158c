import JobModel
import JobStore

/// Skills over time and across projects.
extension InMemoryTransaction {
  mutating func write(_ sightings: [SkillSighting], of update: ProjectUpdate, userID: String) {
    var known = state.skills[update.projectID] ?? []
    for index in known.indices { known[index].ordinal = nil }
    for (ordinal, sighting) in sightings.enumerated() {
      let point = SkillRecord.Point(time: now, head: update.head)
      let index =
        known.firstIndex {
          $0.record.sighting.name == sighting.name && $0.record.sighting.category == sighting.category
        } ?? known.count
      if index == known.count {
        known.append(
          InMemoryState.Skill(
            record: SkillRecord(
              projectID: update.projectID, sighting: sighting, first: point, last: point, isPresent: true)))
      }
      known[index].record.sighting = sighting
      known[index].record.last = point
      known[index].ordinal = ordinal
      known[index].users.insert(userID)
    }
    state.skills[update.projectID] = known
  }
}

extension InMemoryState {
  struct Skill: Sendable {
    var record: SkillRecord
    var ordinal: Int?
    var users: Set<String> = []
  }

  /// The record as readers see it: what is there was seen by the last refresh.
  func shown(_ skill: Skill) -> SkillRecord {
    var record = skill.record
    record.isPresent = skill.ordinal != nil
    if record.isPresent, let project = projects.first(where: { $0.id == record.projectID }) {
      record.last = SkillRecord.Point(time: project.lastRefreshedAt ?? record.last.time, head: project.head)
    }
    return record
  }
}

extension InMemoryReader {
  public mutating func skills(of project: ProjectID, from ordinal: Int, limit: Int) throws(StoreError) -> [SkillRecord]
  {
    let state = state
    return (state.skills[project] ?? []).filter { $0.ordinal.map { $0 >= ordinal } ?? false }
      .sorted { ($0.ordinal ?? 0) < ($1.ordinal ?? 0) }.prefix(limit).map(state.shown)
  }

  public mutating func formerSkills(of project: ProjectID, limit: Int) throws(StoreError) -> [SkillRecord] {
    let state = state
    return (state.skills[project] ?? []).filter { $0.ordinal == nil }
      .sorted { $0.record.last.time > $1.record.last.time }.prefix(limit).map(state.shown)
  }

  public mutating func skills(
    ofUser userID: String, after position: PersonSkill.Position?, limit: Int
  ) throws(StoreError) -> [PersonSkill] {
    let state = state
    let records = state.projects.flatMap { state.skills[$0.id] ?? [] }.filter { $0.users.contains(userID) }
      .map(state.shown)
    return Dictionary(grouping: records) {
      PersonSkill.Position(category: $0.sighting.category, name: $0.sighting.name)
    }
    .filter { place, _ in position.map { ($0.category, $0.name) < (place.category, place.name) } ?? true }
    .sorted { ($0.key.category, $0.key.name) < ($1.key.category, $1.key.name) }
    .prefix(limit).map { PersonSkill(name: $0.key.name, category: $0.key.category, records: $0.value) }
  }
}
