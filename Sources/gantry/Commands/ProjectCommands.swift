import ArgumentParser
import GantryProtocol
import JSON

struct ShowProject: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Show a project: where it is, how far it is, what it is made of.")

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory, address or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?

  static var names: [String: String] { ["project_id": "PROJECT", "path": "PROJECT"] }

  func run(in session: Session) throws {
    let params: GetProject.Params =
      switch try ProjectSelector(project).known(in: session) {
      case .id(let id): .init(projectID: id)
      case .path(let path): .init(path: path)
      }
    try session.show(session.call(GetProject.self, params)) { ProjectView.details($0, session.terminal) }
  }
}

struct Projects: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "List the projects the daemon knows.")

  @OptionGroup var global: GlobalOptions
  @Option(help: "At most so many projects, 1 to 500.") var limit: Int64 = 50
  @Option(help: "Go on where an earlier list ended: its next_cursor.") var cursor: String?

  func run(in session: Session) throws {
    try session.show(session.call(ListProjects.self, .init(limit: limit, cursor: cursor))) { result in
      ProjectView.list(result, session.terminal)
        + global.more(["projects"] + (limit == 50 ? [] : ["--limit", "\(limit)"]), cursor: result.text("next_cursor"))
    }
  }
}

struct Plan: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the plan of a project, as the last refresh saw it.",
    discussion: "With --json the result is one page; follow next_cursor with --cursor.")

  @Flag(help: "Say which boxes count, which do not, and why.") var explain = false

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory, address or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?
  @Option(help: "With --json: at most so many tasks, 1 to 500.") var limit: Int64?
  @Option(help: "With --json: go on where an earlier page ended.") var cursor: String?

  static var names: [String: String] { ["project_id": "PROJECT", "path": "PROJECT"] }

  func validate() throws { try global.checkPaging(limit, cursor) }

  func run(in session: Session) throws {
    let project = try ProjectSelector(project).known(in: session)
    if explain { return try showExplanation(of: project, in: session) }
    let first = try page(of: project, from: cursor, in: session)
    if global.json { return try session.show(first) { _ in [] } }
    let pages = try session.followingPages(of: first) { try page(of: project, from: $0, in: session) }
    session.show(
      PlanView.lines(
        pages[0]["plan"] ?? .null, tasks: pages.flatMap { $0.list("tasks") }, session.terminal,
        refresh: global.next(["refresh"] + (self.project.map { [$0] } ?? []))))
  }

  private func showExplanation(of project: ProjectSelector.Known, in session: Session) throws {
    let first = try explanation(of: project, from: cursor, in: session)
    if global.json { return try session.show(first) { _ in [] } }
    let pages = try session.followingPages(of: first) { try explanation(of: project, from: $0, in: session) }
    session.show(ExplanationView.lines(pages[0], boxes: pages.flatMap { $0.list("boxes") }, session.terminal))
  }

  private func explanation(
    of project: ProjectSelector.Known, from cursor: String?, in session: Session
  ) throws -> Answer {
    let params: ExplainProgress.Params =
      switch project {
      case .id(let id): .init(projectID: id, limit: limit, cursor: cursor)
      case .path(let path): .init(path: path, limit: limit, cursor: cursor)
      }
    return try session.call(ExplainProgress.self, params)
  }

  private func page(of project: ProjectSelector.Known, from cursor: String?, in session: Session) throws -> Answer {
    let params: GetProjectPlan.Params =
      switch project {
      case .id(let id): .init(projectID: id, limit: limit, cursor: cursor)
      case .path(let path): .init(path: path, limit: limit, cursor: cursor)
      }
    return try session.call(GetProjectPlan.self, params)
  }
}

extension Session {
  /// The values of all pages, beginning with `first`.
  func followingPages(of first: Answer, _ page: (String) throws -> Answer) throws -> [JSON] {
    var pages = [try first.value()]
    while let cursor = pages.last?.text("next_cursor") { pages.append(try page(cursor).value()) }
    return pages
  }
}
