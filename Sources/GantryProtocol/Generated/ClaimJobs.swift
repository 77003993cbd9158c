// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Take jobs to work on. For workers that come over the socket; they serve job types which the configuration
/// declares external. Waits until there is a job of one of the types, first come first served among the workers.
/// What is claimed is leased: the worker sends heartbeats and ends each job with completeJob or failJob. A job
/// whose worker is gone comes back, when the connection closes or the lease ends, whichever is first.
public enum ClaimJobs: RPCMethod {
  public static let name = "claimJobs"

  /// What `claimJobs` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// A name for the worker, shown with its jobs and in the log.
    public var worker: String
    /// The job types to take, all of them external.
    public var types: [String]
    /// How many jobs to take at once, at most.
    public var limit: Int64?
    /// How long to wait for the first of them; 0 answers at once.
    public var waitSeconds: Double?
    /// How long the worker may stay silent; without it, queue.lease_seconds of the configuration.
    public var leaseSeconds: Double?
    /// The leases outlive the connection, for workers that make a new one for each request. The jobs of one that is
    /// gone then come back only when their leases end.
    public var detached: Bool?

    public init(
      worker: String,
      types: [String],
      limit: Int64? = nil,
      waitSeconds: Double? = nil,
      leaseSeconds: Double? = nil,
      detached: Bool? = nil
    ) {
      self.worker = worker
      self.types = types
      self.limit = limit
      self.waitSeconds = waitSeconds
      self.leaseSeconds = leaseSeconds
      self.detached = detached
    }

    public static let parameterNames: [String] = ["worker", "types", "limit", "wait_seconds", "lease_seconds", "detached"]
    public static let requiredCount = 2

    public init(members: JSONObject) throws(JSONDecodingError) {
      worker = try members.required("worker")
      types = try members.required("types")
      limit = try members.optional("limit")
      waitSeconds = try members.optional("wait_seconds")
      leaseSeconds = try members.optional("lease_seconds")
      detached = try members.optional("detached")
      try Check.length(worker, 1...256, "worker")
      try Check.line(worker, "worker")
      try Check.count(types, 1...64, "types")
      try Check.range(limit, 1...64, "limit")
      try Check.range(waitSeconds, 0...3600, "wait_seconds")
      try Check.range(leaseSeconds, 1...3600, "lease_seconds")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("worker", worker)
      writer.member("types", types)
      writer.memberIfPresent("limit", limit)
      writer.memberIfPresent("wait_seconds", waitSeconds)
      writer.memberIfPresent("lease_seconds", leaseSeconds)
      writer.memberIfPresent("detached", detached)
      writer.endObject()
    }
  }

  /// What `claimJobs` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The jobs taken, the most urgent first; none when the time was up.
    public var jobs: [ClaimedJobObject]

    public init(
      jobs: [ClaimedJobObject]
    ) {
      self.jobs = jobs
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      jobs = try members.required("jobs")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("jobs", jobs)
      writer.endObject()
    }
  }
}
