import GantryProtocol
import JSONRPC

extension Server {
  /// Seconds that `waitJob` and a waiting `refreshProject` wait unless told otherwise.
  static let defaultWaitSeconds: Double = 60

  func waitJob(_ params: WaitJob.Params, _ responder: Responder) throws(RPCError) {
    let job = try job(params.jobID)
    wait(for: job, seconds: params.timeoutSeconds ?? Self.defaultWaitSeconds, responder) { job, timedOut in
      responder.succeed(WaitJob.Result(job: JobObject(job), timedOut: timedOut))
    }
  }
}
