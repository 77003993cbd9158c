// Generated from protocol/openrpc.json by protocolgen. Change the document and run `make generate`.
// swift-format-ignore-file

import JSON
import JSONRPC

/// Queue a job again and again. Jobs of a schedule are queued like those of createJob, also while an earlier one
/// still waits or runs; a refresh joins the one that waits. No time of a schedule makes two jobs, whatever the
/// clock does.
public enum CreateSchedule: RPCMethod {
  public static let name = "createSchedule"

  /// What `createSchedule` takes.
  public struct Params: RPCParams, Hashable, Sendable {
    /// Minute, hour, day of month, month, day of week as in a crontab, or @hourly, @daily, @weekly, @monthly,
    /// @yearly, or an interval such as @every 15m.
    public var cron: String
    /// What to do, as for createJob.
    public var type: String
    /// The zone whose clocks it goes by, such as Europe/Berlin, or local for the daemon's. Without it, UTC.
    public var timezone: String?
    /// The project to work on.
    public var projectID: String?
    /// Further input, kept unchanged.
    public var payload: RawJSON?
    /// Without it, normal.
    public var priority: JobPriorityName?
    /// Without it, once.
    public var missed: MissedRunsName?
    /// What people call it; names need not differ.
    public var name: String?

    public init(
      cron: String,
      type: String,
      timezone: String? = nil,
      projectID: String? = nil,
      payload: RawJSON? = nil,
      priority: JobPriorityName? = nil,
      missed: MissedRunsName? = nil,
      name: String? = nil
    ) {
      self.cron = cron
      self.type = type
      self.timezone = timezone
      self.projectID = projectID
      self.payload = payload
      self.priority = priority
      self.missed = missed
      self.name = name
    }

    public static let parameterNames: [String] = ["cron", "type", "timezone", "project_id", "payload", "priority", "missed", "name"]
    public static let requiredCount = 2

    public init(members: JSONObject) throws(JSONDecodingError) {
      cron = try members.required("cron")
      type = try members.required("type")
      timezone = try members.optional("timezone")
      projectID = try members.optional("project_id")
      payload = try members.optional("payload")
      priority = try members.optional("priority")
      missed = try members.optional("missed")
      name = try members.optional("name")
      try Check.length(cron, 1...512, "cron")
      try Check.line(cron, "cron")
      try Check.length(type, 1...64, "type")
      try Check.line(type, "type")
      try Check.length(timezone, 1...255, "timezone")
      try Check.line(timezone, "timezone")
      try Check.uuid(projectID, "project_id")
      try Check.object(payload, "payload")
      try Check.known(priority, "priority")
      try Check.known(missed, "missed")
      try Check.length(name, 1...255, "name")
      try Check.line(name, "name")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("cron", cron)
      writer.member("type", type)
      writer.memberIfPresent("timezone", timezone)
      writer.memberIfPresent("project_id", projectID)
      writer.memberIfPresent("payload", payload)
      writer.memberIfPresent("priority", priority)
      writer.memberIfPresent("missed", missed)
      writer.memberIfPresent("name", name)
      writer.endObject()
    }
  }

  /// What `createSchedule` answers.
  public struct Result: JSONEncodable, JSONDecodable, Hashable, Sendable {
    /// The id of a schedule: a UUID of version 7.
    public var scheduleID: String
    /// An instant in UTC, RFC 3339 with milliseconds.
    public var nextRunAt: String

    public init(
      scheduleID: String,
      nextRunAt: String
    ) {
      self.scheduleID = scheduleID
      self.nextRunAt = nextRunAt
    }

    public init(json: JSON) throws(JSONDecodingError) {
      let members = try JSONObject(json: json)
      scheduleID = try members.required("schedule_id")
      nextRunAt = try members.required("next_run_at")
    }

    public func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member("schedule_id", scheduleID)
      writer.member("next_run_at", nextRunAt)
      writer.endObject()
    }
  }
}
