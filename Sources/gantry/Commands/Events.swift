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

      --timeout ends it after so many seconds without an event: with 0 if there was one before, else with 5. \
      --no-follow shows what has happened by now and ends with 0: behind --since, or all that is kept.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "Only what concerns a project: its id, directory or address.", transform: Identifier.project)
  var project: String?
  @Option(help: "Only what concerns a job.", transform: Identifier.job) var job: String?
  @Option(help: "Only events of this type; may be repeated.") var type: [String] = []
  @Option(help: "Begin behind the event of this number, with what happened since; 0: with the oldest kept.")
  var since: Int64?
  @Flag(help: "End with what has happened by now, instead of waiting for more.") var noFollow = false
  @Option(help: "The parameters of the method subscribe as a JSON object, instead of the options above.")
  var params: String?

  var ownsTimeout: Bool { true }
  var typedName: ((String) -> String)? {
    guard params == nil else { return nil }
    return { Self.option($0) }
  }

  func validate() throws {
    if params != nil, project != nil || job != nil || since != nil || !type.isEmpty {
      throw ValidationError("--params is all of the subscription; give either it or the other options.")
    }
  }

  func run(in session: Session) throws {
    // Ctrl-C is how this command is meant to end. Every line is written whole before the next is waited for.
    signal(SIGINT) { _ in _exit(0) }
    let wanted = try subscription(in: session)
    if noFollow {
      let past = PastEvents(of: wanted, in: session)
      return try past.run({ tell(gapOf: $0, since: $1, $2) }, { show($0, $1, $2) })
    }
    let answer = try session.call(Subscribe.name, RawJSON(wanted)).value()
    let asked = wanted["since_seq"]?.intValue
    tell(gapOf: answer, since: asked, session)
    let newest = answer.number("seq") ?? 0
    var last = min(asked ?? newest, newest)
    var hasSeen = false
    // The loop ends with the reader, the daemon, the time or the process.
    while true {
      let event: Answer
      do throws(GantryError) {
        event = Answer(raw: try session.nextEvent(timeout: global.timeout.map { .seconds($0) }))
      } catch {
        if case .timeout = error {
          if hasSeen { return }
          throw Failure(
            .timeout, kind: "timeout", message: "No such event within \(global.timeout ?? 0) s.",
            data: ["since_seq": JSON(last)])
        }
        guard case .closed = error else { throw error }
        throw Failure(
          .brokenProtocol, kind: "closed",
          message: "The daemon has gone. To go on where it stopped: \(global.next(command(wanted, since: last)))",
          data: ["since_seq": JSON(last)])
      }
      let value = try event.value()
      last = value.number("seq") ?? last
      hasSeen = true
      guard show(event, value, session) else { return }
    }
  }

  /// False when nobody reads any more: `gantry events | head` is usual.
  private func show(_ event: Answer, _ value: JSON, _ session: Session) -> Bool {
    let line = global.json ? event.raw.text : EventView.line(value, session.terminal)
    return Terminal.write(line + "\n", to: STDOUT_FILENO)
  }

  /// Says what cannot be told, if there is such a thing.
  private func tell(gapOf answer: JSON, since: Int64?, _ session: Session) {
    guard let gap = answer["gap"], !gap.isNull else { return }
    let newest = answer.number("seq") ?? 0
    if let since, since > newest {
      return session.terminal.complain(
        "gantry: there is no event \(since) yet, the newest is \(newest): the number may be of another database. "
          + "Beginning with the oldest that is kept.")
    }
    session.terminal.complain(
      "gantry: events before \(gap.number("oldest_seq") ?? 1) are no longer known; see how things stand with: "
        + global.next("jobs"))
  }

  /// This command again, from the event behind `seq`.
  private func command(_ wanted: JSONObject, since seq: Int64) -> [String] {
    if params == nil {
      return ["events"] + words("--project", project) + words("--job", job) + type.flatMap { ["--type", $0] }
        + ["--since", "\(seq)"]
    }
    var object = wanted
    object["since_seq"] = JSON(seq)
    return ["events", "--params", JSON.object(object).description]
  }

  /// The parameters of `subscribe`.
  private func subscription(in session: Session) throws -> JSONObject {
    if let params { return try Self.object(params) }
    var object = JSONObject()
    if !type.isEmpty { object["events"] = .array(type.map { .string($0) }) }
    if let project { object["project_id"] = .string(try ProjectSelector(project).id(in: session)) }
    if let job { object["job_id"] = .string(job) }
    if let since { object["since_seq"] = JSON(since) }
    return object
  }

  private static func object(_ params: String) throws -> JSONObject {
    let value: JSON
    do throws(JSONError) {
      value = try JSON.parse(params)
    } catch {
      throw ValidationError("--params is not JSON: \(error)")
    }
    guard let object = value.objectValue else {
      throw ValidationError("--params is not a JSON object, such as '{\"events\": [\"job.\"]}'.")
    }
    return object
  }
}
