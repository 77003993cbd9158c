// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Remove a schedule. Jobs that it has made stay as they are.
public enum DeleteSchedule: RPCMethod {
  public static let name = "deleteSchedule"

  /// What `deleteSchedule` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The schedule.
    public var scheduleID: String

    public init(
      scheduleID: String
    ) {
      self.scheduleID = scheduleID
    }

    public static let parameterNames: [String] = ["schedule_id"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      scheduleID = try members.required("schedule_id")
      try Check.uuid(scheduleID, "schedule_id")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("schedule_id", scheduleID)
      writer.endObject()
    }
  }

  /// What `deleteSchedule` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a schedule: a UUID of version 7.
    public var scheduleID: String
    /// Always true.
    public var deleted: Bool

    public init(
      scheduleID: String,
      deleted: Bool
    ) {
      self.scheduleID = scheduleID
      self.deleted = deleted
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      scheduleID = try members.required("schedule_id")
      deleted = try members.required("deleted")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("schedule_id", scheduleID)
      writer.member("deleted", deleted)
      writer.endObject()
    }
  }
}
