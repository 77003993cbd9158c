import EventLoop
import JobModel
import JobStore

/// One job in the hands of a worker on the socket, for as long as the worker shows that it lives.
///
/// Leases are measured on the loop's monotonic clock and kept in memory: a step of the wall clock ends none, and a daemon
/// that dies takes them all with it, after which recovery puts the jobs back.
final class Lease {
  let job: Job
  let token: AttemptToken
  /// The connection that claimed the job; nil when the lease outlives it.
  let session: UInt64?
  /// Seconds that a renewal lasts.
  var seconds: Double
  /// The job was asked to stop; the next heartbeat tells the worker.
  var isCancelRequested: Bool
  /// The attempt was given up by the daemon, which is on its way to the disk: its token holds no more.
  var isEnding = false
  /// Ends the attempt of a worker that is not heard of; afterwards it tries again what the disk refused.
  let timer: LoopTimer

  private let runLimit: RunLimit?

  /// When the attempt has taken as long as it may.
  private struct RunLimit {
    let seconds: Double
    let end: SuspendingClock.Instant
    let timer: LoopTimer
  }

  /// - Parameter timeoutSeconds: what the whole attempt may take; nil for as long as it needs.
  init(
    _ claimed: ClaimedJob, session: UInt64?, seconds: Double, timeoutSeconds: Double?, loop: Loop
  ) throws(LoopError) {
    job = claimed.job
    token = claimed.token
    isCancelRequested = claimed.job.cancelRequested
    self.session = session
    self.seconds = seconds
    timer = try LoopTimer(loop: loop)
    if let timeoutSeconds {
      do throws(LoopError) {
        runLimit = RunLimit(
          seconds: timeoutSeconds, end: .now.advanced(by: .seconds(timeoutSeconds)), timer: try LoopTimer(loop: loop))
      } catch {
        timer.close()
        throw error
      }
    } else {
      runLimit = nil
    }
  }

  /// Seconds that the whole attempt may take.
  var timeoutSeconds: Double? { runLimit?.seconds }

  /// Seconds of them that are left.
  var timeoutSecondsLeft: Double? {
    guard let runLimit else { return nil }
    let left = SuspendingClock.Instant.now.duration(to: runLimit.end).components
    return max(Double(left.seconds) + Double(left.attoseconds) / 1e18, 0)
  }

  /// Calls `action` when the attempt has taken as long as it may.
  func whenTimeIsUp(_ action: @escaping () -> Void) {
    guard let runLimit else { return }
    runLimit.timer.arm(afterMilliseconds: Self.milliseconds(runLimit.seconds), action)
  }

  /// The attempt needs no more time: only what became of it has to be written.
  func stopClocks() {
    timer.disarm()
    runLimit?.timer.disarm()
  }

  func close() {
    timer.close()
    runLimit?.timer.close()
  }

  /// For a timer. What is longer than a century need not end.
  static func milliseconds(_ seconds: Double) -> UInt64 {
    UInt64(min(max(seconds, 0), 3_200_000_000) * 1000)
  }
}
