import ArgumentParser
import GantryProtocol
import JSON

struct Refresh: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read a project again: its plan, its progress, its skills.",
    discussion: """
      The project is a directory inside a git repository, an address such as https://… or git@host:path, or the id of \
      a project the daemon knows. Without --wait the command ends when the request is safe on the daemon's disk; with \
      it the result is the finished job.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory, address or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?
  @Flag(help: "Read everything again, even what has not changed.") var force = false
  @Flag(help: "Wait until it is done, and show what was found.") var wait = false

  var ownsTimeout: Bool { wait }
  static var names: [String: String] { ["project_id": "PROJECT", "path": "PROJECT", "source": "PROJECT"] }

  func run(in session: Session) throws {
    let answer = try session.call(RefreshProject.self, params)
    guard wait else { return try session.show(answer) { RefreshView.accepted($0, session.terminal, global) } }
    let accepted = try answer.value()
    let outcome = try JobWait(session: session, jobID: accepted.text("job_id") ?? "", limit: global.timeout).run()
    let skills = global.next(["skills"] + (project.map { [$0] } ?? []))
    try outcome.conclude(in: session) { RefreshView.finished($0, $1, skills: skills) }
  }

  private var params: RefreshProject.Params {
    var params =
      switch ProjectSelector(project) {
      case .id(let id): RefreshProject.Params(projectID: id)
      case .path(let path): RefreshProject.Params(path: path)
      case .source(let source): RefreshProject.Params(source: source)
      }
    if force { params.force = true }
    return params
  }
}
