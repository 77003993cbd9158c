import ChildProcess
import Glibc
import JobModel

/// An exclusive `flock` on a file, held until the last reference is dropped; also against other processes.
///
/// The file is never unlinked: a lock on a name that someone else has recreated protects nothing.
final class FileLock {
  private let descriptor: Descriptor

  /// Waits for the lock, looking at `isCancelled` every 20 ms.
  ///
  /// - Throws: kind `mirrorBusy` when `timeout` seconds were not enough.
  init(
    _ path: String, step: String, timeout: Double, isCancelled: @Sendable () -> Bool
  ) throws(JobError) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw .stateUnusable(path, String(cString: strerror(errno)).lowercased(), step: step) }
    descriptor = Descriptor(owning: opened)
    let deadline = Deadline.after(seconds: timeout)
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .stateUnusable(path, String(cString: strerror(errno)).lowercased(), step: step)
      }
      if isCancelled() { throw .cancelled }
      guard !deadline.hasPassed else {
        throw JobError(
          kind: "mirrorBusy",
          message: "Another job has used the mirror of this project for \(Int(timeout)) seconds. Try again later.",
          step: step, isRetryable: true)
      }
      poll(nil, 0, 20)
    }
  }

  /// Notes the time of use as the file's modification time.
  func noteUse() { futimens(descriptor.raw, nil) }
}
