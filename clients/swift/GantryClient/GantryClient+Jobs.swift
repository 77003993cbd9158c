import GantryProtocol
import JSON

extension GantryClient {
  /// Puts a job into the queue. When this returns, the job is on the daemon's disk.
  ///
  /// - Parameter idempotencyKey: the same key gives the same job, so that a call whose answer was lost can be repeated.
  public func createJob(
    type: String, projectID: String? = nil, payload: RawJSON? = nil, idempotencyKey: String? = nil
  ) async throws(GantryError) -> CreateJob.Result {
    try await call(
      CreateJob.self, .init(type: type, projectID: projectID, payload: payload, idempotencyKey: idempotencyKey))
  }

  /// A job as it is now.
  public func job(_ jobID: String) async throws(GantryError) -> JobObject {
    try await call(GetJobStatus.self, .init(jobID: jobID))
  }

  /// Asks for the end of a job. One that runs is stopped soon; ``waitForJob(_:timeout:interval:onProgress:)`` tells when.
  public func cancelJob(_ jobID: String) async throws(GantryError) -> CancelJob.Result {
    try await call(CancelJob.self, .init(jobID: jobID))
  }

  /// Waits until a job has ended, whichever way; its `status` and `error` say which.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait; nil waits for as long as it takes. The job goes on after a timeout.
  ///   - interval: how often `onProgress` is told; without it the daemon is asked once a minute.
  ///   - onProgress: the job as it is, while it has not ended.
  /// - Throws: ``GantryError/timeout(method:after:)``, and whatever a call throws.
  public func waitForJob(
    _ jobID: String, timeout: Duration? = nil, interval: Duration = .seconds(1),
    onProgress: (@Sendable (JobObject) -> Void)? = nil
  ) async throws(GantryError) -> JobObject {
    let clock = ContinuousClock()
    let end = timeout.map { clock.now + $0 }
    let longest = onProgress == nil ? .seconds(60) : max(interval, .milliseconds(10))
    while true {
      let left = end.map { max(.zero, $0 - clock.now) } ?? longest
      let seconds = min(left, longest) / .seconds(1)
      // The daemon answers when the time is up; the margin is for a daemon that is busy.
      let answer = try await call(
        WaitJob.self, .init(jobID: jobID, timeoutSeconds: seconds), timeout: .seconds(seconds + 30))
      guard answer.timedOut else { return answer.job }
      onProgress?(answer.job)
      if let timeout, let end, clock.now >= end { throw .timeout(method: WaitJob.name, after: timeout) }
    }
  }

  /// The numbers of the queue.
  public func queueStatus() async throws(GantryError) -> QueueStatus.Result {
    try await call(QueueStatus.self, .init())
  }
}
