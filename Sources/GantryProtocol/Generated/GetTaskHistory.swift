// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read who ticked which task of a project's plan, and when. Ticks, and ticks taken back, newest first. A task is
/// the same whatever its number and section, and when its text is alike; of a merge, the commits that it brought
/// count.
public enum GetTaskHistory: RPCMethod {
  public static let name = "getTaskHistory"

  /// What `getTaskHistory` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The project by its id.
    public var projectID: String?
    /// The project by a path inside its repository.
    public var path: String?
    /// Nothing before this instant.
    public var since: String?
    /// Rows of the page.
    public var limit: Int64?
    /// Where the page starts; without it, at the beginning.
    public var cursor: String?

    public init(
      projectID: String? = nil,
      path: String? = nil,
      since: String? = nil,
      limit: Int64? = nil,
      cursor: String? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.since = since
      self.limit = limit
      self.cursor = cursor
    }

    public static let parameterNames: [String] = ["project_id", "path", "since", "limit", "cursor"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      path = try members.optional("path")
      since = try members.optional("since")
      limit = try members.optional("limit")
      cursor = try members.optional("cursor")
      try Check.uuid(projectID, "project_id")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
      try Check.dateTime(since, "since")
      try Check.range(limit, 1...500, "limit")
      try Check.length(cursor, 1...128, "cursor")
      try Check.line(cursor, "cursor")
      try Check.exactlyOne([("project_id", projectID != nil), ("path", path != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("path", path)
      writer.memberIfPresent("since", since)
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("cursor", cursor)
      writer.endObject()
    }
  }

  /// What `getTaskHistory` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a project: a UUID of version 7.
    public var projectID: String
    /// Newest first.
    public var ticks: [TaskTickObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      projectID: String,
      ticks: [TaskTickObject],
      nextCursor: String? = nil
    ) {
      self.projectID = projectID
      self.ticks = ticks
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      projectID = try members.required("project_id")
      ticks = try members.required("ticks")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("project_id", projectID)
      writer.member("ticks", ticks)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
