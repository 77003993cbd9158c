/// Text for a job's log, and how much of it to keep.
public struct LogAppend: Sendable, Hashable {
  public var bytes: [UInt8]
  /// Bytes before these that were dropped on the way.
  public var skipped: Int
  /// Bytes of the job's log that are kept, the last.
  public var limit: Int

  public init(bytes: [UInt8], skipped: Int = 0, limit: Int) {
    self.bytes = bytes
    self.skipped = skipped
    self.limit = limit
  }
}

/// Part of a job's log. Offsets count all bytes that the job has ever logged, dropped ones too.
public struct LogPage: Sendable, Hashable {
  /// Offset of the first byte given.
  public var offset: Int
  public var bytes: [UInt8]
  /// Offset of the oldest byte kept.
  public var firstOffset: Int
  /// Bytes logged in all.
  public var totalBytes: Int

  public init(offset: Int = 0, bytes: [UInt8] = [], firstOffset: Int = 0, totalBytes: Int = 0) {
    self.offset = offset
    self.bytes = bytes
    self.firstOffset = firstOffset
    self.totalBytes = totalBytes
  }
}
