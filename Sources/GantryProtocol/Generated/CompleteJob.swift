// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Report that a job is done. Ends the attempt and the job. The answer means that the result is on disk.
public enum CompleteJob: RPCMethod {
  public static let name = "completeJob"

  /// What `completeJob` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String
    /// What claimJobs gave out with the job.
    public var attemptToken: String
    /// What the job shows as its result; without it, an empty object.
    public var result: RawJSON?

    public init(
      jobID: String,
      attemptToken: String,
      result: RawJSON? = nil
    ) {
      self.jobID = jobID
      self.attemptToken = attemptToken
      self.result = result
    }

    public static let parameterNames: [String] = ["job_id", "attempt_token", "result"]
    public static let requiredCount = 2

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      attemptToken = try members.required("attempt_token")
      result = try members.optional("result")
      try Check.uuid(jobID, "job_id")
      try Check.uuid(attemptToken, "attempt_token")
      try Check.object(result, "result")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("attempt_token", attemptToken)
      writer.memberIfPresent("result", result)
      writer.endObject()
    }
  }

  /// What `completeJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Where a job stands.
    public var status: JobStatusName

    public init(
      jobID: String,
      status: JobStatusName
    ) {
      self.jobID = jobID
      self.status = status
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      status = try members.required("status")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("status", status)
      writer.endObject()
    }
  }
}
