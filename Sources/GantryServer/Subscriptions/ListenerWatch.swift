import EventLoop

/// Looks after sessions whose peer sends nothing more and only listens. The kernel tells nobody when such a peer goes
/// away, and as long as nothing happens no write fails either.
final class ListenerWatch {
  private let timer: LoopTimer
  private let turn: (() -> Void) -> Void
  private var sessions: [Session] = []

  private static let intervalMilliseconds: UInt64 = 1000

  /// - Parameter turn: runs one callback's work, as `Server.turn` does.
  init(loop: Loop, turn: @escaping (() -> Void) -> Void) throws(LoopError) {
    timer = try LoopTimer(loop: loop)
    self.turn = turn
  }

  func add(_ session: Session) {
    guard !sessions.contains(where: { $0 === session }) else { return }
    sessions.append(session)
    if sessions.count == 1 { arm() }
  }

  private func arm() {
    timer.arm(afterMilliseconds: Self.intervalMilliseconds) { [weak self] in self?.look() }
  }

  private func look() {
    turn {
      for session in sessions where session.onlyListens { session.closeIfAbandoned() }
      sessions.removeAll { !$0.onlyListens }
    }
    if !sessions.isEmpty { arm() }
  }

  func close() {
    sessions = []
    timer.close()
  }
}
