// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read the skills of a person across projects. The languages and technologies of all projects that the person had
/// refreshed, by category and name, with the projects that show or showed them.
public enum GetSkills: RPCMethod {
  public static let name = "getSkills"

  /// What `getSkills` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Whose skills; without it, those of the caller.
    public var userID: String?
    /// Rows of the page.
    public var limit: Int64?
    /// Where the page starts; without it, at the beginning.
    public var cursor: String?

    public init(
      userID: String? = nil,
      limit: Int64? = nil,
      cursor: String? = nil
    ) {
      self.userID = userID
      self.limit = limit
      self.cursor = cursor
    }

    public static let parameterNames: [String] = ["user_id", "limit", "cursor"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      userID = try members.optional("user_id")
      limit = try members.optional("limit")
      cursor = try members.optional("cursor")
      try Check.length(userID, 1...20, "user_id")
      try Check.line(userID, "user_id")
      try Check.range(limit, 1...500, "limit")
      try Check.length(cursor, 1...128, "cursor")
      try Check.line(cursor, "cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("user_id", userID)
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("cursor", cursor)
      writer.endObject()
    }
  }

  /// What `getSkills` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Whose skills these are.
    public var userID: String
    /// By category and name.
    public var skills: [PersonSkillObject]
    /// Where the next page starts; null on the last one.
    public var nextCursor: String?

    public init(
      userID: String,
      skills: [PersonSkillObject],
      nextCursor: String? = nil
    ) {
      self.userID = userID
      self.skills = skills
      self.nextCursor = nextCursor
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      userID = try members.required("user_id")
      skills = try members.required("skills")
      nextCursor = try members.optional("next_cursor")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("user_id", userID)
      writer.member("skills", skills)
      writer.member("next_cursor", nextCursor)
      writer.endObject()
    }
  }
}
