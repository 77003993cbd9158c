import Glibc

extension Pump {
  /// Reads what is left after the child has ended.
  ///
  /// The end of the child is what counts, not the end of its streams: a process that it left behind may hold them open
  /// for ever. So reading stops at the end of both streams, after `idleGrace` seconds without a byte, or after ten
  /// times that in any case.
  func drain(idleGrace: Double, limit: Int) throws(ChildProcessError) {
    let last = Deadline.after(seconds: 10 * idleGrace)
    var idle = Deadline.after(seconds: idleGrace)
    readsOutput = true
    while !isAtEnd, !idle.hasPassed, !last.hasPassed, output.count <= limit {
      if try step(milliseconds: min(idle, last).millisecondsLeft) { idle = .after(seconds: idleGrace) }
    }
  }

  /// Ends the child's whole group: SIGTERM, time to put things in order, SIGKILL. Returns when the child is reaped.
  ///
  /// The grace ends early when the child has ended and all that inherited its streams have closed them.
  func end(killGrace: Double) -> ExitStatus {
    discardsOutput = true
    readsOutput = true
    child.input = nil
    child.signalGroup(SIGTERM)
    let patience = Deadline.after(seconds: killGrace)
    while !(hasEnded && isAtEnd), !patience.hasPassed {
      do {
        try step(milliseconds: patience.millisecondsLeft)
      } catch {
        // Its streams cannot be read any more; it shall end anyway, so it ends now.
        break
      }
    }
    child.signalGroup(SIGKILL)
    return child.reap()
  }

  /// Ends the child and makes the error that says why.
  func fail(
    _ code: ChildProcessError.Code, killGrace: Double, context: String = ""
  ) -> ChildProcessError {
    let status = end(killGrace: killGrace)
    return ChildProcessError(
      code, executable: child.executable, context: context, status: status, stderrTail: errorTail.bytes)
  }
}
