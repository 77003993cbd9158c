// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Report that a job is not done. Ends the attempt. With an error, the job is tried again later if a retry is left,
/// unless retryable says that this cannot help. With cancelled, it stopped because it was asked to. With
/// interrupted, the worker is being stopped: the job goes back to the queue, and no retry is spent.
public enum FailJob: RPCMethod {
  public static let name = "failJob"

  /// What `failJob` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String
    /// What claimJobs gave out with the job.
    public var attemptToken: String
    /// Why it failed.
    public var error: ErrorReport?
    /// Why it failed, in words only; the kind is then workerFailed.
    public var message: String?
    /// Whether trying again may help.
    public var retryable: Bool?
    /// True: the job stopped because cancel_requested said so.
    public var cancelled: Bool?
    /// True: the worker is being stopped and cannot go on.
    public var interrupted: Bool?

    public init(
      jobID: String,
      attemptToken: String,
      error: ErrorReport? = nil,
      message: String? = nil,
      retryable: Bool? = nil,
      cancelled: Bool? = nil,
      interrupted: Bool? = nil
    ) {
      self.jobID = jobID
      self.attemptToken = attemptToken
      self.error = error
      self.message = message
      self.retryable = retryable
      self.cancelled = cancelled
      self.interrupted = interrupted
    }

    public static let parameterNames: [String] = ["job_id", "attempt_token", "error", "message", "retryable", "cancelled", "interrupted"]
    public static let requiredCount = 2

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      attemptToken = try members.required("attempt_token")
      error = try members.optional("error")
      message = try members.optional("message")
      retryable = try members.optional("retryable")
      cancelled = try members.optional("cancelled")
      interrupted = try members.optional("interrupted")
      try Check.uuid(jobID, "job_id")
      try Check.uuid(attemptToken, "attempt_token")
      try Check.length(message, 1...8192, "message")
      try Check.exactlyOne([("message", message != nil), ("error", error != nil), ("cancelled", cancelled != nil), ("interrupted", interrupted != nil)])
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("attempt_token", attemptToken)
      writer.memberIfPresent("error", error)
      writer.memberIfPresent("message", message)
      writer.memberIfPresent("retryable", retryable)
      writer.memberIfPresent("cancelled", cancelled)
      writer.memberIfPresent("interrupted", interrupted)
      writer.endObject()
    }
  }

  /// What `failJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Where a job stands.
    public var status: JobStatusName
    /// When it is tried again; null when it is not, or at once.
    public var retryAt: String?
    /// Times that the job was put back after a failure.
    public var retryCount: Int64

    public init(
      jobID: String,
      status: JobStatusName,
      retryAt: String? = nil,
      retryCount: Int64
    ) {
      self.jobID = jobID
      self.status = status
      self.retryAt = retryAt
      self.retryCount = retryCount
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      status = try members.required("status")
      retryAt = try members.optional("retry_at")
      retryCount = try members.required("retry_count")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("status", status)
      writer.member("retry_at", retryAt)
      writer.member("retry_count", retryCount)
      writer.endObject()
    }
  }
}
