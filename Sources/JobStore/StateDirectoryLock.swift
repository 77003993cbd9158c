import Glibc

/// Holds a state directory for one daemon: `flock` on a file in it, let go by the kernel however the daemon ends.
public final class StateDirectoryLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock at once or not at all.
  ///
  /// - Parameter directory: absolute path; must exist. The lock file stays in it for good: removing it would let two
  ///   daemons lock two different files of that name.
  public init(directory: String) throws(StoreError) {
    let path = directory + "/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let code = errno
      throw StoreError(
        .io, "The lock file '\(path)' cannot be opened: \(String(cString: strerror(code))).", underlying: code)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else {
        throw StoreError(.io, "'\(path)' cannot be locked: \(String(cString: strerror(code))).", underlying: code)
      }
      throw StoreError(
        .locked,
        "Another gantryd runs on the state directory '\(directory)'. Use that one, stop it first, or choose another "
          + "directory with --state.", underlying: code)
    }
    self.descriptor = descriptor
  }

  /// Lets go of the directory. Call once, when the database is closed.
  public func release() {
    close(descriptor)
  }
}
