import Glibc

/// Ends processes for good, round by round until none is left: who forked while a round ran is met in the next.
enum ProcessKill {
  /// Seconds that killed processes may take to go. SIGKILL cannot be ignored, only be waited for: by a process that hangs
  /// in the kernel, on a dead network file system for example.
  static let patience = 5.0

  /// Longest sleep between two looks at the process table, in milliseconds.
  private static let round: Int64 = 50

  /// Kills what `members` gives until it gives nothing.
  ///
  /// - Returns: numbers of those that are still there: they hang in the kernel, or run as another user.
  static func untilGone(_ members: () -> [ProcessRecord]) -> [pid_t] {
    let last = Deadline.after(seconds: patience)
    var refused: Set<ProcessRecord.Identity> = []
    while true {
      let members = members()
      let left = members.filter { !refused.contains($0.identity) }
      if left.isEmpty || last.hasPassed { return members.map(\.pid).sorted() }
      let handles = left.compactMap { ProcessHandle($0) }
      var killed: [ProcessHandle] = []
      for handle in handles {
        switch handle.signal(SIGKILL) {
        case .sent: killed.append(handle)
        case .gone: break
        case .refused: refused.insert(handle.record.identity)
        }
      }
      if !killed.isEmpty {
        ProcessHandle.wait(for: killed, milliseconds: min(last.millisecondsLeft, Self.round))
      }
    }
  }
}
