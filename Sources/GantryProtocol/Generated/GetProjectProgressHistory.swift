// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read how far the plan of a project had come, and when. One snapshot for each commit that changed the figures,
/// from the first version of the plan on, and for what refreshes found uncommitted, oldest first; with the pace of
/// the last weeks and when it would be done.
public enum GetProjectProgressHistory: RPCMethod {
  public static let name = "getProjectProgressHistory"

  /// What `getProjectProgressHistory` takes.
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

  /// What `getProjectProgressHistory` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a project: a UUID of version 7.
    public var projectID: String
    /// How far it reaches; null before the first refresh that found a plan.
    public var history: RawJSON?
    /// Oldest first.
    public var snapshots: [ProgressSnapshotObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?
    /// The pace up to now; null when the history is shorter than a week.
    public var velocity: ProgressVelocityObject?
    /// When all would be done; null when that cannot be told.
    public var projection: ProgressProjectionObject?
    /// Why it cannot: `no_tasks`, `complete`, `short_history`, `no_recent_progress` or `too_far`. More may appear.
    public var projectionReason: String?

    public init(
      projectID: String,
      history: RawJSON? = nil,
      snapshots: [ProgressSnapshotObject],
      nextCursor: String? = nil,
      velocity: ProgressVelocityObject? = nil,
      projection: ProgressProjectionObject? = nil,
      projectionReason: String? = nil
    ) {
      self.projectID = projectID
      self.history = history
      self.snapshots = snapshots
      self.nextCursor = nextCursor
      self.velocity = velocity
      self.projection = projection
      self.projectionReason = projectionReason
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      projectID = try members.required("project_id")
      history = try members.optional("history")
      snapshots = try members.required("snapshots")
      nextCursor = try members.optional("next_cursor")
      velocity = try members.optional("velocity")
      projection = try members.optional("projection")
      projectionReason = try members.optional("projection_reason")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("project_id", projectID)
      writer.member("history", history)
      writer.member("snapshots", snapshots)
      writer.member("next_cursor", nextCursor)
      writer.member("velocity", velocity)
      writer.member("projection", projection)
      writer.member("projection_reason", projectionReason)
      writer.endObject()
    }
  }
}
