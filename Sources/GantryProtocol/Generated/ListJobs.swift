// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// List jobs, newest first. All filters given have to match.
public enum ListJobs: RPCMethod {
  public static let name = "listJobs"

  /// What `listJobs` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Jobs of this project only.
    public var projectID: String?
    /// Jobs of this user only.
    public var userID: String?
    /// Jobs of this type only.
    public var type: String?
    /// Jobs that stand like this only.
    public var status: JobStatusName?
    /// Rows of the page.
    public var limit: Int64?
    /// Where the page starts; without it, at the beginning.
    public var cursor: String?

    public init(
      projectID: String? = nil,
      userID: String? = nil,
      type: String? = nil,
      status: JobStatusName? = nil,
      limit: Int64? = nil,
      cursor: String? = nil
    ) {
      self.projectID = projectID
      self.userID = userID
      self.type = type
      self.status = status
      self.limit = limit
      self.cursor = cursor
    }

    public static let parameterNames: [String] = ["project_id", "user_id", "type", "status", "limit", "cursor"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      userID = try members.optional("user_id")
      type = try members.optional("type")
      status = try members.optional("status")
      limit = try members.optional("limit")
      cursor = try members.optional("cursor")
      try Check.uuid(projectID, "project_id")
      try Check.length(userID, 1...20, "user_id")
      try Check.line(userID, "user_id")
      try Check.length(type, 1...64, "type")
      try Check.line(type, "type")
      try Check.known(status, "status")
      try Check.range(limit, 1...500, "limit")
      try Check.length(cursor, 1...128, "cursor")
      try Check.line(cursor, "cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("user_id", userID)
      writer.memberIfPresent("type", type)
      writer.memberIfPresent("status", status)
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("cursor", cursor)
      writer.endObject()
    }
  }

  /// What `listJobs` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Newest first.
    public var jobs: [JobObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      jobs: [JobObject],
      nextCursor: String? = nil
    ) {
      self.jobs = jobs
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobs = try members.required("jobs")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("jobs", jobs)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
