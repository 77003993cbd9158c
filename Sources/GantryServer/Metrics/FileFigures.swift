import Glibc

/// Sizes of the state directory's files, asked by path: opening the database beside SQLite would drop its locks.
nonisolated enum FileFigures {
  /// Bytes of a file; nil when there is none.
  static func size(of path: String) -> Int64? {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : nil
  }

  /// Bytes that the daemon may still write to the file system of a path, and its size.
  static func space(at path: String) -> (free: Int64, total: Int64)? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    let block = UInt64(status.f_frsize)
    func bytes(_ blocks: UInt64) -> Int64 {
      Int64(clamping: blocks.multipliedReportingOverflow(by: block).partialValue)
    }
    return (bytes(UInt64(status.f_bavail)), bytes(UInt64(status.f_blocks)))
  }
}
