// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// List schedules, oldest first. All schedules, page by page.
public enum ListSchedules: RPCMethod {
  public static let name = "listSchedules"

  /// What `listSchedules` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Rows of the page.
    public var limit: Int64?
    /// Where the page starts; without it, at the beginning.
    public var cursor: String?

    public init(
      limit: Int64? = nil,
      cursor: String? = nil
    ) {
      self.limit = limit
      self.cursor = cursor
    }

    public static let parameterNames: [String] = ["limit", "cursor"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      limit = try members.optional("limit")
      cursor = try members.optional("cursor")
      try Check.range(limit, 1...500, "limit")
      try Check.length(cursor, 1...128, "cursor")
      try Check.line(cursor, "cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("cursor", cursor)
      writer.endObject()
    }
  }

  /// What `listSchedules` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Oldest first.
    public var schedules: [ScheduleObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      schedules: [ScheduleObject],
      nextCursor: String? = nil
    ) {
      self.schedules = schedules
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      schedules = try members.required("schedules")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("schedules", schedules)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
