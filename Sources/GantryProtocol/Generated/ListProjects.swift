// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// List projects, newest first. All projects, page by page.
public enum ListProjects: RPCMethod {
  public static let name = "listProjects"

  /// What `listProjects` takes.
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

  /// What `listProjects` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Newest first.
    public var projects: [ProjectObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      projects: [ProjectObject],
      nextCursor: String? = nil
    ) {
      self.projects = projects
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      projects = try members.required("projects")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("projects", projects)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
