import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func retryJob(_ params: RetryJob.Params, _ responder: Responder) throws(RPCError) {
    let id = try jobID(params.jobID)
    submit(.retryJob(id, force: params.force ?? false), for: responder) { outcome -> RetryJob.Result? in
      guard case .retried(let id, let count) = outcome else { return nil }
      return RetryJob.Result(jobID: id.description, status: .pending, retryCount: Int64(count))
    }
  }
}
