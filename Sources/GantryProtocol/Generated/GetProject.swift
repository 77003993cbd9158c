// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Look at a project. The project with the figures of its last refresh.
public enum GetProject: RPCMethod {
  public static let name = "getProject"

  /// What `getProject` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The project by its id.
    public var projectID: String?
    /// The project by a path inside its repository.
    public var path: String?

    public init(
      projectID: String? = nil,
      path: String? = nil
    ) {
      self.projectID = projectID
      self.path = path
    }

    public static let parameterNames: [String] = ["project_id", "path"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      path = try members.optional("path")
      try Check.uuid(projectID, "project_id")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
      try Check.exactlyOne([("project_id", projectID != nil), ("path", path != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("path", path)
      writer.endObject()
    }
  }

  /// What `getProject` answers.
  public typealias Result = ProjectObject
}
