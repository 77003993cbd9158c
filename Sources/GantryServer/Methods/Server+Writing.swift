import EventLoop
import JSON
import JSONRPC
import JobModel
import JobStore
import Logging

extension Server {
  /// Sends a command to the store and answers after its commit.
  ///
  /// - Parameter result: turns the command's outcome into the method's result; nil for an outcome of another command.
  func submit(
    _ command: StoreCommand, for responder: Responder, _ result: @escaping (StoreOutcome) -> (some JSONEncodable)?
  ) {
    let session = responder.session
    session.writeStarted()
    store.submit(command) { outcome in
      switch outcome {
      case .success(let value):
        guard let answer = result(value) else { preconditionFailure("a command was answered with something else") }
        responder.succeed(answer)
      case .failure(let rejection): responder.fail(WireErrors.rejection(rejection))
      }
      session.writeEnded()
    }
  }

  /// Answers through `finish` once the job has ended or the time is up, with the job as it then stands.
  func wait(
    for job: Job, seconds: Double, _ responder: Responder, _ finish: @escaping (Job, _ timedOut: Bool) -> Void
  ) {
    if job.status.isFinal { return finish(job, false) }
    if seconds <= 0 { return finish(job, true) }
    do throws(LoopError) {
      try waiters.wait(for: job.id, seconds: seconds, responder: responder) { [unowned self] end in
        guard end != .cancelled else {
          return responder.fail(isServing ? WireErrors.requestCancelled : WireErrors.shuttingDown)
        }
        turn {
          do throws(RPCError) {
            finish(try self.job(job.id), end == .timedOut)
          } catch {
            responder.fail(error)
          }
        }
      }
    } catch {
      logger.error("no timer for a wait: \(error)")
      responder.fail(RPCError.internalError(traceID: boot.description))
    }
  }
}
