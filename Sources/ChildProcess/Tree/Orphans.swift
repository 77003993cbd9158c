import CLinux
import Glibc

/// What descendants leave behind when their parents end first.
public enum Orphans {
  /// Makes this process the parent of its orphaned descendants, which otherwise go to init: they stay in sight, and
  /// whoever walks the tree from here finds them. For good, for the whole process; whoever calls this calls `reap` after
  /// every SIGCHLD, since nobody else will.
  ///
  /// - Returns: false where the system cannot (before Linux 3.4).
  @discardableResult
  public static func adopt() -> Bool {
    gantry_become_subreaper() == 0
  }

  /// Takes adopted orphans that have ended off the process table. Children started by `ChildCommand` are left to those
  /// who wait for them. Cheap; any thread may call it.
  public static func reap() {
    var children: [pid_t] = []
    for thread in ProcFile.numbers(in: "/proc/self/task") {
      guard let list = ProcFile.read("/proc/self/task/\(thread)/children", limit: 1 << 20) else {
        // Kernels without CONFIG_PROC_CHILDREN: the whole table says the same.
        let own = getpid()
        children = ProcessRecord.all().filter { $0.parent == own }.map(\.pid)
        break
      }
      children += list.split(separator: UInt8(ascii: " ")).compactMap { pid_t(String(decoding: $0, as: UTF8.self)) }
    }
    OwnedChildren.reapOrphans(among: children)
  }
}
