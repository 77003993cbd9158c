import ArgumentParser
import GantryClient
import GantryProtocol
import JSON
import JSONRPC

struct Call: DaemonCommand {
  static let configuration = CommandConfiguration(
    abstract: "Call any method of the protocol.",
    discussion: """
      Parameters are key=text, key:=json, or one JSON object or array:

        gantry call getJobStatus job_id=0193a5b0-…
        gantry call createJob type=noop payload:='{"n": 1}'
        gantry call listJobs '{"limit": 5}'
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The name of the method; 'gantry call rpc.discover' lists them.") var method: String
  @Argument(help: "Its parameters.") var parameters: [String] = []

  var typedName: ((String) -> String)? { nil }

  /// Before anything is connected to: a misspelt parameter is the caller's business alone.
  func validate() throws { _ = try params() }

  func run(in session: Session) throws {
    let result = try result(in: session)
    if global.json || !session.terminal.outputIsTerminal {
      session.terminal.print(result.raw.text)
    } else {
      session.show(try result.value().prettyPrinted().split(separator: "\n").map { printable(String($0)) })
    }
  }

  /// What there is instead of a name that is unknown, in the words of the daemon's list or of the one compiled in.
  private func result(in session: Session) throws -> Answer {
    let request = try params()
    do throws(GantryError) {
      return try session.call(method, request)
    } catch {
      guard case .rpc(let refusal) = error else { throw error }
      let more: String
      switch refusal.kind {
      case "methodNotFound": more = Suggestion.question(method, among: GantryMethods.names)
      case "unknownParam":
        let known = refusal.data["known"]?.arrayValue?.compactMap(\.stringValue) ?? []
        more =
          Suggestion.question(refusal.data["field"]?.stringValue ?? "", among: known)
          + (known.isEmpty ? " There are none." : " There are: \(known.joined(separator: ", ")).")
      default: throw error
      }
      throw GantryError.rpc(
        RPCError(code: refusal.code, kind: refusal.kind, message: refusal.message + more, data: refusal.data))
    }
  }

  private func params() throws -> RawJSON? {
    if parameters.isEmpty { return nil }
    if parameters.count == 1, let first = parameters[0].first(where: { !$0.isWhitespace }), "{[".contains(first) {
      return RawJSON(try Self.parse(parameters[0], of: "The parameters"))
    }
    var object = JSONObject()
    for parameter in parameters {
      guard let equals = parameter.firstIndex(of: "="), equals != parameter.startIndex else {
        throw ValidationError("'\(parameter)' is neither key=text nor key:=json.")
      }
      let key = parameter[..<equals]
      let value = String(parameter[parameter.index(after: equals)...])
      if key.last == ":" {
        object.append(String(key.dropLast()), try Self.parse(value, of: "The value of \(key.dropLast())"))
      } else {
        object.append(String(key), .string(value))
      }
    }
    return RawJSON(object)
  }

  private static func parse(_ text: String, of what: String) throws -> JSON {
    do throws(JSONError) {
      return try JSON.parse(text)
    } catch {
      throw ValidationError("\(what) cannot be read as JSON: \(error). Text is given as key=text.")
    }
  }
}
