import CUV
import Glibc

/// Who is at the other end of a Unix socket, as the kernel noted it at `connect` (SO_PEERCRED).
public nonisolated struct PeerCredentials: Sendable, Hashable {
  /// Process id; for logs only, ids are used again.
  public var pid: Int32
  /// Effective user id.
  public var uid: UInt32

  /// Asks the kernel about `descriptor`.
  init(descriptor: Int32) throws(LoopError) {
    // `struct ucred` hides behind _GNU_SOURCE: pid, uid and gid, four bytes each (unix(7)).
    var credentials: (pid: Int32, uid: UInt32, gid: UInt32) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else {
      throw LoopError(operation: "getsockopt(SO_PEERCRED)", code: -errno)
    }
    pid = credentials.pid
    uid = credentials.uid
  }
}
