import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func createJob(_ params: CreateJob.Params, _ responder: Responder) throws(RPCError) {
    let job = try newJob(params, userID: responder.session.userID)
    submit(.createJob(job), for: responder) { outcome -> CreateJob.Result? in
      guard case .jobCreated(let id, let status, let how) = outcome else { return nil }
      return CreateJob.Result(
        jobID: id.description, status: .init(rawValue: status.rawValue), outcome: .init(rawValue: how.rawValue))
    }
    // Right behind the insert: an idle worker then gets the job out of the same commit.
    engine.claim()
  }

  private func newJob(_ params: CreateJob.Params, userID: String) throws(RPCError) -> NewJob {
    let (terms, projectID) = try terms(of: params.type, project: params.projectID)
    return NewJob(
      type: params.type, projectID: projectID, userID: userID,
      priority: params.priority.flatMap { JobPriority(name: $0.rawValue) } ?? .normal,
      payload: params.payload?.text ?? "{}",
      maxRetries: params.maxRetries.map { Int($0) } ?? configuration.maxRetries(of: params.type),
      runAt: try runAt(params), idempotencyKey: params.idempotencyKey, uniqueKey: params.uniqueKey,
      exclusiveKey: terms.exclusiveKey(of: projectID),
      timeoutSeconds: params.timeoutSeconds, queueTimeoutSeconds: params.queueTimeoutSeconds,
      dependsOn: try (params.dependsOn ?? []).map { text throws(RPCError) in
        guard let id = JobID(text) else { throw RPCError.invalidParams(field: "depends_on", reason: "holds no UUID") }
        return id
      },
      rateLimit: params.type == NewJob.refreshType ? configuration.refreshLimit : nil)
  }

  private func runAt(_ params: CreateJob.Params) throws(RPCError) -> Timestamp? {
    switch (params.runAt, params.delaySeconds) {
    case (nil, nil): return nil
    case (let text?, nil):
      guard let instant = Timestamp(rfc3339: text) else {
        throw RPCError.invalidParams(field: "run_at", reason: "is not an RFC 3339 date and time")
      }
      return instant
    case (nil, let seconds?): return clock.now().advanced(bySeconds: seconds)
    case (_?, _?):
      throw RPCError.invalidParams(field: "delay_seconds", reason: "cannot be given together with run_at")
    }
  }
}
