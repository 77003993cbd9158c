import GantryProtocol
import JSON
import JSONRPC

/// The generated methods. A test holds the list against the document.
let allMethods: [any RPCMethod.Type] = [
  Ping.self,
  Hello.self,
  RPCDiscover.self,
  CreateJob.self,
  GetJobStatus.self,
  GetJobLogs.self,
  ListJobs.self,
  WaitJob.self,
  CancelJob.self,
  RetryJob.self,
  ClaimJobs.self,
  HeartbeatJob.self,
  CompleteJob.self,
  FailJob.self,
  CleanupJobs.self,
  RefreshProject.self,
  PauseQueue.self,
  ResumeQueue.self,
  CreateSchedule.self,
  ListSchedules.self,
  DeleteSchedule.self,
  QueueStatus.self,
  GetJobAttempts.self,
  ExplainJob.self,
  GetRefreshHistory.self,
  Health.self,
  ReadMetrics.self,
  Backup.self,
  Verify.self,
  CreateProject.self,
  UpdateProject.self,
  GetProject.self,
  ListProjects.self,
  GetProjectPlan.self,
  ExplainProgress.self,
  GetProjectSkills.self,
  GetSkills.self,
  GetProjectProgressHistory.self,
  GetTaskHistory.self,
  Subscribe.self,
  Unsubscribe.self,
]

extension RPCMethod {
  /// What the generated type makes of params, written out again.
  static func passThrough(params: JSON) throws -> JSON {
    var writer = JSONWriter()
    try Params.decode(RawJSON(params)).write(to: &writer)
    return try JSON.parse(writer.bytes)
  }

  /// What the generated type makes of a result, written out again.
  static func passThrough(result: JSON) throws -> JSON {
    var writer = JSONWriter()
    try Result(json: result).write(to: &writer)
    return try JSON.parse(writer.bytes)
  }

  /// What the params are refused with; nil when they are taken.
  static func refusal(of params: JSON) -> RPCError? {
    do throws(RPCError) {
      _ = try Params.decode(RawJSON(params))
      return nil
    } catch {
      return error
    }
  }

  static var parameterNames: [String] { Params.parameterNames }
  static var requiredCount: Int { Params.requiredCount }
}

extension JSON {
  /// The same value in one spelling: members by name, numbers as the shortest that is the same double.
  var canonical: JSON {
    switch self {
    case .number(let number): number.double.map { JSON($0) } ?? self
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let members):
      .object(JSONObject(members.map { ($0.key, $0.value.canonical) }.sorted { $0.0 < $1.0 }))
    case .null, .bool, .string: self
    }
  }
}
