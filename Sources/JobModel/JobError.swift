/// Why a job failed, as a handler throws it, the store keeps it and `getJobStatus` shows it.
public struct JobError: Error, Hashable, Sendable {
  /// A stable name that programs branch on, such as `gitFailed`; the catalogue is in the protocol document.
  public var kind: String
  /// What happened, where, and what to do next, for a person. Holds no credentials.
  public var message: String
  /// The step that failed, such as `fetch`.
  public var step: String?
  /// Exit code of the program that failed; `128 + n` when signal n ended it.
  public var exitCode: Int32?
  /// The last lines that the program wrote to stderr, redacted.
  public var stderrTail: String?
  /// False when running the job again cannot help.
  public var isRetryable: Bool

  public init(
    kind: String, message: String, step: String? = nil, exitCode: Int32? = nil, stderrTail: String? = nil,
    isRetryable: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.step = step
    self.exitCode = exitCode
    self.stderrTail = stderrTail
    self.isRetryable = isRetryable
  }

  /// Thrown by a handler that stops because its job was cancelled or the daemon is going down.
  public static let cancelled = JobError(kind: "cancelled", message: "The job was cancelled while it ran.")

  /// The kind of an attempt that took too long.
  public static let timeoutKind = "jobTimeout"

  /// The attempt took longer than it may.
  public static func timedOut(seconds: Double) -> JobError {
    JobError(
      kind: timeoutKind,
      message: "The attempt took longer than its \(seconds.plain) s and was ended. Give the job more time "
        + "(timeout_seconds), or less work.", isRetryable: true)
  }

  /// It did not start in time.
  public static let queueTimeout = JobError(
    kind: "queueTimeout",
    message: "The job did not start within its queue_timeout_seconds. Retry it when the queue is shorter, or give it "
      + "more time.")

  /// A job that it depends on did not complete.
  public static func dependencyFailed(_ parent: JobID, _ status: JobStatus) -> JobError {
    JobError(
      kind: "dependencyFailed",
      message: "Job \(parent), which this one depends on, is \(status.rawValue). Bring that one to its end, then retry "
        + "this one.")
  }

  /// Its attempts have ended in crashes too often.
  public static func workerCrashed(_ count: Int) -> JobError {
    JobError(
      kind: "workerCrashed",
      message: "\(count) attempts ended because their worker was gone, so the job was set aside. Find out what it does "
        + "to its worker, then retry it.")
  }
}
