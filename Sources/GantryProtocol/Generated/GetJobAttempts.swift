// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Show every attempt at a job. Oldest first; the one that runs or that completed the job last. Of a job with very
/// many attempts the oldest are forgotten.
public enum GetJobAttempts: RPCMethod {
  public static let name = "getJobAttempts"

  /// What `getJobAttempts` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String

    public init(
      jobID: String
    ) {
      self.jobID = jobID
    }

    public static let parameterNames: [String] = ["job_id"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      try Check.uuid(jobID, "job_id")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.endObject()
    }
  }

  /// What `getJobAttempts` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Oldest first; empty before the first.
    public var attempts: [AttemptObject]

    public init(
      jobID: String,
      attempts: [AttemptObject]
    ) {
      self.jobID = jobID
      self.attempts = attempts
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      attempts = try members.required("attempts")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("attempts", attempts)
      writer.endObject()
    }
  }
}
