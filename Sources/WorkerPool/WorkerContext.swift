import Glibc
import JobModel
import Synchronization

/// A running handler's line to the daemon.
///
/// A handler may report as often as it likes: only a new stage, or a report at least 100 ms after the last one sent,
/// goes on to the store; the rest would be transactions that nobody reads.
final class WorkerContext: JobContext {
  private let jobID: JobID
  private let token: AttemptToken
  private let cancellation: CancellationFlag
  private let send: @Sendable (WorkerReport) -> Void
  private let last = Mutex<(stage: String, sentAt: UInt64)?>(nil)

  private static let interval: UInt64 = 100_000_000

  init(
    jobID: JobID, token: AttemptToken, cancellation: CancellationFlag,
    report: @escaping @Sendable (WorkerReport) -> Void
  ) {
    self.jobID = jobID
    self.token = token
    self.cancellation = cancellation
    self.send = report
  }

  var isCancelled: Bool { cancellation.isCancelled }

  func report(_ progress: JobProgress) {
    let now = monotonicNanoseconds()
    let isDue = last.withLock { last in
      if let sent = last, sent.stage == progress.stage, now - sent.sentAt < Self.interval { return false }
      last = (progress.stage, now)
      return true
    }
    if isDue { send(.progress(jobID, token, progress)) }
  }

  private func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
