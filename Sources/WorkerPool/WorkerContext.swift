import JobModel
import Synchronization

/// A running handler's line to the daemon.
///
/// A handler may report as often as it likes: only a new stage, or a report at least 100 ms after the last one sent,
/// goes on to the store; the rest would be transactions that nobody reads. The log is gathered likewise: a chunk goes
/// out at 64 KiB or after 100 ms, and not before the store has taken the one before it.
final class WorkerContext: JobContext {
  private struct Log {
    var buffer: LogBuffer
    let limit: Int
    var sentAt: UInt64 = 0
  }

  private let jobID: JobID
  private let token: AttemptToken
  private let cancellation: CancellationFlag
  private let send: @Sendable (WorkerReport) -> Void
  private let last = Mutex<(stage: String, sentAt: UInt64)?>(nil)
  private let logging: Mutex<Log>
  private let credit = LogCredit()

  private static let interval: UInt64 = 100_000_000
  private static let fullChunk = 64 << 10

  /// - Parameter logBytes: bytes of a log that the store keeps; no more are gathered.
  init(
    jobID: JobID, token: AttemptToken, cancellation: CancellationFlag, logBytes: Int,
    report: @escaping @Sendable (WorkerReport) -> Void
  ) {
    self.jobID = jobID
    self.token = token
    self.cancellation = cancellation
    self.send = report
    logging = Mutex(Log(buffer: LogBuffer(limit: logBytes), limit: logBytes))
  }

  /// Looked at every few milliseconds while a program runs; so the log of one that has fallen silent goes out here.
  var isCancelled: Bool {
    flush(adding: [])
    return cancellation.isCancelled
  }

  func report(_ progress: JobProgress) {
    let now = MonotonicClock.now()
    let isDue = last.withLock { last in
      if let sent = last, sent.stage == progress.stage, now - sent.sentAt < Self.interval { return false }
      last = (progress.stage, now)
      return true
    }
    if isDue { send(.progress(jobID, token, progress)) }
  }

  func log(_ text: [UInt8]) {
    flush(adding: text)
  }

  /// Sends what is left of the log; the attempt's last act.
  func finish() {
    logging.withLock { log in
      guard log.buffer.count > 0 else { return }
      sendChunk(of: &log)
    }
  }

  private func flush(adding text: [UInt8]) {
    logging.withLock { log in
      log.buffer.append(text)
      guard log.buffer.count > 0 else { return }
      let now = MonotonicClock.now()
      guard log.buffer.count >= Self.fullChunk || now - log.sentAt >= Self.interval else { return }
      guard credit.isFree.compareExchange(expected: true, desired: false, ordering: .acquiring).exchanged else {
        return
      }
      log.sentAt = now
      sendChunk(of: &log)
    }
  }

  /// Under the lock, so that chunks leave in order.
  private func sendChunk(of log: inout Log) {
    let (bytes, skipped) = log.buffer.take()
    send(.log(jobID, token, LogChunk(bytes: bytes, skipped: skipped, limit: log.limit, credit: credit)))
  }
}
