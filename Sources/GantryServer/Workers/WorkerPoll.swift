import EventLoop
import JSONRPC
import JobStore

/// One `claimJobs` that has not been answered: a worker that waits for work.
final class WorkerPoll {
  /// How a wait ends by itself.
  enum End {
    case timedOut
    /// The client took the request back, or is gone.
    case cancelled
  }

  let worker: String
  let types: Set<String>
  let limit: Int
  /// The leases outlive the connection.
  let isDetached: Bool
  /// A claim for it is on its way.
  var isClaiming = false
  /// No claim for it was answered so far.
  var isNew = true
  /// Its time is up; only the claim under way keeps it.
  var isLate = false
  /// It was answered.
  private(set) var isDone = false

  let responder: Responder
  private let session: Session
  private let answer: (Result<[ClaimedJob], RPCError>) -> Void
  private var timer: LoopTimer?
  private var longPoll: UInt64 = 0

  /// - Parameter answer: called once, with the jobs (none when the time is up) or the reason why there will be none.
  init(
    worker: String, types: Set<String>, limit: Int, isDetached: Bool, responder: Responder,
    answer: @escaping (Result<[ClaimedJob], RPCError>) -> Void
  ) {
    self.worker = worker
    self.types = types
    self.limit = limit
    self.isDetached = isDetached
    self.responder = responder
    self.answer = answer
    session = responder.session
  }

  /// The connection it came over.
  var connection: UInt64 { session.number }

  /// Starts the wait.
  func wait(_ timer: LoopTimer, seconds: Double, end: @escaping (End) -> Void) {
    self.timer = timer
    longPoll = session.addLongPoll(responder.id) { end(.cancelled) }
    timer.arm(afterMilliseconds: Lease.milliseconds(seconds)) { end(.timedOut) }
  }

  /// Answers, unless that was done.
  func finish(_ result: Result<[ClaimedJob], RPCError>) {
    guard !isDone else { return }
    isDone = true
    timer?.close()
    session.removeLongPoll(longPoll)
    answer(result)
  }
}
