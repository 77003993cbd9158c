import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func cancelJob(_ params: CancelJob.Params, _ responder: Responder) throws(RPCError) {
    let id = try jobID(params.jobID)
    submit(.cancelJob(id), for: responder) { [engine, leases, clock] outcome -> CancelJob.Result? in
      guard case .cancelled(let id, let status, let requested) = outcome else { return nil }
      if requested {
        engine.cancel(id)
        leases.cancel(id, now: clock.now())
      }
      return CancelJob.Result(
        jobID: id.description, status: .init(rawValue: status.rawValue), cancelRequested: requested)
    }
  }
}
