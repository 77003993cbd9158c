// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read the skills of a project. The languages and technologies that the last refresh saw, with evidence and with
/// the refreshes that first and last saw them, page by page.
public enum GetProjectSkills: RPCMethod {
  public static let name = "getProjectSkills"

  /// What `getProjectSkills` takes.
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

  /// What `getProjectSkills` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a project: a UUID of version 7.
    public var projectID: String
    /// The skills as a whole; null before the first refresh.
    public var skillsSummary: RawJSON?
    /// Languages first, then technologies.
    public var skills: [RawJSON]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?
    /// Skills that earlier refreshes saw and the last did not, last seen first; at most a hundred, on every page.
    public var formerSkills: [FormerSkillObject]

    public init(
      projectID: String,
      skillsSummary: RawJSON? = nil,
      skills: [RawJSON],
      nextCursor: String? = nil,
      formerSkills: [FormerSkillObject]
    ) {
      self.projectID = projectID
      self.skillsSummary = skillsSummary
      self.skills = skills
      self.nextCursor = nextCursor
      self.formerSkills = formerSkills
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      projectID = try members.required("project_id")
      skillsSummary = try members.optional("skills_summary")
      skills = try members.required("skills")
      nextCursor = try members.optional("next_cursor")
      formerSkills = try members.required("former_skills")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("project_id", projectID)
      writer.member("skills_summary", skillsSummary)
      writer.member("skills", skills)
      writer.member("next_cursor", nextCursor)
      writer.member("former_skills", formerSkills)
      writer.endObject()
    }
  }
}
