// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Follow a repository. Adds the project without reading it; refreshProject reads it. A source that is followed
/// already gives the project there is.
public enum CreateProject: RPCMethod {
  public static let name = "createProject"

  /// What `createProject` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// An absolute path inside the repository, or its URL.
    public var source: String
    /// A name for people. Without it, the last part of the source.
    public var name: String?
    /// The plan file, relative to the root. Without it, the daemon looks for one.
    public var planPath: String?

    public init(
      source: String,
      name: String? = nil,
      planPath: String? = nil
    ) {
      self.source = source
      self.name = name
      self.planPath = planPath
    }

    public static let parameterNames: [String] = ["source", "name", "plan_path"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      source = try members.required("source")
      name = try members.optional("name")
      planPath = try members.optional("plan_path")
      try Check.length(source, 1...4096, "source")
      try Check.line(source, "source")
      try Check.length(name, 1...255, "name")
      try Check.line(name, "name")
      try Check.length(planPath, 1...4096, "plan_path")
      try Check.relativePath(planPath, "plan_path")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("source", source)
      writer.memberIfPresent("name", name)
      writer.memberIfPresent("plan_path", planPath)
      writer.endObject()
    }
  }

  /// What `createProject` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a project: a UUID of version 7.
    public var id: String
    /// The absolute path or the URL, in its canonical form and without credentials.
    public var source: String
    /// Where the repository of a project is read.
    public var kind: ProjectKindName
    /// For people; not unique.
    public var name: String
    /// The plan file to read, relative to the root; null to look for one.
    public var planPath: String?
    /// An instant in UTC, RFC 3339 with milliseconds.
    public var createdAt: String
    /// An instant in UTC, RFC 3339 with milliseconds.
    public var updatedAt: String
    /// End of the last refresh; null before it.
    public var lastRefreshedAt: String?
    /// The commit that the last refresh saw; null before it or on a branch without commits.
    public var head: String?
    /// The branch that the last refresh saw; null before it or with a detached head.
    public var branch: String?
    /// Figures of the plan; null before the first refresh.
    public var progress: RawJSON?
    /// Figures of the skills; null before the first refresh.
    public var skills: RawJSON?
    /// It is refreshed when its plan or manifests change.
    public var watch: Bool?
    /// How it is watched: events as they happen, or polling. Only in getProject and updateProject, and only when it
    /// is watched.
    public var watchMode: String?
    /// Why it is polled, and not watched as asked.
    public var watchProblem: String?
    /// The project is new.
    public var created: Bool

    public init(
      id: String,
      source: String,
      kind: ProjectKindName,
      name: String,
      planPath: String? = nil,
      createdAt: String,
      updatedAt: String,
      lastRefreshedAt: String? = nil,
      head: String? = nil,
      branch: String? = nil,
      progress: RawJSON? = nil,
      skills: RawJSON? = nil,
      watch: Bool? = nil,
      watchMode: String? = nil,
      watchProblem: String? = nil,
      created: Bool
    ) {
      self.id = id
      self.source = source
      self.kind = kind
      self.name = name
      self.planPath = planPath
      self.createdAt = createdAt
      self.updatedAt = updatedAt
      self.lastRefreshedAt = lastRefreshedAt
      self.head = head
      self.branch = branch
      self.progress = progress
      self.skills = skills
      self.watch = watch
      self.watchMode = watchMode
      self.watchProblem = watchProblem
      self.created = created
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      id = try members.required("id")
      source = try members.required("source")
      kind = try members.required("kind")
      name = try members.required("name")
      planPath = try members.optional("plan_path")
      createdAt = try members.required("created_at")
      updatedAt = try members.required("updated_at")
      lastRefreshedAt = try members.optional("last_refreshed_at")
      head = try members.optional("head")
      branch = try members.optional("branch")
      progress = try members.optional("progress")
      skills = try members.optional("skills")
      watch = try members.optional("watch")
      watchMode = try members.optional("watch_mode")
      watchProblem = try members.optional("watch_problem")
      created = try members.required("created")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("id", id)
      writer.member("source", source)
      writer.member("kind", kind)
      writer.member("name", name)
      writer.member("plan_path", planPath)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
      writer.member("last_refreshed_at", lastRefreshedAt)
      writer.member("head", head)
      writer.member("branch", branch)
      writer.member("progress", progress)
      writer.member("skills", skills)
      writer.memberIfPresent("watch", watch)
      writer.memberIfPresent("watch_mode", watchMode)
      writer.memberIfPresent("watch_problem", watchProblem)
      writer.member("created", created)
      writer.endObject()
    }
  }
}
