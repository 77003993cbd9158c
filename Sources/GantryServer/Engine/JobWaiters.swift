import EventLoop
import JSONRPC
import JobModel

/// Who waits for which job, on the loop. Nothing polls: a change of status wakes exactly those who wait for it.
final class JobWaiters {
  /// How a wait ended.
  enum End {
    case jobEnded, timedOut, cancelled
  }

  private final class Waiter {
    let session: Session
    let timer: LoopTimer
    let finish: (End) -> Void
    var longPoll: UInt64 = 0

    init(session: Session, timer: LoopTimer, finish: @escaping (End) -> Void) {
      self.session = session
      self.timer = timer
      self.finish = finish
    }
  }

  private let loop: Loop
  private var waiters: [JobID: [Waiter]] = [:]

  init(loop: Loop) {
    self.loop = loop
  }

  /// Calls `finish` once: when the job ends, the time is up, or the request is cancelled (by its client or its end).
  func wait(
    for job: JobID, seconds: Double, responder: Responder, finish: @escaping (End) -> Void
  ) throws(LoopError) {
    let waiter = Waiter(session: responder.session, timer: try LoopTimer(loop: loop), finish: finish)
    waiters[job, default: []].append(waiter)
    waiter.longPoll = responder.session.addLongPoll(responder.id) { [weak self, weak waiter] in
      if let waiter { self?.end(waiter, of: job, .cancelled) }
    }
    waiter.timer.arm(afterMilliseconds: UInt64(seconds * 1000)) { [weak self, weak waiter] in
      if let waiter { self?.end(waiter, of: job, .timedOut) }
    }
  }

  /// The job has reached a final status, on disk.
  func jobEnded(_ job: JobID) {
    guard let all = waiters[job] else { return }
    for waiter in all { end(waiter, of: job, .jobEnded) }
  }

  /// Ends every wait: the daemon is going down.
  func cancelAll() {
    for (job, all) in waiters { for waiter in all { end(waiter, of: job, .cancelled) } }
  }

  private func end(_ waiter: Waiter, of job: JobID, _ end: End) {
    guard let index = waiters[job]?.firstIndex(where: { $0 === waiter }) else { return }
    waiters[job]?.remove(at: index)
    if waiters[job]?.isEmpty == true { waiters[job] = nil }
    waiter.timer.close()
    waiter.session.removeLongPoll(waiter.longPoll)
    waiter.finish(end)
  }
}
