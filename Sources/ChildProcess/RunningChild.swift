import CLinux
import Glibc

/// A started child: its process and our ends of its streams. Used by one thread at a time.
///
/// The process is looked at without being reaped until `reap`: as long as it is a zombie, its number and that of its
/// group cannot be given to strangers, so that signals reach whom they are meant for. Nothing else in this process may
/// wait for "any child".
final class RunningChild {
  let pid: pid_t
  let executable: String
  /// Polls readable once the child has ended; nil on kernels without it.
  let pidDescriptor: Descriptor?
  /// Write end of its standard input; nil once closed.
  var input: Descriptor?
  /// Read end of its standard output; nil once at the end.
  var output: Descriptor?
  /// Read end of its standard error; nil once at the end.
  var errors: Descriptor?
  private var status: ExitStatus?

  init(pid: pid_t, executable: String, input: Descriptor?, output: Descriptor, errors: Descriptor) {
    self.pid = pid
    self.executable = executable
    self.input = input
    self.output = output
    self.errors = errors
    let descriptor = gantry_pidfd_open(pid)
    pidDescriptor = descriptor >= 0 ? Descriptor(owning: descriptor) : nil
  }

  deinit {
    guard status == nil else { return }
    signalGroup(SIGKILL)
    _ = reap()
  }

  /// True once the child itself has ended, whoever still holds its pipes.
  var hasEnded: Bool {
    if status != nil { return true }
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 {
      if errno != EINTR { return true }
    }
    return info.si_signo != 0
  }

  /// Sends a signal to every process of the child's group.
  func signalGroup(_ signal: Int32) {
    guard status == nil else { return }
    // The only failure left is ESRCH: nobody of the group is there any more.
    kill(-pid, signal)
  }

  /// Waits until the child has ended and takes it off the process table.
  func reap() -> ExitStatus {
    if let status { return status }
    var word: Int32 = 0
    while waitpid(pid, &word, 0) < 0 {
      guard errno == EINTR else {
        // Somebody else reaped it; how it ended is lost.
        word = 0xFF << 8
        break
      }
    }
    let status = ExitStatus(waitStatus: word)
    self.status = status
    return status
  }
}
