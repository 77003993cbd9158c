// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Say whether the daemon does its work. Looks at the database, the disk, the loop, the jobs and the workers on the
/// socket. It answers also when the database does not.
public enum Health: RPCMethod {
  public static let name = "health"

  /// What `health` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    public init() {}

    public static let parameterNames: [String] = []
    public static let requiredCount = 0

    public init(members: JSONObject) throws(JSONDecodingError) {
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.endObject()
    }
  }

  /// What `health` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The worst of the checks.
    public var status: HealthStatusName
    /// Everything that was looked at.
    public var checks: [HealthCheckObject]
    /// The queue; null when the database cannot be read.
    public var queueStatus: QueueFigures?
    /// Jobs that do not go on as they should, at most 100.
    public var stuckJobs: [StuckJobObject]
    /// The database can be read.
    public var databaseConnected: Bool
    /// Room on the disk that holds the state directory; null when the system does not tell.
    public var diskFreeBytes: Int64?
    /// Since the daemon started.
    public var uptimeSeconds: Double
    /// Names this run of the daemon.
    public var instanceID: String
    /// Of gantryd.
    public var version: String
    /// Who runs jobs.
    public var workers: WorkerCounts
    /// No job is started at the moment.
    public var paused: Bool

    public init(
      status: HealthStatusName,
      checks: [HealthCheckObject],
      queueStatus: QueueFigures? = nil,
      stuckJobs: [StuckJobObject],
      databaseConnected: Bool,
      diskFreeBytes: Int64? = nil,
      uptimeSeconds: Double,
      instanceID: String,
      version: String,
      workers: WorkerCounts,
      paused: Bool
    ) {
      self.status = status
      self.checks = checks
      self.queueStatus = queueStatus
      self.stuckJobs = stuckJobs
      self.databaseConnected = databaseConnected
      self.diskFreeBytes = diskFreeBytes
      self.uptimeSeconds = uptimeSeconds
      self.instanceID = instanceID
      self.version = version
      self.workers = workers
      self.paused = paused
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      status = try members.required("status")
      checks = try members.required("checks")
      queueStatus = try members.optional("queue_status")
      stuckJobs = try members.required("stuck_jobs")
      databaseConnected = try members.required("database_connected")
      diskFreeBytes = try members.optional("disk_free_bytes")
      uptimeSeconds = try members.required("uptime_seconds")
      instanceID = try members.required("instance_id")
      version = try members.required("version")
      workers = try members.required("workers")
      paused = try members.required("paused")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("status", status)
      writer.member("checks", checks)
      writer.member("queue_status", queueStatus)
      writer.member("stuck_jobs", stuckJobs)
      writer.member("database_connected", databaseConnected)
      writer.member("disk_free_bytes", diskFreeBytes)
      writer.member("uptime_seconds", uptimeSeconds)
      writer.member("instance_id", instanceID)
      writer.member("version", version)
      writer.member("workers", workers)
      writer.member("paused", paused)
      writer.endObject()
    }
  }
}
