import ArgumentParser
import GantryProtocol
import JSON

struct Jobs: DaemonCommand {
  static let configuration = CommandConfiguration(abstract: "List jobs, the newest first.")

  @OptionGroup var global: GlobalOptions
  @Option(help: "Only jobs that are pending, processing, completed, failed or cancelled.") var status: String?
  @Option(help: "Only jobs of a type, such as refresh.") var type: String?
  @Option(help: "Only jobs of a project: its id, directory or address.", transform: Identifier.project)
  var project: String?
  @Option(help: "At most so many jobs, 1 to 500.") var limit: Int64 = 20
  @Option(help: "Go on where an earlier list ended: its next_cursor.") var cursor: String?

  func run(in session: Session) throws {
    let params = ListJobs.Params(
      projectID: try project.map { try ProjectSelector($0).id(in: session) }, type: type,
      status: status.map { .init(rawValue: $0) }, limit: limit, cursor: cursor)
    let answer = try session.call(ListJobs.self, params)
    let names = global.json ? ProjectNames() : try ProjectNames(of: answer.value().list("jobs"), in: session)
    try session.show(answer) { result in
      JobView.list(result, session.terminal, names) + global.more(command, cursor: result.text("next_cursor"))
    }
    if !global.json, try answer.value().list("jobs").isEmpty { try warnOfType(in: session) }
  }

  /// No jobs of a type is what a typing error looks like.
  private func warnOfType(in session: Session) throws {
    guard let type else { return }
    let met = try session.call(ReadMetrics.self, .init()).value().list("types").compactMap { $0.text("type") }
    guard !met.contains(type) else { return }
    session.terminal.complain(
      "gantry: the daemon has met no job of the type '\(printable(type))' since it started."
        + printable(Suggestion.question(type, among: met)))
  }

  private var command: [String] {
    ["jobs"] + words("--status", status) + words("--type", type) + words("--project", project)
      + (limit == 20 ? [] : ["--limit", "\(limit)"])
  }
}
