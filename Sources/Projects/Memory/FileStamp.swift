import Glibc
import JobModel

/// What tells whether a file of a working tree is still the one that was read, without reading it.
///
/// The time of the last change of the inode is part of it: programs can set the modification time back, not that one.
public struct FileStamp: Hashable, Sendable {
  /// Bytes.
  var size: Int64
  /// Nanoseconds since 1970.
  var modified: Int64
  /// Nanoseconds since 1970.
  var changed: Int64
  var inode: UInt64
  var device: UInt64

  init(size: Int64, modified: Int64, changed: Int64, inode: UInt64, device: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
  }

  init(_ status: stat) {
    self.init(
      size: Int64(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), inode: UInt64(status.st_ino), device: UInt64(status.st_dev))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
  }

  /// Nanoseconds that a file must have been left alone before its stamp is believed: file systems count time in ticks,
  /// the coarsest in steps of two seconds, and a second change within a tick leaves no trace.
  static let quietNanoseconds: Int64 = 2_100_000_000

  /// True when a change after `time` must show in the stamp.
  func isSettled(at time: Timestamp) -> Bool {
    max(modified, changed) <= time.milliseconds.multipliedReportingOverflow(by: 1_000_000).partialValue
      - Self.quietNanoseconds
  }
}
