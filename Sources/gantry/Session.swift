import ArgumentParser
import GantryClient
import JSON
import JSONRPC

/// A command that talks to the daemon.
protocol DaemonCommand: ParsableCommand {
  var global: GlobalOptions { get }
  /// Whether --timeout is about something else than the answers of the daemon, such as the end of a job.
  var ownsTimeout: Bool { get }
  /// What parameters of the protocol are called at the prompt, where it is not by the usual names.
  static var names: [String: String] { get }
  /// Tells how a parameter of the protocol is called at the prompt; nil when all are typed by their own names.
  var typedName: ((String) -> String)? { get }
  func run(in session: Session) throws
}

extension DaemonCommand {
  var ownsTimeout: Bool { false }
  static var names: [String: String] { [:] }
  var typedName: ((String) -> String)? { { Self.option($0) } }

  func run() throws {
    try run(in: Session(global, ownsTimeout: ownsTimeout))
  }

  /// Makes `--older-than` of `older_than_days`.
  static func option(_ parameter: String) -> String {
    names[parameter] ?? usualNames[parameter] ?? "--" + parameter.replacing("_", with: "-")
  }

  private static var usualNames: [String: String] {
    [
      "project_id": "--project", "user_id": "--user", "older_than_days": "--older-than", "statuses": "--status",
      "delay_seconds": "--delay", "since_seq": "--since", "events": "--type", "timeout_seconds": "--timeout",
      "job_id": "The job's id", "path": "The path",
    ]
  }
}

/// The connection a command uses, and how it shows what comes back.
struct Session {
  let global: GlobalOptions
  let terminal = Terminal.current()
  private let connection: Connection
  private let replyTimeout: Duration

  init(_ global: GlobalOptions, ownsTimeout: Bool = false) throws(GantryError) {
    self.global = global
    replyTimeout = ownsTimeout ? GlobalOptions.usualReplyTimeout : global.replyTimeout
    connection = try Connection(socketPath: global.socket)
  }

  /// Calls a method; `timeout` limits the wait for the answer.
  func call<M: RPCMethod>(
    _ method: M.Type, _ params: M.Params, timeout: Duration? = nil
  ) throws(GantryError) -> Answer {
    try call(M.name, RawJSON(params), timeout: timeout)
  }

  /// Calls a method by name.
  func call(_ method: String, _ params: RawJSON?, timeout: Duration? = nil) throws(GantryError) -> Answer {
    Answer(raw: try connection.call(method, params: params, timeout: timeout ?? replyTimeout))
  }

  /// The next event of what was subscribed to; without a timeout, waits as long as it takes.
  func nextEvent(timeout: Duration? = nil) throws(GantryError) -> RawJSON {
    try connection.nextEvent(timeout: timeout)
  }

  /// Prints an answer: as it came with `--json`, else as the lines that `view` makes of it.
  func show(_ answer: Answer, as view: (JSON) -> [String]) throws(GantryError) {
    if global.json {
      terminal.print(answer.raw.text)
    } else {
      show(view(try answer.value()))
    }
  }

  /// Prints lines to standard output.
  func show(_ lines: [String]) {
    if !lines.isEmpty { terminal.print(lines.joined(separator: "\n")) }
  }
}

/// The result of a call. Views look up the members they know of, so that a daemon that is older or newer than this
/// program costs a line of output and not the whole command; `--json` passes everything on as it came.
struct Answer {
  let raw: RawJSON

  func value() throws(GantryError) -> JSON {
    do throws(JSONError) {
      return try raw.parsed(limits: JSONLimits(maximumDepth: JSONLimits.deepest))
    } catch {
      throw .protocolViolation("a result is not JSON: \(error)")
    }
  }
}

extension JSON {
  /// The text of a string member, or nil if there is none.
  func text(_ key: String) -> String? { self[key]?.stringValue }

  /// An integer member.
  func number(_ key: String) -> Int64? { self[key]?.intValue }

  /// The elements of an array member; none if there is no such member.
  func list(_ key: String) -> [JSON] { self[key]?.arrayValue ?? [] }
}
