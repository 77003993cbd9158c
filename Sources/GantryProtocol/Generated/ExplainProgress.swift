// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Say what a percentage is made of. Which boxes of the plan count, which do not, and why: as the last refresh saw
/// it, page by page. Tasks come first, in the order of the plan, then what looks like one and is none.
public enum ExplainProgress: RPCMethod {
  public static let name = "explainProgress"

  /// What `explainProgress` takes.
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

  /// What `explainProgress` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a project: a UUID of version 7.
    public var projectID: String
    /// How the percentage comes about, for a person.
    public var summary: String
    /// The files of the plan, then others that were considered, each with why.
    public var files: [RawJSON]?
    /// Tasks, then what looks like one.
    public var boxes: [RawJSON]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      projectID: String,
      summary: String,
      files: [RawJSON]? = nil,
      boxes: [RawJSON],
      nextCursor: String? = nil
    ) {
      self.projectID = projectID
      self.summary = summary
      self.files = files
      self.boxes = boxes
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      projectID = try members.required("project_id")
      summary = try members.required("summary")
      files = try members.optional("files")
      boxes = try members.required("boxes")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("project_id", projectID)
      writer.member("summary", summary)
      writer.memberIfPresent("files", files)
      writer.member("boxes", boxes)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
