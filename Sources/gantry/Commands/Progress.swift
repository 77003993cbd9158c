import ArgumentParser
import GantryClient
import GantryProtocol
import JSON

struct ShowProgress: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show how the plan of a project went forward, and when it would be done.",
    discussion: """
      The history comes from the commits that changed the plan, and from refreshes that found more. --ticks shows who \
      ticked which task. With --json the result is one page; follow next_cursor with --cursor.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory, address or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?
  @Flag(help: "Who ticked which task, the newest first.") var ticks = false
  @Option(help: "Nothing before this instant, such as 2026-03-14T00:00:00Z.") var since: String?
  @Option(help: "At most so many ticks, or with --json rows, 1 to 500.") var limit: Int64?
  @Option(help: "With --json: go on where an earlier page ended.") var cursor: String?

  func run(in session: Session) throws {
    let project = try ProjectSelector(project).known(in: session)
    let refresh = global.next(["refresh"] + (self.project.map { [$0] } ?? []))
    if ticks { return try runTicks(of: project, refresh: refresh, in: session) }
    let first = try page(of: project, from: cursor, limit: global.json ? limit : 500, in: session)
    if global.json { return try session.show(first) { _ in [] } }
    let pages = try session.followingPages(of: first) { try page(of: project, from: $0, limit: 500, in: session) }
    session.show(
      ProgressView.lines(
        pages.flatMap { $0.list("snapshots") }, try first.value(), session.terminal,
        usesBlocks: ColumnChart.localeIsUTF8(), refresh: refresh))
  }

  private func page(
    of project: ProjectSelector.Known, from cursor: String?, limit: Int64?, in session: Session
  ) throws -> Answer {
    var params = GetProjectProgressHistory.Params(since: since, limit: limit, cursor: cursor)
    switch project {
    case .id(let id): params.projectID = id
    case .path(let path): params.path = path
    }
    return try session.call(GetProjectProgressHistory.self, params)
  }

  private func runTicks(of project: ProjectSelector.Known, refresh: String, in session: Session) throws {
    var params = GetTaskHistory.Params(since: since, limit: limit, cursor: cursor)
    switch project {
    case .id(let id): params.projectID = id
    case .path(let path): params.path = path
    }
    let answer = try session.call(GetTaskHistory.self, params)
    try session.show(answer) { result in
      ProgressView.ticks(result.list("ticks"), session.terminal, refresh: refresh)
    }
  }
}
