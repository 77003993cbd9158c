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
}
