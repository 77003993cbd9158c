// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Look for damage in the database. Reads the whole database: its structure, and what must be true of the queue,
/// such as that the kept counts are the real ones and that no job is processed by a daemon that is gone. The queue
/// goes on meanwhile. One backup or verification runs at a time; others wait. `$/cancelRequest` ends it.
public enum Verify: RPCMethod {
  public static let name = "verify"

  /// What `verify` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    public init() {}

    public static let parameterNames: [String] = []
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.endObject()
    }
  }

  /// What `verify` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// There is nothing wrong.
    public var ok: Bool
    /// What is wrong, in sentences.
    public var problems: [String]
    /// How much of the database was looked at.
    public var checked: CheckedDatabase
    /// How long it took.
    public var seconds: Double

    public init(
      ok: Bool,
      problems: [String],
      checked: CheckedDatabase,
      seconds: Double
    ) {
      self.ok = ok
      self.problems = problems
      self.checked = checked
      self.seconds = seconds
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      ok = try members.required("ok")
      problems = try members.required("problems")
      checked = try members.required("checked")
      seconds = try members.required("seconds")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("ok", ok)
      writer.member("problems", problems)
      writer.member("checked", checked)
      writer.member("seconds", seconds)
      writer.endObject()
    }
  }
}
