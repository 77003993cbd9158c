import ArgumentParser
import GantryClient
import JSON
import JSONRPC

/// A command that talks to the daemon.
protocol DaemonCommand: ParsableCommand {
  var global: GlobalOptions { get }
  func run(in session: Session) throws
}

extension DaemonCommand {
  func run() throws {
    try run(in: Session(global))
  }
}

/// The connection a command uses, and how it shows what comes back.
struct Session {
  let global: GlobalOptions
  let terminal = Terminal.current()
  private let connection: Connection

  init(_ global: GlobalOptions) throws(GantryError) {
    self.global = global
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
    Answer(raw: try connection.call(method, params: params, timeout: timeout ?? global.replyTimeout))
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
