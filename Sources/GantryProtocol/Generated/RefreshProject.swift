// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read a project again. The project is added if it is new. Requests that arrive while a refresh waits share it, so
/// an editor may call this at every save. With wait, the answer comes when the refresh has ended or the time is up.
public enum RefreshProject: RPCMethod {
  public static let name = "refreshProject"

  /// What `refreshProject` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The project by its id.
    public var projectID: String?
    /// The project by a path inside its repository.
    public var path: String?
    /// The project by an absolute path or a URL.
    public var source: String?
    /// Answer when the refresh has ended.
    public var wait: Bool?
    /// With wait: how long.
    public var timeoutSeconds: Double?
    /// Read everything again. Without it a repository that has not changed since the last refresh is not read, and
    /// the job's result says unchanged and unchanged_since.
    public var force: Bool?

    public init(
      projectID: String? = nil,
      path: String? = nil,
      source: String? = nil,
      wait: Bool? = nil,
      timeoutSeconds: Double? = nil,
      force: Bool? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.source = source
      self.wait = wait
      self.timeoutSeconds = timeoutSeconds
      self.force = force
    }

    public static let parameterNames: [String] = ["project_id", "path", "source", "wait", "timeout_seconds", "force"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      projectID = try members.optional("project_id")
      path = try members.optional("path")
      source = try members.optional("source")
      wait = try members.optional("wait")
      timeoutSeconds = try members.optional("timeout_seconds")
      force = try members.optional("force")
      try Check.uuid(projectID, "project_id")
      try Check.length(path, 1...4096, "path")
      try Check.absolutePath(path, "path")
      try Check.length(source, 1...4096, "source")
      try Check.line(source, "source")
      try Check.range(timeoutSeconds, 0...3600, "timeout_seconds")
      try Check.exactlyOne([("project_id", projectID != nil), ("path", path != nil), ("source", source != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("path", path)
      writer.memberIfPresent("source", source)
      writer.memberIfPresent("wait", wait)
      writer.memberIfPresent("timeout_seconds", timeoutSeconds)
      writer.memberIfPresent("force", force)
      writer.endObject()
    }
  }

  /// What `refreshProject` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// The id of a project: a UUID of version 7.
    public var projectID: String
    /// Where a job stands.
    public var status: JobStatusName
    /// How refreshProject met its job.
    public var outcome: RefreshOutcomeName
    /// What happened, for a person.
    public var message: String
    /// Only with wait: the job as it stands at the end.
    public var job: JobObject?
    /// Only with wait: the time was up first.
    public var timedOut: Bool?

    public init(
      jobID: String,
      projectID: String,
      status: JobStatusName,
      outcome: RefreshOutcomeName,
      message: String,
      job: JobObject? = nil,
      timedOut: Bool? = nil
    ) {
      self.jobID = jobID
      self.projectID = projectID
      self.status = status
      self.outcome = outcome
      self.message = message
      self.job = job
      self.timedOut = timedOut
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      projectID = try members.required("project_id")
      status = try members.required("status")
      outcome = try members.required("outcome")
      message = try members.required("message")
      job = try members.optional("job")
      timedOut = try members.optional("timed_out")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("project_id", projectID)
      writer.member("status", status)
      writer.member("outcome", outcome)
      writer.member("message", message)
      writer.memberIfPresent("job", job)
      writer.memberIfPresent("timed_out", timedOut)
      writer.endObject()
    }
  }
}
