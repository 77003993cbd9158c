import JobModel
import SQLite

/// The query behind `listJobs`: newest first, continued behind a row that was seen (keyset paging), so that page 1,000
/// costs what page 1 does and jobs that come in between move nothing.
enum JobList {
  static func sql(_ filter: JobFilter, hasCursor: Bool) -> String {
    var conditions: [String] = []
    if filter.projectID != nil { conditions.append("project_id = ?1") }
    if filter.type != nil { conditions.append("type = ?2") }
    if let status = filter.status {
      conditions.append("status = ?3")
      // Says what the planner cannot know of a parameter: the partial index on status holds these rows.
      if status != .completed { conditions.append("status <> 'completed'") }
    }
    if filter.userID != nil { conditions.append("user_id = ?4") }
    if hasCursor { conditions.append("seq < (SELECT seq FROM jobs WHERE id = ?5)") }
    let clause = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    return "SELECT \(Job.columns) FROM jobs \(clause) ORDER BY seq DESC LIMIT ?6"
  }

  static func bind(_ filter: JobFilter, cursor: JobID?, limit: Int, to statement: Statement) {
    if let project = filter.projectID { statement.bind(1, project) }
    if let type = filter.type { statement.bind(2, type) }
    if let status = filter.status { statement.bind(3, status.rawValue) }
    if let user = filter.userID { statement.bind(4, user) }
    if let cursor { statement.bind(5, cursor) }
    statement.bind(6, limit)
  }
}
