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
  /// The child and what it has started.
  private(set) var tree: ProcessTree
  /// Polls readable once the child has ended; nil on kernels without it.
  let pidDescriptor: Descriptor?
  /// Write end of its standard input; nil once closed.
  var input: Descriptor?
  /// Read end of its standard output; nil once at the end.
  var output: Descriptor?
  /// Read end of its standard error; nil once at the end.
  var errors: Descriptor?
  /// Numbers of processes of the tree that could not be ended; known once it was killed.
  private(set) var survivors: [pid_t] = []
  private var status: ExitStatus?

  /// - Parameter marker: the line of its environment that no other command has.
  init(pid: pid_t, executable: String, marker: String?, input: Descriptor?, output: Descriptor, errors: Descriptor) {
    self.pid = pid
    self.executable = executable
    self.input = input
    self.output = output
    self.errors = errors
    tree = ProcessTree(root: pid, marker: marker)
    let descriptor = gantry_pidfd_open(pid)
    pidDescriptor = descriptor >= 0 ? Descriptor(owning: descriptor) : nil
  }

  deinit {
    guard status == nil else { return }
    _ = killTree()
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

  /// Holds on those of the tree that have not ended.
  func holdTree() -> [ProcessHandle] {
    guard status == nil else { return [] }
    return tree.members().compactMap { ProcessHandle($0) }
  }

  /// Asks everybody of the tree to end: the group at once, then whoever has left it.
  func terminateTree() {
    guard status == nil else { return }
    // Held before the first signal: who loses its parent by that is still found.
    let members = holdTree()
    signalGroup(SIGTERM)
    for member in members where member.record.group != pid { member.signal(SIGTERM) }
  }

  /// Kills the whole tree, waits until it is gone, and takes the child off the process table.
  ///
  /// Bounded: who does not go is named in `survivors`.
  func killTree() -> ExitStatus {
    guard status == nil else { return reap() }
    // Noted before the first signal, which takes the parents of some away.
    _ = tree.members()
    // In one step, so that nobody of the group can fork in between.
    signalGroup(SIGKILL)
    survivors = ProcessKill.untilGone { tree.members() }
    guard survivors.contains(pid) else { return reap() }
    OwnedChildren.abandon(pid)
    let status = ExitStatus.signalled(SIGKILL)
    self.status = status
    return status
  }

  /// Sends a signal to every process of the child's group.
  private func signalGroup(_ signal: Int32) {
    // The only failure left is ESRCH: nobody of the group is there any more.
    kill(-pid, signal)
  }

  /// Waits until the child has ended and takes it off the process table.
  func reap() -> ExitStatus {
    if let status { return status }
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    // Nil when somebody else reaped it; how it ended is lost.
    let status = ExitStatus(waitStatus: OwnedChildren.reap(pid) ?? 0xFF << 8)
    self.status = status
    return status
  }
}
