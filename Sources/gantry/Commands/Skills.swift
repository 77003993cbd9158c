import ArgumentParser
import GantryClient
import GantryProtocol
import JSON

struct Skills: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the languages and technologies of a project, as the last refresh saw them.",
    discussion: """
      --evidence shows every place that speaks for them, with the blob it was read from; --everywhere the skills of all \
      projects that you had refreshed. With --json the result is one page; follow next_cursor with --cursor.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory, address or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?
  @Argument(help: "Only these skills, by name.") var names: [String] = []
  @Flag(help: "Every place that speaks for a skill.") var evidence = false
  @Flag(help: "Those as well that only lock files name.") var all = false
  @Flag(help: "The skills of all projects that you had refreshed.") var everywhere = false
  @Option(help: "With --everywhere: the projects that this user had refreshed.") var user: String?
  @Option(help: "With --json: at most so many skills, 1 to 500.") var limit: Int64?
  @Option(help: "With --json: go on where an earlier page ended.") var cursor: String?

  static var names: [String: String] { ["project_id": "PROJECT", "path": "PROJECT"] }

  func validate() throws {
    try global.checkPaging(limit, cursor)
    if everywhere, project != nil || evidence {
      throw ValidationError("--everywhere is about all projects; leave out the project and --evidence.")
    }
    if user != nil, !everywhere { throw ValidationError("--user needs --everywhere.") }
  }

  func run(in session: Session) throws {
    if everywhere { return try runEverywhere(in: session) }
    let project = try ProjectSelector(project).known(in: session)
    let first = try page(of: project, from: cursor, in: session)
    if global.json { return try session.show(first) { _ in [] } }
    let pages = try session.followingPages(of: first) { try page(of: project, from: $0, in: session) }
    let skills = pages.flatMap { $0.list("skills") }.filter(isWanted)
    let arguments = self.project.map { [$0] } ?? []
    let refresh = global.next(["refresh"] + arguments)
    if evidence { return session.show(SkillsView.evidence(skills, session.terminal, refresh: refresh)) }
    session.show(
      SkillsView.lines(
        skills, session.terminal, showsIndirect: all || !names.isEmpty, refresh: refresh,
        all: global.next(["skills", "--all"] + arguments))
        + SkillsView.former((pages.first?.list("former_skills") ?? []).filter(isWanted), session.terminal))
  }

  private func isWanted(_ skill: JSON) -> Bool {
    names.isEmpty || names.contains { $0.lowercased() == skill.text("name")?.lowercased() }
  }

  private func runEverywhere(in session: Session) throws {
    let first = try everywherePage(from: cursor, in: session)
    if global.json { return try session.show(first) { _ in [] } }
    let pages = try session.followingPages(of: first) { try everywherePage(from: $0, in: session) }
    session.show(SkillsView.person(pages.flatMap { $0.list("skills") }.filter(isWanted), session.terminal))
  }

  private func everywherePage(from cursor: String?, in session: Session) throws -> Answer {
    try session.call(GetSkills.self, .init(userID: user, limit: limit, cursor: cursor))
  }

  private func page(of project: ProjectSelector.Known, from cursor: String?, in session: Session) throws -> Answer {
    let params: GetProjectSkills.Params =
      switch project {
      case .id(let id): .init(projectID: id, limit: limit, cursor: cursor)
      case .path(let path): .init(path: path, limit: limit, cursor: cursor)
      }
    return try session.call(GetProjectSkills.self, params)
  }
}
