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
  /// The job types that its worker serves.
  let types: Set<String>
  /// Seconds that a renewal lasts.
  var seconds: Double
  /// When that began, on the monotonic clock.
  var renewedAt = MonotonicClock.now()
  /// The job was asked to stop; the next heartbeat tells the worker.
  var isCancelRequested: Bool
  /// When it was.
  var cancelRequestedAt: Timestamp?
  /// The attempt was given up by the daemon, which is on its way to the disk: its token holds no more.
  var isEnding = false
  /// The disk did not take that so far.
  var isUnwritten = false
  /// Ends the attempt of a worker that is not heard of; afterwards it tries again what the disk refused.
  let timer: LoopTimer

  private let runLimit: RunLimit?

  /// When the attempt has taken as long as it may.
  private struct RunLimit {
    let seconds: Double
    let start: UInt64
    let timer: LoopTimer
  }

  /// - Parameter timeoutSeconds: what the whole attempt may take; nil for as long as it needs.
  init(
    _ claimed: ClaimedJob, session: UInt64?, types: Set<String>, seconds: Double, timeoutSeconds: Double?, loop: Loop
  ) throws(LoopError) {
    job = claimed.job
    token = claimed.token
    isCancelRequested = claimed.job.cancelRequested
    self.session = session
    self.types = types
    self.seconds = seconds
    timer = try LoopTimer(loop: loop)
    if let timeoutSeconds {
      do throws(LoopError) {
        runLimit = RunLimit(
          seconds: timeoutSeconds, start: MonotonicClock.now(), timer: try LoopTimer(loop: loop))
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
    runLimit.map { max($0.seconds - MonotonicClock.seconds(since: $0.start), 0) }
  }

  /// Seconds of silence that are left.
  var secondsLeft: Double { max(seconds - MonotonicClock.seconds(since: renewedAt), 0) }

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
