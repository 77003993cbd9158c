import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  /// Does long work beside the queue and answers when it is done. It ends early when the client cancels the request or
  /// goes away, and when the daemon goes down.
  ///
  /// - Parameters:
  ///   - work: runs on the maintenance thread.
  ///   - finish: answers on the loop, with the seconds that the work took.
  func maintain<T: Sendable>(
    _ responder: Responder,
    _ work: @escaping @Sendable (any StoreMaintaining, Cancellation) -> Result<T, MaintenanceError>,
    _ finish: @escaping @MainActor (T, _ seconds: Double) -> Void
  ) {
    guard isServing else { return responder.fail(WireErrors.shuttingDown) }
    let waiting = MaintenanceReply(responder)
    let cancellation = maintenance.start { store, cancellation in
      let start = MonotonicClock.now()
      let result = work(store, cancellation)
      let seconds = MonotonicClock.seconds(since: start)
      return { [self] in
        waiting.end()
        switch result {
        case .success(let value): finish(value, seconds)
        case .failure(let error): responder.fail(refusal(error))
        }
      }
    }
    waiting.token = responder.session.addLongPoll(responder.id) { cancellation.cancel() }
  }

  private func refusal(_ error: MaintenanceError) -> RPCError {
    switch error {
    case .cancelled: isServing ? WireErrors.workCancelled : WireErrors.shuttingDown
    case .unusablePath(let reason): RPCError.invalidParams(field: "path", reason: reason)
    case .badCopy(let problems):
      WireErrors.storageUnavailable(
        "The copy is damaged and was removed; most likely the database is damaged as well, which 'verify' tells. "
          + "First of \(problems.count): \(problems.first ?? "")")
    case .store(let error): WireErrors.storageUnavailable(error.message)
    }
  }
}

/// The place of a request among those that can be cancelled, while long work is done for it.
private final class MaintenanceReply {
  private let responder: Responder
  var token: UInt64 = 0

  init(_ responder: Responder) { self.responder = responder }

  func end() { responder.session.removeLongPoll(token) }
}
