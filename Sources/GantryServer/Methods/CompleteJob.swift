import GantryProtocol
import JSON
import JSONRPC
import JobModel
import JobStore

extension Server {
  func completeJob(_ params: CompleteJob.Params, _ responder: Responder) throws(RPCError) {
    let id = try jobID(params.jobID)
    let token = try attemptToken(params.attemptToken)
    let output = JobOutput(result: params.result?.text ?? "{}")
    submitEnd(.complete(id, token, output), of: id, token, for: responder) { _ in
      CompleteJob.Result(jobID: id.description, status: .init(rawValue: JobStatus.completed.rawValue))
    }
  }

  /// Sends the end of a worker's attempt to the store; the lease ends with the commit.
  func submitEnd<R: JSONEncodable>(
    _ command: StoreCommand, of id: JobID, _ token: AttemptToken, for responder: Responder,
    _ result: @escaping (StoreOutcome) -> R
  ) {
    submitReport(command, for: responder) { [unowned self] outcome -> Result<R, RPCError> in
      switch outcome {
      case .success(let value):
        let answer = result(value)
        if let lease = leases.lease(of: id, token) { polls.ended(lease, session: responder.session.number) }
        leases.ended(id, token)
        return .success(answer)
      case .failure(let rejection):
        switch rejection {
        case .staleAttempt, .jobNotFound: leases.ended(id, token)
        default: break
        }
        return .failure(refusal(rejection, of: responder))
      }
    }
  }

  /// Sends a worker's report to the store and answers after its commit.
  func submitReport<R: JSONEncodable>(
    _ command: StoreCommand, for responder: Responder,
    _ answer: @escaping (Result<StoreOutcome, StoreRejection>) -> Result<R, RPCError>
  ) {
    let session = responder.session
    session.writeStarted()
    let start = MonotonicClock.now()
    store.submit(command) { [unowned self] outcome in
      noteDuration(since: start, "it waited for the store", of: responder)
      switch answer(outcome) {
      case .success(let result): responder.succeed(result)
      case .failure(let error): responder.fail(error)
      }
      session.writeEnded()
    }
  }
}
