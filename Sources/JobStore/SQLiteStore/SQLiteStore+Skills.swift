import JobModel
import SQLite

/// Skills over time and across projects.
extension SQLiteStore {
  /// Notes what a refresh saw, in the order of the project's skills; what it did not see becomes a former skill.
  ///
  /// - Parameter userID: who asked for the refresh.
  func write(
    _ sightings: [SkillSighting], of update: ProjectUpdate, userID: String, now: Timestamp
  ) throws(StoreError) {
    let skills = statements.skills
    skills.hide.bind(1, update.projectID)
    try run(skills.hide)
    for (ordinal, sighting) in sightings.enumerated() {
      skills.store.bind(1, update.projectID)
      skills.store.bind(2, sighting.category)
      skills.store.bind(3, sighting.name)
      skills.store.bind(4, ordinal)
      if let share = sighting.share { skills.store.bind(5, share) } else { skills.store.bindNull(5) }
      skills.store.bind(6, sighting.bytes)
      skills.store.bind(7, sighting.confidence)
      skills.store.bind(8, sighting.relation)
      skills.store.bind(9, now)
      skills.store.bind(10, update.head)
      try run(skills.store)
      skills.storePerson.bind(1, userID)
      skills.storePerson.bind(2, sighting.category)
      skills.storePerson.bind(3, sighting.name)
      skills.storePerson.bind(4, update.projectID)
      try run(skills.storePerson)
    }
  }
}

extension SQLiteReader {
  public mutating func skills(of project: ProjectID, from ordinal: Int, limit: Int) throws(StoreError) -> [SkillRecord]
  {
    let statement = statements.skills.present
    statement.bind(1, project)
    statement.bind(2, ordinal)
    statement.bind(3, limit)
    return try all(statement) { row throws(StoreError) in try SkillRecord(row: row) }
  }

  public mutating func formerSkills(of project: ProjectID, limit: Int) throws(StoreError) -> [SkillRecord] {
    let statement = statements.skills.former
    statement.bind(1, project)
    statement.bind(2, limit)
    return try all(statement) { row throws(StoreError) in try SkillRecord(row: row) }
  }

  public mutating func skills(
    ofUser userID: String, after position: PersonSkill.Position?, limit: Int
  ) throws(StoreError) -> [PersonSkill] {
    let statement = statements.skills.ofPerson
    statement.bind(1, userID)
    statement.bind(2, position?.category ?? "")
    statement.bind(3, position?.name ?? "")
    var skills: [PersonSkill] = []
    defer { statement.reset() }
    while try stored({ () throws(SQLiteError) in try statement.step() }) {
      let record = try SkillRecord(row: statement)
      let sighting = record.sighting
      if let last = skills.last, last.name == sighting.name, last.category == sighting.category {
        skills[skills.count - 1].records.append(record)
      } else if skills.count == limit {
        break
      } else {
        skills.append(PersonSkill(name: sighting.name, category: sighting.category, records: [record]))
      }
    }
    return skills
  }
}
