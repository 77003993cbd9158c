// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Count the jobs. Takes the same time however many jobs there are.
public enum QueueStatus: RPCMethod {
  public static let name = "queueStatus"

  /// What `queueStatus` takes.
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

  /// What `queueStatus` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// Jobs that wait.
    public var pending: Int64
    /// Jobs that run.
    public var processing: Int64
    /// Jobs that ended well.
    public var completed: Int64
    /// Jobs that ended badly.
    public var failed: Int64
    /// Jobs that were cancelled.
    public var cancelled: Int64
    /// All jobs.
    public var total: Int64
    /// Age of the waiting job that could run and has waited longest; null when none waits.
    public var oldestPendingSeconds: Double?
    /// Who runs jobs.
    public var workers: WorkerCounts
    /// No job is started at the moment.
    public var paused: Bool
    /// Job types that are not started at the moment.
    public var pausedTypes: [String]

    public init(
      pending: Int64,
      processing: Int64,
      completed: Int64,
      failed: Int64,
      cancelled: Int64,
      total: Int64,
      oldestPendingSeconds: Double? = nil,
      workers: WorkerCounts,
      paused: Bool,
      pausedTypes: [String]
    ) {
      self.pending = pending
      self.processing = processing
      self.completed = completed
      self.failed = failed
      self.cancelled = cancelled
      self.total = total
      self.oldestPendingSeconds = oldestPendingSeconds
      self.workers = workers
      self.paused = paused
      self.pausedTypes = pausedTypes
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      pending = try members.required("pending")
      processing = try members.required("processing")
      completed = try members.required("completed")
      failed = try members.required("failed")
      cancelled = try members.required("cancelled")
      total = try members.required("total")
      oldestPendingSeconds = try members.optional("oldest_pending_seconds")
      workers = try members.required("workers")
      paused = try members.required("paused")
      pausedTypes = try members.required("paused_types")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("pending", pending)
      writer.member("processing", processing)
      writer.member("completed", completed)
      writer.member("failed", failed)
      writer.member("cancelled", cancelled)
      writer.member("total", total)
      writer.member("oldest_pending_seconds", oldestPendingSeconds)
      writer.member("workers", workers)
      writer.member("paused", paused)
      writer.member("paused_types", pausedTypes)
      writer.endObject()
    }
  }
}
