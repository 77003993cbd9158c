// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Change a project's settings. What is not named stays as it is. With watch, the plan and the manifests of a
/// project on this machine are watched, also after a restart of the daemon: a change that has settled asks for one
/// refresh with low priority, in the name of the user 'watcher', not more often than every two seconds. Where the
/// system allows no more watches, the project is polled instead; getProject and health say so.
public enum UpdateProject: RPCMethod {
  public static let name = "updateProject"

  /// What `updateProject` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The project by its id.
    public var projectID: String?
    /// The project by a path inside its repository.
    public var path: String?
    /// A name for people.
    public var name: String?
    /// Whether to watch it.
    public var watch: Bool?

    public init(
      projectID: String? = nil,
      path: String? = nil,
      name: String? = nil,
      watch: Bool? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.name = name
      self.watch = watch
    }

    public static let parameterNames: [String] = ["project_id", "path", "name", "watch"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      path = try members.optional("path")
      name = try members.optional("name")
      watch = try members.optional("watch")
      try Check.uuid(projectID, "project_id")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
      try Check.length(name, 1...255, "name")
      try Check.line(name, "name")
      try Check.exactlyOne([("project_id", projectID != nil), ("path", path != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("path", path)
      writer.memberIfPresent("name", name)
      writer.memberIfPresent("watch", watch)
      writer.endObject()
    }
  }

  /// What `updateProject` answers.
  public typealias Result = ProjectObject
}
