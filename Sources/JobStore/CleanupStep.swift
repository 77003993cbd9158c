import JobModel

/// Which ended jobs go, and how many at once: one small transaction of a longer cleanup.
public struct CleanupStep: Sendable {
  /// A final status.
  public var status: JobStatus
  /// Jobs that ended before it go; nil: age does not matter.
  public var endedBefore: Timestamp?
  /// Of those with this status the newest that stay; the others go. Nil: all may.
  public var keep: Int?
  /// Where the step before has stopped.
  public var after: CleanupCursor?
  /// Jobs looked at, at most.
  public var limit: Int

  public init(
    status: JobStatus, endedBefore: Timestamp?, keep: Int? = nil, after: CleanupCursor? = nil,
    limit: Int = CleanupStep.defaultLimit
  ) {
    self.status = status
    self.endedBefore = endedBefore
    self.keep = keep
    self.after = after
    self.limit = limit
  }

  /// Jobs in one transaction: some milliseconds, also on a slow disk.
  public static let defaultLimit = 200
}

/// A place among the ended jobs, in the order of their ends.
public struct CleanupCursor: Sendable, Hashable, Comparable {
  public let completedAt: Timestamp
  let seq: Int64

  public init(completedAt: Timestamp, seq: Int64) {
    self.completedAt = completedAt
    self.seq = seq
  }

  public static func < (a: Self, b: Self) -> Bool { (a.completedAt, a.seq) < (b.completedAt, b.seq) }
}

extension StoreCommand {
  /// The next step of a cleanup that has got as far as `cursor`.
  public func continued(from cursor: CleanupCursor) -> StoreCommand {
    guard case .cleanUp(var step) = self else { return self }
    step.after = cursor
    return .cleanUp(step)
  }
}
