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
    let start = MonotonicClock.now()
    store.submit(command) { [self] outcome in
      noteDuration(since: start, "it waited for the store", of: responder)
      switch outcome {
      case .success(let value):
        guard let answer = result(value) else { preconditionFailure("a command was answered with something else") }
        responder.succeed(answer)
      case .failure(let rejection): responder.fail(refusal(rejection, of: responder))
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
    // It went away while the request waited for the store: nobody would ever end this wait but its time.
    if responder.isAbandoned { return responder.fail(WireErrors.requestCancelled) }
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
      responder.fail(internalError("no timer for a wait: \(error)", of: responder))
    }
  }

  /// The client's view of a refused command.
  func refusal(_ rejection: StoreRejection, of responder: Responder) -> RPCError {
    if case .internalError(let details) = rejection { return internalError(details, of: responder) }
    return WireErrors.rejection(rejection, now: clock.now())
  }

  /// A fault of ours: the details go into the log, and the client gets what to look for there.
  func internalError(_ details: String, of responder: Responder) -> RPCError {
    var ids = UUIDv7Generator()
    let trace = ids.next(now: clock.now()).description
    var metadata = responder.logMetadata
    metadata["trace_id"] = "\(trace)"
    logger.error("a request failed by a fault of the daemon: \(details)", metadata: metadata)
    return RPCError.internalError(traceID: trace)
  }
}
