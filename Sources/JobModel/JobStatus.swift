/// Where a job stands. Its life: `pending → processing → completed | failed | cancelled`.
///
/// A failed job goes back to `pending` by a retry, a processing one by recovery after a crash or a shutdown.
public enum JobStatus: String, Sendable, CaseIterable {
  case pending, processing, completed, failed, cancelled

  /// True when nothing more happens to the job by itself.
  public var isFinal: Bool { self == .completed || self == .failed || self == .cancelled }

  /// The statuses this one may turn into.
  public var successors: [JobStatus] {
    switch self {
    case .pending: [.processing, .cancelled]
    case .processing: [.completed, .failed, .cancelled, .pending]
    case .failed: [.pending]
    case .completed, .cancelled: []
    }
  }

  /// True when a job may go from this status to `next` in one step.
  public func canBecome(_ next: JobStatus) -> Bool { successors.contains(next) }
}
