import ArgumentParser
import GantryClient
import GantryPaths
import Glibc
import JSON
import JSONRPC

/// How the command line ends when something went wrong: the exit status, and the error in both of its forms.
struct Failure: Error {
  /// The exit statuses; scripts rely on them.
  enum Status: Int32 {
    /// The daemon answered with an error, or the job that was waited for did not complete.
    case refused = 1
    case usage = 2
    case cannotConnect = 3
    case brokenProtocol = 4
    case timeout = 5
  }

  let status: Status
  let kind: String
  let message: String
  private var code: Int?
  private var data: JSONObject = [:]

  init(_ status: Status, kind: String, message: String, data: JSONObject = [:]) {
    (self.status, self.kind, self.message, self.data) = (status, kind, message, data)
  }

  /// - Parameters:
  ///   - usage: the argument parser's text, should the error be its own.
  ///   - typedNames: how the parameters of the protocol are called at the prompt; nil when they are called the same.
  init(_ error: any Error, usage: () -> String, typedNames: ((String) -> String)? = nil) {
    switch error {
    case let failure as Failure: self = failure
    case let error as GantryError:
      self.init(error)
      if let typedNames { blameUsage(of: error, typedNames) }
    case let error as PathError: self.init(.usage, kind: "badPath", message: error.description)
    default: self.init(.usage, kind: "usage", message: usage())
    }
  }

  init(_ error: GantryError) {
    let status: Status =
      switch error {
      case .rpc: .refused
      case .cannotConnect: .cannotConnect
      case .protocolViolation, .closed, .cancelled: .brokenProtocol
      case .timeout: .timeout
      }
    self.init(status, kind: error.kind, message: error.description)
    if case .rpc(let rpc) = error {
      code = rpc.code
      data = rpc.data
    }
  }

  /// A value that the daemon cannot take was typed here: the error names it as it was typed, and is one of usage.
  private mutating func blameUsage(of error: GantryError, _ typedNames: (String) -> String) {
    guard case .rpc(let rpc) = error, rpc.kind == "invalidParams", let field = rpc.data["field"]?.stringValue,
      !field.isEmpty, let reason = rpc.data["reason"]?.stringValue
    else { return }
    self = Failure(.usage, kind: rpc.kind, message: "\(typedNames(field)) \(reason).", data: rpc.data)
    code = rpc.code
  }

  /// Prints the error and ends the process.
  func report(asJSON: Bool) -> Never {
    let terminal = Terminal.current()
    if asJSON {
      terminal.complain(json.description)
    } else {
      let isOfParser = kind == "usage"
      terminal.complain(isOfParser ? message : "gantry: " + lines.joined(separator: "\n  "))
    }
    exit(status.rawValue)
  }

  /// The error object of the protocol; without `code` when the daemon had no part in it.
  private var json: JSON {
    var object = JSONObject()
    if let code { object.append("code", JSON(code)) }
    object.append("message", .string(message))
    object.append("data", .object(JSONObject([("kind", .string(kind))] + data.map { ($0.key, $0.value) })))
    return .object(object)
  }

  /// The message, and the daemon's details where they help a person.
  private var lines: [String] {
    var lines = message.split(separator: "\n").map { printable(String($0)) }
    if let tail = (data["stderr_tail"] ?? data["log_tail"])?.stringValue {
      lines += tail.split(separator: "\n").suffix(10).map { "| " + printable(String($0)) }
    }
    return lines
  }
}
