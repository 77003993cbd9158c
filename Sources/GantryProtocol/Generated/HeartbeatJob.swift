// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Show that a worker lives. The lease lasts its whole time again. May come over another connection than the claim;
/// the lease stays with that of the claim. The answer says whether the job is to stop.
public enum HeartbeatJob: RPCMethod {
  public static let name = "heartbeatJob"

  /// What `heartbeatJob` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String
    /// What claimJobs gave out with the job.
    public var attemptToken: String
    /// How far the job has come.
    public var progress: ProgressReport?
    /// How long the worker may stay silent from now on; without it, as before.
    public var leaseSeconds: Double?
    /// Lines for the log of the job, in order and without line ends; getJobLogs shows them. All are kept or none, up
    /// to retention.log_bytes of the whole log, the last. A line of more than 262144 bytes is refused, and the
    /// pointer in the error names it.
    public var log: [String]?

    public init(
      jobID: String,
      attemptToken: String,
      progress: ProgressReport? = nil,
      leaseSeconds: Double? = nil,
      log: [String]? = nil
    ) {
      self.jobID = jobID
      self.attemptToken = attemptToken
      self.progress = progress
      self.leaseSeconds = leaseSeconds
      self.log = log
    }

    public static let parameterNames: [String] = ["job_id", "attempt_token", "progress", "lease_seconds", "log"]
    public static let requiredCount = 2

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      attemptToken = try members.required("attempt_token")
      progress = try members.optional("progress")
      leaseSeconds = try members.optional("lease_seconds")
      log = try members.optional("log")
      try Check.uuid(jobID, "job_id")
      try Check.uuid(attemptToken, "attempt_token")
      try Check.range(leaseSeconds, 1...3600, "lease_seconds")
      try Check.count(log, 0...1000, "log")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("attempt_token", attemptToken)
      writer.memberIfPresent("progress", progress)
      writer.memberIfPresent("lease_seconds", leaseSeconds)
      writer.memberIfPresent("log", log)
      writer.endObject()
    }
  }

  /// What `heartbeatJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// The job was cancelled: stop, and answer with failJob and cancelled.
    public var cancelRequested: Bool
    /// Seconds that a worker may stay silent before its job is taken for abandoned.
    public var leaseSeconds: Double
    /// Seconds that the attempt may still take; null for as long as it needs.
    public var timeoutSecondsLeft: Double?

    public init(
      jobID: String,
      cancelRequested: Bool,
      leaseSeconds: Double,
      timeoutSecondsLeft: Double? = nil
    ) {
      self.jobID = jobID
      self.cancelRequested = cancelRequested
      self.leaseSeconds = leaseSeconds
      self.timeoutSecondsLeft = timeoutSecondsLeft
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      cancelRequested = try members.required("cancel_requested")
      leaseSeconds = try members.required("lease_seconds")
      timeoutSecondsLeft = try members.optional("timeout_seconds_left")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("cancel_requested", cancelRequested)
      writer.member("lease_seconds", leaseSeconds)
      writer.member("timeout_seconds_left", timeoutSecondsLeft)
      writer.endObject()
    }
  }
}
