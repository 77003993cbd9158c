import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func getJobAttempts(_ params: GetJobAttempts.Params) throws(RPCError) -> GetJobAttempts.Result {
    let job = try job(params.jobID)
    let records = try read { reader throws(StoreError) in try reader.attempts(of: job.id) }
    return GetJobAttempts.Result(jobID: job.id.description, attempts: records.map { AttemptObject($0) })
  }
}

extension AttemptObject {
  /// The attempt as clients see it.
  init(_ record: AttemptRecord) {
    self.init(
      attempt: Int64(record.attempt), startedAt: record.startedAt.rfc3339, endedAt: record.endedAt?.rfc3339,
      outcome: AttemptOutcomeName(rawValue: record.outcome.rawValue), worker: record.worker,
      error: record.error.map { JobErrorObject($0) }, retryAt: record.retryAt?.rfc3339)
  }
}
