// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Delete ended jobs. Ended jobs are deleted by themselves once they are older than the retention that the
/// configuration sets; this does it at once, or earlier. With a job go its logs, its attempts and its idempotency
/// key. Pending and processing jobs are never touched, nor is a job that one of them waits for. The work is done in
/// small steps between which everything else goes on; the answer comes when all is done; `$/cancelRequest` ends it
/// earlier, and the answer tells what was deleted until then. To delete ended jobs of every age, say `all`: a zero
/// for `older_than_days` alone is refused.
public enum CleanupJobs: RPCMethod {
  public static let name = "cleanupJobs"

  /// What `cleanupJobs` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Days since the end of the job. Default: the configured retention of each status.
    public var olderThanDays: Double?
    /// Which jobs: of `completed`, `failed` and `cancelled`; all three if absent.
    public var statuses: [JobStatusName]?
    /// Only count.
    public var dryRun: Bool?
    /// Delete ended jobs of every age.
    public var all: Bool?

    public init(
      olderThanDays: Double? = nil,
      statuses: [JobStatusName]? = nil,
      dryRun: Bool? = nil,
      all: Bool? = nil
    ) {
      self.olderThanDays = olderThanDays
      self.statuses = statuses
      self.dryRun = dryRun
      self.all = all
    }

    public static let parameterNames: [String] = ["older_than_days", "statuses", "dry_run", "all"]
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
      olderThanDays = try members.optional("older_than_days")
      statuses = try members.optional("statuses")
      dryRun = try members.optional("dry_run")
      all = try members.optional("all")
      try Check.range(olderThanDays, 0...36500, "older_than_days")
      try Check.count(statuses, 1...3, "statuses")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.memberIfPresent("older_than_days", olderThanDays)
      writer.memberIfPresent("statuses", statuses)
      writer.memberIfPresent("dry_run", dryRun)
      writer.memberIfPresent("all", all)
      writer.endObject()
    }
  }

  /// What `cleanupJobs` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// How many jobs; in a dry run how many there would be.
    public var deleted: Int64
    /// Nothing was deleted.
    public var dryRun: Bool

    public init(
      deleted: Int64,
      dryRun: Bool
    ) {
      self.deleted = deleted
      self.dryRun = dryRun
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      deleted = try members.required("deleted")
      dryRun = try members.required("dry_run")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("deleted", deleted)
      writer.member("dry_run", dryRun)
      writer.endObject()
    }
  }
}
