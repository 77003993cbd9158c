import Synchronization

/// A portion of a job's log on its way to the store.
public struct LogChunk: Sendable {
  public var bytes: [UInt8]
  /// Bytes between the chunk before and this one that were dropped: the job wrote faster than the store takes.
  public var skipped: Int
  /// Bytes of the job's log that are to be kept.
  public var limit: Int
  private let credit: LogCredit

  init(bytes: [UInt8], skipped: Int, limit: Int, credit: LogCredit) {
    self.bytes = bytes
    self.skipped = skipped
    self.limit = limit
    self.credit = credit
  }

  /// To be called once the chunk is stored, or given up; until then its job sends no more.
  public func acknowledge() { credit.isFree.store(true, ordering: .releasing) }
}

/// Lets one chunk of a job be under way at a time, so that a flood fills no mailbox.
final class LogCredit: Sendable {
  let isFree = Atomic(true)
}
