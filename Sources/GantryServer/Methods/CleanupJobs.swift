import GantryProtocol
import JSONRPC
import JobModel
import JobStore
import Logging

extension Server {
  func cleanupJobs(_ params: CleanupJobs.Params, _ responder: Responder) throws(RPCError) {
    let isDryRun = params.dryRun == true
    if params.olderThanDays == 0, params.all != true, !isDryRun {
      throw RPCError.invalidParams(
        field: "all", reason: "must be true to delete ended jobs of every age (older_than_days 0)")
    }
    if params.all == true, params.olderThanDays ?? 0 > 0 {
      throw RPCError.invalidParams(field: "all", reason: "cannot be given together with older_than_days")
    }
    let steps = try cleanupSteps(params)
    if isDryRun {
      return maintain(responder) { store, cancellation in
        Result { () throws(MaintenanceError) in try store.countEnded(steps, cancellation: cancellation) }
      } _: { count, _ in
        responder.succeed(CleanupJobs.Result(deleted: Int64(count), dryRun: true))
      }
    }
    responder.session.writeStarted()
    var token: UInt64 = 0
    let sweep = housekeeper.sweep(steps.map { .cleanUp($0) }) { [self] result in
      responder.session.removeLongPoll(token)
      switch result {
      case .success(let deleted):
        logger.info("jobs cleaned up on demand", metadata: ["deleted": "\(deleted)"])
        responder.succeed(CleanupJobs.Result(deleted: Int64(deleted), dryRun: false))
      case .failure(let rejection): responder.fail(refusal(rejection, of: responder))
      }
      responder.session.writeEnded()
    }
    token = responder.session.addLongPoll(responder.id) { sweep.cancel() }
  }

  private func cleanupSteps(_ params: CleanupJobs.Params) throws(RPCError) -> [CleanupStep] {
    let now = clock.now()
    if params.statuses?.isEmpty == true {
      throw RPCError.invalidParams(field: "statuses", reason: "must name at least one status, or be left out for all")
    }
    let statuses = try (params.statuses ?? []).map { status throws(RPCError) in
      guard let status = JobStatus(rawValue: status.rawValue), status.isFinal else {
        throw RPCError.invalidParams(field: "statuses", reason: "must be of completed, failed and cancelled")
      }
      return status
    }
    let days: (JobStatus) -> Double = { [configuration] status in
      if params.all == true { return 0 }
      return params.olderThanDays ?? configuration.retention.days(of: status)
    }
    return (statuses.isEmpty ? JobStatus.allCases.filter(\.isFinal) : statuses).map {
      // Jobs that end while it goes on stay.
      CleanupStep(status: $0, endedBefore: now.advanced(bySeconds: -days($0) * 86_400 + 0.001))
    }
  }
}
