/// Where a job stands. Its life: `pending → processing → completed | failed | cancelled`.
///
/// A failed job goes back to `pending` by `retryJob`; a processing one when its attempt failed and is retried, or was cut
/// short by a crash or a shutdown. A pending job fails when what it depends on did, or when it has waited too long.
public enum JobStatus: String, Sendable, CaseIterable {
  case pending, processing, completed, failed, cancelled

  /// True when nothing more happens to the job by itself.
  public var isFinal: Bool { self == .completed || self == .failed || self == .cancelled }

  /// The statuses this one may turn into.
  public var successors: [JobStatus] {
    switch self {
    case .pending: [.processing, .failed, .cancelled]
    case .processing: [.completed, .failed, .cancelled, .pending]
    case .failed: [.pending]
    case .completed, .cancelled: []
    }
  }

  /// True when a job may go from this status to `next` in one step.
  public func canBecome(_ next: JobStatus) -> Bool { successors.contains(next) }
}
