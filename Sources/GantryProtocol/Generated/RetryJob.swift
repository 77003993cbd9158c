// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Put a failed job back. It waits again and runs with a fresh attempt.
public enum RetryJob: RPCMethod {
  public static let name = "retryJob"

  /// What `retryJob` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String
    /// Also when it has used up its retries.
    public var force: Bool?

    public init(
      jobID: String,
      force: Bool? = nil
    ) {
      self.jobID = jobID
      self.force = force
    }

    public static let parameterNames: [String] = ["job_id", "force"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      force = try members.optional("force")
      try Check.uuid(jobID, "job_id")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.memberIfPresent("force", force)
      writer.endObject()
    }
  }

  /// What `retryJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Where a job stands.
    public var status: JobStatusName
    /// How often it was put back, this time included.
    public var retryCount: Int64

    public init(
      jobID: String,
      status: JobStatusName,
      retryCount: Int64
    ) {
      self.jobID = jobID
      self.status = status
      self.retryCount = retryCount
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      status = try members.required("status")
      retryCount = try members.required("retry_count")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("status", status)
      writer.member("retry_count", retryCount)
      writer.endObject()
    }
  }
}
