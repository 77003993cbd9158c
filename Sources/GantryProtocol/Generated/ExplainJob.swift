// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Say why a job is not running, or what it does. Several reasons may hold at once; the most decisive comes first,
/// and each says what to do about it. The same question about a job that runs tells how far it is, and about one
/// that has ended how it ended and whether it can be retried.
public enum ExplainJob: RPCMethod {
  public static let name = "explainJob"

  /// What `explainJob` takes.
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

  /// What `explainJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Where a job stands.
    public var status: JobStatusName
    /// The most decisive reason in one sentence.
    public var summary: String
    /// The most decisive first.
    public var reasons: [ExplainReasonObject]

    public init(
      jobID: String,
      status: JobStatusName,
      summary: String,
      reasons: [ExplainReasonObject]
    ) {
      self.jobID = jobID
      self.status = status
      self.summary = summary
      self.reasons = reasons
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      status = try members.required("status")
      summary = try members.required("summary")
      reasons = try members.required("reasons")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("status", status)
      writer.member("summary", summary)
      writer.member("reasons", reasons)
      writer.endObject()
    }
  }
}
