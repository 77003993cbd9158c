import JSON
import JSONRPC
import JobModel

/// The way back for one request: answers it once, in its session or in its place in a batch.
///
/// A notification has a responder too, whose answer goes nowhere, so that methods need not know the difference.
final class Responder {
  let session: Session
  /// Nil for a notification.
  let id: RequestID?
  /// What was asked for, for the log; empty when the request could not be read.
  let method: String
  private let batch: BatchReply?
  private let place: Int
  private var isAnswered = false
  private let completion: () -> Void
  private var metrics: MethodMetrics?
  private var start: UInt64 = 0

  init(
    session: Session, id: RequestID?, method: String = "", batch: BatchReply?, place: Int,
    completion: @escaping () -> Void = {}
  ) {
    self.session = session
    self.id = id
    self.method = method
    self.batch = batch
    self.place = place
    self.completion = completion
  }

  /// From now on it takes time that counts for this method.
  func measure(by metrics: MethodMetrics) {
    self.metrics = metrics
    start = MonotonicClock.now()
  }

  /// True once there is nobody left to read an answer.
  var isAbandoned: Bool { session.isClosed || session.isPeerGone }

  /// Bytes that the answer may have.
  var room: Int { session.answerLimit - (batch?.bytes ?? 0) }

  func succeed(_ result: some JSONEncodable) {
    finish(error: nil) { id, out in Reply.appendResult(id: id, to: &out) { result.write(to: &$0) } }
  }

  /// Succeeds, and calls `action` when the answer, that of a whole batch if need be, is on its way.
  func succeed(_ result: some JSONEncodable, then action: @escaping () -> Void) {
    batch?.afterSending(action)
    succeed(result)
    if batch == nil { action() }
  }

  func fail(_ error: RPCError) {
    finish(error: error.kind) { id, out in Reply.appendError(id: id, error, to: &out) }
  }

  private func finish(error kind: String?, _ write: (RequestID, inout [UInt8]) -> Void) {
    precondition(!isAnswered, "a request was answered twice")
    isAnswered = true
    completion()
    if let batch {
      batch.fill(
        place,
        with: id.map { id in
          var bytes: [UInt8] = []
          writeWithinLimit(id, to: &bytes, taken: batch.bytes, write)
          return bytes
        })
    } else if let id {
      session.answer { writeWithinLimit(id, to: &$0, taken: 0, write) }
    }
    metrics?.answered(since: start, error: kind)
    session.requestEnded()
  }

  /// Writes the answer, or says that it would be too large: a line no client can hold helps nobody.
  private func writeWithinLimit(
    _ id: RequestID, to bytes: inout [UInt8], taken: Int, _ write: (RequestID, inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    write(id, &bytes)
    let limit = session.answerLimit
    guard taken + bytes.count - start > limit else { return }
    bytes.removeSubrange(start...)
    Reply.appendError(id: id, WireErrors.responseTooLarge(limit: limit), to: &bytes)
  }
}
