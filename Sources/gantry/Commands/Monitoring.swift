import ArgumentParser
import GantryProtocol
import JSON

struct Explain: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "Say why a job is not running, or what it does.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The id of the job.", transform: Identifier.job) var job: String

  func run(in session: Session) throws {
    try session.show(session.call(ExplainJob.self, .init(jobID: job))) {
      MonitoringView.explanation($0, session.terminal)
    }
  }
}

struct ShowHealth: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Say whether the daemon does its work.",
    discussion: "Exits with 0 if it is healthy, 1 if it is degraded or unhealthy.")

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let answer = try session.call(Health.self, .init())
    try session.show(answer) { MonitoringView.health($0, session.terminal) }
    if try answer.value().text("status") != "healthy" { throw ExitCode(1) }
  }
}

struct ShowMetrics: DaemonCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "Show what the daemon has counted since it started.")

  @OptionGroup var global: GlobalOptions
  @Flag(help: "As text that Prometheus reads.") var prometheus = false

  func run(in session: Session) throws {
    let answer = try session.call(ReadMetrics.self, .init(format: prometheus ? .prometheus : nil))
    try session.show(answer) { result in
      guard prometheus else { return MonitoringView.metrics(result, session.terminal) }
      // The text ends with a newline of its own; another one comes with printing.
      return [result.text("text").map { String($0.dropLast()) } ?? ""]
    }
  }
}

struct History: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "List refreshes and what they changed, the newest first.")

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: "Only refreshes of a project: its id, directory or address. All projects without it.",
    transform: Identifier.project)
  var project: String?
  @Option(help: "Only refreshes that this user asked for, by number.") var user: String?
  @Option(help: "At most so many refreshes, 1 to 500.") var limit: Int64 = 20
  @Option(help: "Go on where an earlier list ended: its next_cursor.") var cursor: String?

  func run(in session: Session) throws {
    var params = GetRefreshHistory.Params(userID: user, limit: limit, cursor: cursor)
    switch try project.map({ try ProjectSelector($0).known(in: session) }) {
    case .id(let id): params.projectID = id
    case .path(let path): params.path = path
    case nil: break
    }
    let answer = try session.call(GetRefreshHistory.self, params)
    let names = global.json ? ProjectNames() : try ProjectNames(of: answer.value().list("refreshes"), in: session)
    try session.show(answer) { result in
      MonitoringView.history(result, session.terminal, names)
        + global.more(command, cursor: result.text("next_cursor"))
    }
  }

  static var names: [String: String] { ["project_id": "PROJECT", "path": "PROJECT"] }

  private var command: [String] {
    ["history"] + (project.map { [$0] } ?? []) + words("--user", user) + (limit == 20 ? [] : ["--limit", "\(limit)"])
  }
}
