import ArgumentParser
import GantryProtocol
import JSON

struct Watch: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Refresh a project whenever its plan or manifests change.",
    discussion: "The project must be on this machine. The daemon goes on with it after a restart; unwatch ends it.")

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?

  func run(in session: Session) throws { try setWatch(true, of: project, in: session) }
}

struct Unwatch: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Watch a project no more.")

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Directory or project id. Default: the current directory.", transform: Identifier.project)
  var project: String?

  func run(in session: Session) throws { try setWatch(false, of: project, in: session) }
}

private func setWatch(_ watch: Bool, of project: String?, in session: Session) throws {
  var params: UpdateProject.Params =
    switch try ProjectSelector(project).known(in: session) {
    case .id(let id): .init(projectID: id)
    case .path(let path): .init(path: path)
    }
  params.watch = watch
  try session.show(session.call(UpdateProject.self, params)) { ProjectView.details($0, session.terminal) }
}
