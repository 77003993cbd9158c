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

  /// Calls a method; the answer keeps both its bytes and, when asked, its type.
  func call<M: RPCMethod>(
    _ method: M.Type, _ params: M.Params, timeout: Duration? = nil
  ) throws(GantryError) -> Answer<M> {
    Answer(raw: try connection.call(M.name, params: RawJSON(params), timeout: timeout ?? global.replyTimeout))
  }

  /// Calls a method by name.
  func call(_ method: String, _ params: RawJSON?) throws(GantryError) -> RawJSON {
    try connection.call(method, params: params, timeout: global.replyTimeout)
  }

  /// Prints an answer: as it came with `--json`, else as the lines that `view` makes of it.
  func show<M: RPCMethod>(_ answer: Answer<M>, as view: (M.Result) -> [String]) throws(GantryError) {
    if global.json {
      terminal.print(answer.raw.text)
    } else {
      show(view(try answer.result()))
    }
  }

  /// Prints lines to standard output.
  func show(_ lines: [String]) {
    if !lines.isEmpty { terminal.print(lines.joined(separator: "\n")) }
  }
}

/// The result of a call, decoded only if somebody looks: `--json` passes on what a newer daemon may have added.
struct Answer<M: RPCMethod> {
  let raw: RawJSON

  func result() throws(GantryError) -> M.Result { try M.decodeResult(raw) }
}
