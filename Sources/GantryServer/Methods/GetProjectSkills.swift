import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  /// Skills listed that a project no longer shows.
  private nonisolated static let listedFormer = 100

  func getProjectSkills(_ params: GetProjectSkills.Params) throws(RPCError) -> GetProjectSkills.Result {
    let project = try project(id: params.projectID, path: params.path)
    let offset = try documentOffset(params.cursor)
    let rows = pageLimit(params.limit)
    let (page, records, former) = try read { reader throws(StoreError) in
      (
        try reader.document(.skills, of: project.id, offset: offset, limit: rows),
        try reader.skills(of: project.id, from: offset, limit: rows),
        try reader.formerSkills(of: project.id, limit: Self.listedFormer)
      )
    }
    let items = page?.items ?? []
    // Projects refreshed by an earlier version have items and no records of them.
    let skills = zip(
      items, records.map(Optional.some) + Array(repeating: nil, count: max(items.count - records.count, 0))
    )
    .map { RawJSON(unchecked: Self.item($0, $1).utf8) }
    return GetProjectSkills.Result(
      projectID: project.id.description, skillsSummary: page.map { RawJSON(unchecked: $0.summary.utf8) },
      skills: Array(skills), nextCursor: page?.nextOffset.map { String($0) },
      formerSkills: former.map { FormerSkillObject($0) })
  }

  /// The stored object with the members about time behind its own.
  private static func item(_ stored: String, _ record: SkillRecord?) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("first_seen_at", record?.first.time.rfc3339)
    writer.member("first_seen_commit", record?.first.head)
    writer.member("last_seen_at", record?.last.time.rfc3339)
    writer.member("last_seen_commit", record?.last.head)
    writer.endObject()
    let times = String(decoding: writer.bytes, as: UTF8.self)
    return stored.hasSuffix("}") && stored.count > 2 ? stored.dropLast() + "," + times.dropFirst() : stored
  }
}

extension FormerSkillObject {
  /// A skill that the project no longer shows.
  init(_ record: SkillRecord) {
    self.init(
      name: record.sighting.name, category: record.sighting.category, firstSeenAt: record.first.time.rfc3339,
      firstSeenCommit: record.first.head, lastSeenAt: record.last.time.rfc3339, lastSeenCommit: record.last.head)
  }
}
