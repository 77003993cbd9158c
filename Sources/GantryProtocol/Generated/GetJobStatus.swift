// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Look at a job. The job as it stands now.
public enum GetJobStatus: RPCMethod {
  public static let name = "getJobStatus"

  /// What `getJobStatus` takes.
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

  /// What `getJobStatus` answers.
  public typealias Result = JobObject
}
