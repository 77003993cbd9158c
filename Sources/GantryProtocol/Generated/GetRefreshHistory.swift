// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// List refreshes, newest first, with what each has changed. All filters given have to match; project_id and path
/// cannot be given together.
public enum GetRefreshHistory: RPCMethod {
  public static let name = "getRefreshHistory"

  /// What `getRefreshHistory` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Refreshes of this project only.
    public var projectID: String?
    /// Refreshes of the project in this directory only.
    public var path: String?
    /// Refreshes that this user asked for only.
    public var userID: String?
    /// Rows of the page.
    public var limit: Int64?
    /// Where the page starts; without it, at the beginning.
    public var cursor: String?

    public init(
      projectID: String? = nil,
      path: String? = nil,
      userID: String? = nil,
      limit: Int64? = nil,
      cursor: String? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.userID = userID
      self.limit = limit
      self.cursor = cursor
    }

    public static let parameterNames: [String] = ["project_id", "path", "user_id", "limit", "cursor"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      path = try members.optional("path")
      userID = try members.optional("user_id")
      limit = try members.optional("limit")
      cursor = try members.optional("cursor")
      try Check.uuid(projectID, "project_id")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
      try Check.length(userID, 1...20, "user_id")
      try Check.line(userID, "user_id")
      try Check.range(limit, 1...500, "limit")
      try Check.length(cursor, 1...128, "cursor")
      try Check.line(cursor, "cursor")
      try Check.atMostOne([("project_id", projectID != nil), ("path", path != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("path", path)
      writer.memberIfPresent("user_id", userID)
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("cursor", cursor)
      writer.endObject()
    }
  }

  /// What `getRefreshHistory` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Newest first.
    public var refreshes: [RefreshRunObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      refreshes: [RefreshRunObject],
      nextCursor: String? = nil
    ) {
      self.refreshes = refreshes
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      refreshes = try members.required("refreshes")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("refreshes", refreshes)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
