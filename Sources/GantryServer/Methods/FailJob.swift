import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func failJob(_ params: FailJob.Params, _ responder: Responder) throws(RPCError) {
    let id = try jobID(params.jobID)
    let token = try attemptToken(params.attemptToken)
    for (field, value) in [("cancelled", params.cancelled), ("interrupted", params.interrupted)] where value == false {
      throw RPCError.invalidParams(field: field, reason: "must be true, or be left out")
    }
    let error = try params.jobError()
    guard let lease = leases.lease(of: id, token) else { throw try noAttempt(at: id) }
    let retryCount = lease.job.retryCount

    func answer(_ status: JobStatus, retryAt: Timestamp? = nil) -> FailJob.Result {
      FailJob.Result(
        jobID: id.description, status: .init(rawValue: status.rawValue), retryAt: retryAt?.rfc3339,
        retryCount: Int64(retryAt == nil ? retryCount : retryCount + 1))
    }
    if let error {
      submitEnd(
        .fail(id, token, error, engine.retryTerms(for: lease.job)), of: id, token, for: responder
      ) { outcome in
        guard case .failed(let retryAt) = outcome else { preconditionFailure("a failure was answered with another") }
        return answer(retryAt == nil ? .failed : .pending, retryAt: retryAt)
      }
    } else if params.cancelled != nil {
      guard lease.isCancelRequested else {
        throw RPCError.invalidParams(
          field: "cancelled",
          reason: "is for a job that was asked to stop, which this one was not; say interrupted, or why it failed")
      }
      submitEnd(.finishCancelled(id, token), of: id, token, for: responder) { _ in answer(.cancelled) }
    } else {
      submitEnd(.release(id, token), of: id, token, for: responder) { _ in
        // A job that was asked to stop has stopped.
        answer(lease.isCancelRequested ? .cancelled : .pending)
      }
    }
  }
}

nonisolated extension FailJob.Params {
  /// What the attempt failed with; nil when it did not fail.
  fileprivate func jobError() throws(RPCError) -> JobError? {
    if let error { return try error.jobError(retryable: retryable ?? true) }
    return message.map { JobError(kind: "workerFailed", message: $0, isRetryable: retryable ?? true) }
  }
}
