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

  /// Ends the child and everything it has started: SIGTERM, time to put things in order, SIGKILL, until nobody is left.
  /// Returns when the child is reaped.
  ///
  /// The grace ends early when all of them have ended.
  func end(killGrace: Double) -> ExitStatus {
    discardsOutput = true
    readsOutput = true
    child.input = nil
    child.terminateTree()
    let patience = Deadline.after(seconds: killGrace)
    do throws(ChildProcessError) {
      while !patience.hasPassed {
        if hasEnded {
          watched = child.holdTree()
          if watched.isEmpty { break }
        }
        // With nobody but descendants left, their ends wake us; on kernels that cannot tell, a look now and then.
        let isBlind = watched.contains { $0.descriptor == nil }
        try step(milliseconds: isBlind ? min(patience.millisecondsLeft, 20) : patience.millisecondsLeft)
      }
    } catch {
      // Its streams cannot be read any more; it shall end anyway, so it ends now.
    }
    watched = []
    let status = child.killTree()
    takeLastWords()
    return status
  }

  /// Takes what already lies in the pipes, and waits for nothing.
  private func takeLastWords() {
    let last = Deadline.after(seconds: 1)
    do throws(ChildProcessError) {
      while !isAtEnd, !last.hasPassed, try step(milliseconds: 0) {}
    } catch {
      // The child is gone; what it said last is a courtesy.
    }
  }

  /// Ends the child and makes the error that says why.
  func fail(
    _ code: ChildProcessError.Code, killGrace: Double, context: String = ""
  ) -> ChildProcessError {
    let status = end(killGrace: killGrace)
    return ChildProcessError(
      code, executable: child.executable, context: context, status: status, stderrTail: errorTail.bytes,
      survivors: child.survivors)
  }
}
