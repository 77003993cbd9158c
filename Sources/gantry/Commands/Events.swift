import ArgumentParser
import GantryClient
import GantryProtocol
import Glibc
import JSON
import JSONRPC

struct Events: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what happens, as it happens.",
    discussion: """
      One line for each event, until Ctrl-C. Types are such as job.completed; 'job.' means all that begin so. With \
      --json each line is a JSON object; its seq, given to --since later, goes on where you left.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "Only what concerns a project: its id, directory or address.", transform: Identifier.project)
  var project: String?
  @Option(help: "Only what concerns a job.", transform: Identifier.job) var job: String?
  @Option(help: "Only events of this type; may be repeated.") var type: [String] = []
  @Option(help: "Begin behind the event of this number, with what happened since; 0: with the oldest kept.")
  var since: Int64?
  @Option(help: "The parameters of the method subscribe as a JSON object, instead of the options above.")
  var params: String?

  func validate() throws {
    if params != nil, project != nil || job != nil || since != nil || !type.isEmpty {
      throw ValidationError("--params is all of the subscription; give either it or the other options.")
    }
  }

  func run(in session: Session) throws {
    // Ctrl-C is how this command is meant to end. Every line is written whole before the next is waited for.
    signal(SIGINT) { _ in _exit(0) }
    let answer = try session.call(Subscribe.name, subscription(in: session)).value()
    if let gap = answer["gap"], !gap.isNull {
      session.terminal.complain(
        "gantry: events before \(gap.number("oldest_seq") ?? 1) are no longer known; see how things stand with: "
          + global.next("jobs")
      )
    }
    var last = since ?? answer.number("seq") ?? 0
    // The loop ends with the reader, the daemon or the process.
    while true {
      let event: Answer
      do throws(GantryError) {
        event = Answer(raw: try session.nextEvent())
      } catch {
        guard case .closed = error else { throw error }
        let next = try global.next(command(since: last))
        throw Failure(
          .brokenProtocol, kind: "closed", message: "The daemon has gone. To go on where it stopped: \(next)",
          data: ["since_seq": JSON(last)])
      }
      let value = try event.value()
      last = value.number("seq") ?? last
      let line = global.json ? event.raw.text : EventView.line(value, session.terminal)
      // Nobody reads any more: `gantry events | head` is usual.
      guard Terminal.write(line + "\n", to: STDOUT_FILENO) else { return }
    }
  }

  /// This command again, from the event behind `seq`.
  private func command(since seq: Int64) throws -> [String] {
    guard let params else {
      return ["events"] + words("--project", project) + words("--job", job) + type.flatMap { ["--type", $0] }
        + ["--since", "\(seq)"]
    }
    var object = try JSON.parse(params).objectValue ?? [:]
    object["since_seq"] = JSON(seq)
    return ["events", "--params", JSON.object(object).description]
  }

  private func subscription(in session: Session) throws -> RawJSON {
    guard let params else {
      return RawJSON(
        Subscribe.Params(
          events: type.isEmpty ? nil : type, projectID: try project.map { try ProjectSelector($0).id(in: session) },
          jobID: job, sinceSeq: since))
    }
    do throws(JSONError) {
      return try RawJSON(validating: params)
    } catch {
      throw ValidationError("--params is not JSON: \(error)")
    }
  }
}
