// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Ask whether the daemon is there. Answers at once and touches nothing.
public enum Ping: RPCMethod {
  public static let name = "ping"

  /// What `ping` takes.
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

  /// What `ping` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Always true.
    public var pong: Bool
    /// The clock of the daemon.
    public var time: String

    public init(
      pong: Bool,
      time: String
    ) {
      self.pong = pong
      self.time = time
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      pong = try members.required("pong")
      time = try members.required("time")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("pong", pong)
      writer.member("time", time)
      writer.endObject()
    }
  }
}
