import Glibc

/// Programs that have outlived the daemon they ran for: it was killed and could not end them.
public struct LeftoverProcesses: Sendable, Hashable {
  /// Processes that were found and have ended.
  public var ended: Int
  /// Numbers of those that could not be ended: they hang in the kernel, or run as another user.
  public var survivors: [Int32]

  /// Ends every process of this user that was started under `scope` (see `ProcessMarker`), and what these have started.
  /// They get SIGTERM, `grace` seconds, then SIGKILL. Returns when they are gone, or could not be ended in five seconds.
  ///
  /// For the start of a daemon, before it runs anything: whatever carries its scope then is of an earlier run. This
  /// process and its ancestors are spared.
  public static func end(scope: String, grace: Double) -> LeftoverProcesses {
    let prefix = Array("\(ProcessMarker.variable)=\(scope)/".utf8)
    let spared = ownLine()
    var seen: Set<ProcessRecord.Identity> = []
    func members() -> [ProcessRecord] {
      let all = ProcessRecord.all().filter { !spared.contains($0.pid) }
      let seeds = all.filter { record in
        seen.contains(record.identity) || record.hasEnvironment(owner: geteuid()) { $0.starts(with: prefix) }
      }
      let members = ProcessTree.closure(of: seeds, in: all)
      seen.formUnion(members.map(\.identity))
      return members
    }

    let patience = Deadline.after(seconds: grace)
    var left = members()
    for record in left { ProcessHandle(record)?.signal(SIGTERM) }
    while !left.isEmpty, !patience.hasPassed {
      ProcessHandle.wait(for: left.compactMap { ProcessHandle($0) }, milliseconds: min(patience.millisecondsLeft, 100))
      left = members()
    }
    let survivors = ProcessKill.untilGone(members)
    return LeftoverProcesses(ended: seen.count - survivors.count, survivors: survivors)
  }

  /// This process and those above it.
  private static func ownLine() -> Set<pid_t> {
    var line: Set<pid_t> = []
    var pid = getpid()
    while pid > 0, line.insert(pid).inserted, let record = ProcessRecord(of: pid) { pid = record.parent }
    return line
  }
}
