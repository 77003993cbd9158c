// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Be told what happens. Events that match come as notifications `event` on this connection, in order and each
/// once, behind this answer. The subscription ends with unsubscribe or with the connection.
public enum Subscribe: RPCMethod {
  public static let name = "subscribe"

  /// What `subscribe` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Names of events, or beginnings of names that end in a dot: `job.`. Without it, all.
    public var events: [String]?
    /// Only what concerns this project and its jobs.
    public var projectID: String?
    /// Only what concerns this job.
    public var jobID: String?
    /// Begin behind the event of this number, with what happened since; 0 begins with the oldest event that is kept.
    /// Without it, only what happens from now on. With it, project_id and job_id may name what is gone by now.
    public var sinceSeq: Int64?

    public init(
      events: [String]? = nil,
      projectID: String? = nil,
      jobID: String? = nil,
      sinceSeq: Int64? = nil
    ) {
      self.events = events
      self.projectID = projectID
      self.jobID = jobID
      self.sinceSeq = sinceSeq
    }

    public static let parameterNames: [String] = ["events", "project_id", "job_id", "since_seq"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      events = try members.optional("events")
      projectID = try members.optional("project_id")
      jobID = try members.optional("job_id")
      sinceSeq = try members.optional("since_seq")
      try Check.count(events, 1...64, "events")
      try Check.uuid(projectID, "project_id")
      try Check.uuid(jobID, "job_id")
      try Check.range(sinceSeq, 0...9007199254740991, "since_seq")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("events", events)
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("job_id", jobID)
      writer.memberIfPresent("since_seq", sinceSeq)
      writer.endObject()
    }
  }

  /// What `subscribe` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Every notification carries it.
    public var subscriptionID: String
    /// Number of the newest event there was, 0 before the first. Everything up to it is replayed, everything behind
    /// it is told when it happens.
    public var seq: Int64
    /// Not null when events behind since_seq are no longer known.
    public var gap: SubscriptionGap?

    public init(
      subscriptionID: String,
      seq: Int64,
      gap: SubscriptionGap? = nil
    ) {
      self.subscriptionID = subscriptionID
      self.seq = seq
      self.gap = gap
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      subscriptionID = try members.required("subscription_id")
      seq = try members.required("seq")
      gap = try members.optional("gap")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("subscription_id", subscriptionID)
      writer.member("seq", seq)
      writer.member("gap", gap)
      writer.endObject()
    }
  }
}
