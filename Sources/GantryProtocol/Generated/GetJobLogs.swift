// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Read what a job has said. The log of a job over all its attempts, page by page. Offsets count every byte that
/// the job has ever logged; the last ones are kept, up to retention.log_bytes. A page never splits a character, and
/// what is not UTF-8 is shown as U+FFFD. To follow a job, ask again from next_offset until done.
public enum GetJobLogs: RPCMethod {
  public static let name = "getJobLogs"

  /// What `getJobLogs` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// The job.
    public var jobID: String
    /// Where the page starts, in bytes; without it, or when that byte is no longer kept, at the oldest one.
    public var offset: Int64?
    /// Bytes of the page.
    public var limit: Int64?

    public init(
      jobID: String,
      offset: Int64? = nil,
      limit: Int64? = nil
    ) {
      self.jobID = jobID
      self.offset = offset
      self.limit = limit
    }

    public static let parameterNames: [String] = ["job_id", "offset", "limit"]
    public static let requiredCount = 1

    public init(members: JSONObject) throws(JSONDecodingError) {
      jobID = try members.required("job_id")
      offset = try members.optional("offset")
      limit = try members.optional("limit")
      try Check.uuid(jobID, "job_id")
      try Check.range(offset, 0...9007199254740991, "offset")
      try Check.range(limit, 16...1048576, "limit")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.memberIfPresent("offset", offset)
      writer.memberIfPresent("limit", limit)
      writer.endObject()
    }
  }

  /// What `getJobLogs` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a job: a UUID of version 7, so that ids sort by time of creation.
    public var jobID: String
    /// What the job wrote.
    public var text: String
    /// Offset of the first byte given.
    public var offset: Int64
    /// Where the next page starts.
    public var nextOffset: Int64
    /// Offset of the oldest byte kept.
    public var firstOffset: Int64
    /// Bytes logged in all.
    public var totalBytes: Int64
    /// The job has ended, and this page is its last.
    public var done: Bool

    public init(
      jobID: String,
      text: String,
      offset: Int64,
      nextOffset: Int64,
      firstOffset: Int64,
      totalBytes: Int64,
      done: Bool
    ) {
      self.jobID = jobID
      self.text = text
      self.offset = offset
      self.nextOffset = nextOffset
      self.firstOffset = firstOffset
      self.totalBytes = totalBytes
      self.done = done
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobID = try members.required("job_id")
      text = try members.required("text")
      offset = try members.required("offset")
      nextOffset = try members.required("next_offset")
      firstOffset = try members.required("first_offset")
      totalBytes = try members.required("total_bytes")
      done = try members.required("done")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("job_id", jobID)
      writer.member("text", text)
      writer.member("offset", offset)
      writer.member("next_offset", nextOffset)
      writer.member("first_offset", firstOffset)
      writer.member("total_bytes", totalBytes)
      writer.member("done", done)
      writer.endObject()
    }
  }
}
