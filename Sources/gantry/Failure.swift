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

  /// - Parameter usage: the argument parser's text, should the error be its own.
  init(_ error: any Error, usage: () -> String) {
    switch error {
    case let failure as Failure: self = failure
    case let error as GantryError: self.init(error)
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
    if let tail = data["stderr_tail"]?.stringValue {
      lines += tail.split(separator: "\n").suffix(10).map { "| " + printable(String($0)) }
    }
    return lines
  }
}
