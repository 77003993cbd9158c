// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Queue a job. The answer means that the job is on disk. Send an idempotency key to be able to repeat a call whose
/// answer got lost.
public enum CreateJob: RPCMethod {
  public static let name = "createJob"

  /// What `createJob` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// What to do: project_processing, skills_extraction and refresh need a project; noop does nothing.
    public var type: String
    /// The project to work on.
    public var projectID: String?
    /// Further input, kept unchanged.
    public var payload: RawJSON?
    /// Without it, normal.
    public var priority: JobPriorityName?
    /// How often it may be put back after a failure. Without it, what the configuration says for the type.
    public var maxRetries: Int64?
    /// Do not start before this instant.
    public var runAt: String?
    /// Do not start for so many seconds; at most a year.
    public var delaySeconds: Double?
    /// The same key always means the same job, even after it has ended.
    public var idempotencyKey: String?
    /// At most one job with this key waits or runs at a time; others join it.
    public var uniqueKey: String?
    /// Seconds that one attempt may take; then it is ended with all its processes. Without it, what the configuration
    /// says for the type.
    public var timeoutSeconds: Double?
    /// Seconds within which it has to start once it may; then it fails. They count from its run_at, and from the end
    /// of the last job that it depends on; pauses and other jobs of its project do not stop them. retryJob starts
    /// them anew, and once an attempt has started they are over.
    public var queueTimeoutSeconds: Double?
    /// Jobs that have to complete before it starts. They are there already, so there can be no cycle. When one of
    /// them fails for good or is cancelled, it fails too.
    public var dependsOn: [String]?

    public init(
      type: String,
      projectID: String? = nil,
      payload: RawJSON? = nil,
      priority: JobPriorityName? = nil,
      maxRetries: Int64? = nil,
      runAt: String? = nil,
      delaySeconds: Double? = nil,
      idempotencyKey: String? = nil,
      uniqueKey: String? = nil,
      timeoutSeconds: Double? = nil,
      queueTimeoutSeconds: Double? = nil,
      dependsOn: [String]? = nil
    ) {
      self.type = type
      self.projectID = projectID
      self.payload = payload
      self.priority = priority
      self.maxRetries = maxRetries
      self.runAt = runAt
      self.delaySeconds = delaySeconds
      self.idempotencyKey = idempotencyKey
      self.uniqueKey = uniqueKey
      self.timeoutSeconds = timeoutSeconds
      self.queueTimeoutSeconds = queueTimeoutSeconds
      self.dependsOn = dependsOn
    }

    public static let parameterNames: [String] = ["type", "project_id", "payload", "priority", "max_retries", "run_at", "delay_seconds", "idempotency_key", "unique_key", "timeout_seconds", "queue_timeout_seconds", "depends_on"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      type = try members.required("type")
      projectID = try members.optional("project_id")
      payload = try members.optional("payload")
      priority = try members.optional("priority")
      maxRetries = try members.optional("max_retries")
      runAt = try members.optional("run_at")
      delaySeconds = try members.optional("delay_seconds")
      idempotencyKey = try members.optional("idempotency_key")
      uniqueKey = try members.optional("unique_key")
      timeoutSeconds = try members.optional("timeout_seconds")
      queueTimeoutSeconds = try members.optional("queue_timeout_seconds")
      dependsOn = try members.optional("depends_on")
      try Check.length(type, 1...64, "type")
      try Check.line(type, "type")
      try Check.uuid(projectID, "project_id")
      try Check.object(payload, "payload")
      try Check.known(priority, "priority")
      try Check.range(maxRetries, 0...25, "max_retries")
      try Check.dateTime(runAt, "run_at")
      try Check.range(delaySeconds, 0...31536000, "delay_seconds")
      try Check.length(idempotencyKey, 1...255, "idempotency_key")
      try Check.line(idempotencyKey, "idempotency_key")
      try Check.length(uniqueKey, 1...255, "unique_key")
      try Check.line(uniqueKey, "unique_key")
      try Check.range(timeoutSeconds, 0...31536000, "timeout_seconds")
      try Check.range(queueTimeoutSeconds, 0...31536000, "queue_timeout_seconds")
      try Check.count(dependsOn, 0...64, "depends_on")
      try Check.atMostOne([("run_at", runAt != nil), ("delay_seconds", delaySeconds != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("type", type)
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("payload", payload)
      writer.memberIfPresent("priority", priority)
      writer.memberIfPresent("max_retries", maxRetries)
      writer.memberIfPresent("run_at", runAt)
      writer.memberIfPresent("delay_seconds", delaySeconds)
      writer.memberIfPresent("idempotency_key", idempotencyKey)
      writer.memberIfPresent("unique_key", uniqueKey)
      writer.memberIfPresent("timeout_seconds", timeoutSeconds)
      writer.memberIfPresent("queue_timeout_seconds", queueTimeoutSeconds)
      writer.memberIfPresent("depends_on", dependsOn)
      writer.endObject()
    }
  }

  /// What `createJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Where a job stands.
    public var status: JobStatusName
    /// How createJob met its job.
    public var outcome: CreateOutcomeName

    public init(
      jobID: String,
      status: JobStatusName,
      outcome: CreateOutcomeName
    ) {
      self.jobID = jobID
      self.status = status
      self.outcome = outcome
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      status = try members.required("status")
      outcome = try members.required("outcome")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("status", status)
      writer.member("outcome", outcome)
      writer.endObject()
    }
  }
}
