import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func heartbeatJob(_ params: HeartbeatJob.Params, _ responder: Responder) throws(RPCError) {
    let id = try jobID(params.jobID)
    let token = try attemptToken(params.attemptToken)
    let progress = try params.progress.map { report throws(RPCError) in try report.progress() }
    let log = try WorkerText.logBytes(params.log ?? [])
    guard let lease = leases.lease(of: id, token) else { throw try noAttempt(at: id) }
    leases.renew(lease, seconds: params.leaseSeconds)
    var commands: [StoreCommand] = []
    if let progress { commands.append(.progress(id, token, progress)) }
    if !log.isEmpty {
      commands.append(.log(id, token, LogAppend(bytes: log, limit: configuration.retention.logBytes)))
    }
    guard let last = commands.popLast() else { return responder.succeed(heartbeat(lease)) }
    for command in commands { store.submit(command) { _ in } }
    submitReport(last, for: responder) { [unowned self] outcome -> Result<HeartbeatJob.Result, RPCError> in
      // The store ignores what an attempt says that is over; its worker must hear of it all the same.
      guard leases.lease(of: id, token) === lease else { return .failure(WireErrors.staleAttempt(id)) }
      // Progress comes again with the next heartbeat, lines do not.
      if !log.isEmpty, case .failure(let rejection) = outcome { return .failure(refusal(rejection, of: responder)) }
      return .success(heartbeat(lease))
    }
  }

  private func heartbeat(_ lease: Lease) -> HeartbeatJob.Result {
    HeartbeatJob.Result(
      jobID: lease.job.id.description, cancelRequested: lease.isCancelRequested, leaseSeconds: lease.seconds,
      timeoutSecondsLeft: lease.timeoutSecondsLeft)
  }

  /// Why a worker does not have the job that it reports on.
  func noAttempt(at id: JobID) throws(RPCError) -> RPCError {
    _ = try job(id)
    return WireErrors.staleAttempt(id)
  }

  func attemptToken(_ text: String) throws(RPCError) -> AttemptToken {
    guard let token = AttemptToken(text) else {
      throw RPCError.invalidParams(field: "attempt_token", reason: "is not a UUID")
    }
    return token
  }
}
