import JobModel
import SQLite

/// The query behind `listJobs`: newest first, continued behind a row that was seen (keyset paging), so that page 1,000
/// costs what page 1 does and jobs that come in between move nothing.
struct JobList: Hashable {
  /// The index that is walked; the other filters are compared row by row.
  enum Driver: Hashable {
    case project, status, type, user, age
  }

  let driver: Driver
  private let hasProject: Bool
  private let hasStatus: Bool
  private let hasType: Bool
  private let hasUser: Bool
  private let hasCursor: Bool

  init(_ filter: JobFilter, hasCursor: Bool) {
    hasProject = filter.projectID != nil
    hasStatus = filter.status != nil
    hasType = filter.type != nil
    hasUser = filter.userID != nil
    self.hasCursor = hasCursor
    // The filter that leaves the fewest rows as a rule: nearly all jobs are completed, and most belong to one user.
    driver =
      if hasProject { .project } else if let status = filter.status, status != .completed { .status } else if hasType {
        .type
      } else if hasStatus { .status } else if hasUser { .user } else { .age }
  }

  var sql: String {
    var conditions: [String] = []
    if hasProject { conditions.append("project_id = ?1") }
    if hasType { conditions.append("type = ?2") }
    if hasStatus { conditions.append("status = ?3") }
    if hasUser { conditions.append("user_id = ?4") }
    if hasCursor { conditions.append("seq < ?5") }
    let clause = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return "SELECT \(Job.columns) FROM jobs\(index)\(clause) ORDER BY seq DESC LIMIT ?6"
  }

  /// Named, since without statistics the planner cannot know which is the best, and so that it fails should it be gone.
  private var index: String {
    switch driver {
    case .project: " INDEXED BY jobs_by_project"
    case .status: " INDEXED BY jobs_by_status"
    case .type: " INDEXED BY jobs_by_type"
    case .user: " INDEXED BY jobs_by_user"
    case .age: " NOT INDEXED"
    }
  }

  func bind(_ filter: JobFilter, before seq: Int64?, limit: Int, to statement: Statement) {
    if let project = filter.projectID { statement.bind(1, project) }
    if let type = filter.type { statement.bind(2, type) }
    if let status = filter.status { statement.bind(3, status.rawValue) }
    if let user = filter.userID { statement.bind(4, user) }
    if let seq { statement.bind(5, seq) }
    statement.bind(6, limit)
  }
}
