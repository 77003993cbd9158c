// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Stop a job. A job that waits is cancelled at once. One that runs is asked to stop, with all its processes;
/// waitJob tells when it has.
public enum CancelJob: RPCMethod {
  public static let name = "cancelJob"

  /// What `cancelJob` takes.
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

  /// What `cancelJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// Where a job stands.
    public var status: JobStatusName
    /// It runs and was asked to stop.
    public var cancelRequested: Bool

    public init(
      jobID: String,
      status: JobStatusName,
      cancelRequested: Bool
    ) {
      self.jobID = jobID
      self.status = status
      self.cancelRequested = cancelRequested
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      status = try members.required("status")
      cancelRequested = try members.required("cancel_requested")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("status", status)
      writer.member("cancel_requested", cancelRequested)
      writer.endObject()
    }
  }
}
