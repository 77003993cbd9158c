import Glibc
import JobModel

/// Which program reads: what one remembers of a file is worth nothing to another, whose rules may differ.
enum ReaderIdentity {
  /// That of this program: its own file. An update replaces the file, so nobody has to count up a version when a rule
  /// changes.
  static let current: String = {
    var status = stat()
    // Where a program cannot see itself, it believes nothing that another process has left.
    guard stat("/proc/self/exe", &status) == 0 else { return "process \(getpid()) \(SystemWallClock().now())" }
    let stamp = FileStamp(status)
    return "program \(stamp.size) \(stamp.modified) \(stamp.inode) \(stamp.device)"
  }()
}
