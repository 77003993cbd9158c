import CLinux
import Glibc
import Synchronization

/// Tells the children that were started here, whose ends somebody waits for, from orphans that this process has adopted.
///
/// Nothing in this process may wait for "any child": a child that has ended stays a zombie until its `RunningChild`
/// reaps it, so that its number and that of its group stay its own.
enum OwnedChildren {
  private static let pids = Mutex<Set<pid_t>>([])

  /// Starts a child and notes its number, before anybody can take it for an orphan.
  ///
  /// - Parameter start: gives 0 and the number of the child, or an error number.
  static func start(_ start: (inout pid_t) -> Int32) -> (failure: Int32, pid: pid_t) {
    pids.withLock { pids in
      var pid: pid_t = 0
      let failure = start(&pid)
      if failure == 0 { pids.insert(pid) }
      return (failure, pid)
    }
  }

  /// Takes an ended child off the process table; nil when somebody else did.
  ///
  /// Under the lock, because the number is free as soon as it is reaped, and may be that of the next child.
  static func reap(_ pid: pid_t) -> Int32? {
    pids.withLock { pids in
      var word: Int32 = 0
      var result: pid_t
      repeat { result = waitpid(pid, &word, 0) } while result < 0 && errno == EINTR
      pids.remove(pid)
      return result == pid ? word : nil
    }
  }

  /// Gives up a child that does not end; it is reaped like an orphan when it does.
  static func abandon(_ pid: pid_t) {
    _ = pids.withLock { $0.remove(pid) }
  }

  /// Takes those of these children off the process table that have ended and belong to nobody.
  static func reapOrphans(among children: [pid_t]) {
    pids.withLock { pids in
      for child in children where !pids.contains(child) {
        var word: Int32 = 0
        waitpid(child, &word, WNOHANG)
      }
    }
  }
}
