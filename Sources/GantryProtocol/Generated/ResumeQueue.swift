// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Start jobs again. Undoes pauseQueue of the same type, or of everything.
public enum ResumeQueue: RPCMethod {
  public static let name = "resumeQueue"

  /// What `resumeQueue` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Only jobs of this type; without it, all.
    public var type: String?

    public init(
      type: String? = nil
    ) {
      self.type = type
    }

    public static let parameterNames: [String] = ["type"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      type = try members.optional("type")
      try Check.length(type, 1...64, "type")
      try Check.line(type, "type")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("type", type)
      writer.endObject()
    }
  }

  /// What `resumeQueue` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// No job is started.
    public var paused: Bool
    /// Job types that are not started.
    public var pausedTypes: [String]

    public init(
      paused: Bool,
      pausedTypes: [String]
    ) {
      self.paused = paused
      self.pausedTypes = pausedTypes
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      paused = try members.required("paused")
      pausedTypes = try members.required("paused_types")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("paused", paused)
      writer.member("paused_types", pausedTypes)
      writer.endObject()
    }
  }
}
