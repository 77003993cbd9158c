// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Wait until a job has ended. Answers as soon as the job has ended, or when the time is up; other requests of the
/// connection are answered in the meantime. $/cancelRequest ends the wait.
public enum WaitJob: RPCMethod {
  public static let name = "waitJob"

  /// What `waitJob` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String
    /// How long to wait.
    public var timeoutSeconds: Double?

    public init(
      jobID: String,
      timeoutSeconds: Double? = nil
    ) {
      self.jobID = jobID
      self.timeoutSeconds = timeoutSeconds
    }

    public static let parameterNames: [String] = ["job_id", "timeout_seconds"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      timeoutSeconds = try members.optional("timeout_seconds")
      try Check.uuid(jobID, "job_id")
      try Check.range(timeoutSeconds, 0...3600, "timeout_seconds")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.memberIfPresent("timeout_seconds", timeoutSeconds)
      writer.endObject()
    }
  }

  /// What `waitJob` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// A job.
    public var job: JobObject
    /// The time was up before the job had ended.
    public var timedOut: Bool

    public init(
      job: JobObject,
      timedOut: Bool
    ) {
      self.job = job
      self.timedOut = timedOut
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      job = try members.required("job")
      timedOut = try members.required("timed_out")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job", job)
      writer.member("timed_out", timedOut)
      writer.endObject()
    }
  }
}
