// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read the plan of a project. The plan as the last refresh saw it, its tasks page by page.
public enum GetProjectPlan: RPCMethod {
  public static let name = "getProjectPlan"

  /// What `getProjectPlan` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The project by its id.
    public var projectID: String?
    /// The project by a path inside its repository.
    public var path: String?
    /// Rows of the page.
    public var limit: Int64?
    /// Where the page starts; without it, at the beginning.
    public var cursor: String?

    public init(
      projectID: String? = nil,
      path: String? = nil,
      limit: Int64? = nil,
      cursor: String? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.limit = limit
      self.cursor = cursor
    }

    public static let parameterNames: [String] = ["project_id", "path", "limit", "cursor"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      path = try members.optional("path")
      limit = try members.optional("limit")
      cursor = try members.optional("cursor")
      try Check.uuid(projectID, "project_id")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
      try Check.range(limit, 1...500, "limit")
      try Check.length(cursor, 1...128, "cursor")
      try Check.line(cursor, "cursor")
      try Check.exactlyOne([("project_id", projectID != nil), ("path", path != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("path", path)
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("cursor", cursor)
      writer.endObject()
    }
  }

  /// What `getProjectPlan` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a project: a UUID of version 7.
    public var projectID: String
    /// The plan as a whole; null before the first refresh. A project without a plan has one without path and tasks.
    public var plan: RawJSON?
    /// Tasks in the order of the file.
    public var tasks: [RawJSON]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      projectID: String,
      plan: RawJSON? = nil,
      tasks: [RawJSON],
      nextCursor: String? = nil
    ) {
      self.projectID = projectID
      self.plan = plan
      self.tasks = tasks
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      projectID = try members.required("project_id")
      plan = try members.optional("plan")
      tasks = try members.required("tasks")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("project_id", projectID)
      writer.member("plan", plan)
      writer.member("tasks", tasks)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
