import Glibc

/// A long-lived child that answers requests, such as `git cat-file --batch`. Used by one thread at a time.
///
/// Dropping the last reference ends the child. After an error the conversation is over: every later call fails too.
public final class InteractiveProcess {
  private let pump: Pump
  private let supervision: Supervision
  private let leftovers: ChildCommand.Leftovers
  private var failure: ChildProcessError?

  /// Output kept while a request is being written, in bytes.
  private static let readAheadLimit = 64 << 20

  /// Starts the child; `command.input` is not used.
  ///
  /// - Parameter supervision: holds for the whole conversation.
  public init(
    _ command: ChildCommand, stderrTail: Int = 8 << 10, supervision: Supervision = Supervision()
  ) throws(ChildProcessError) {
    if let reason = supervision.reasonToStop { throw ChildProcessError(reason, executable: command.executable) }
    pump = Pump(try command.spawn(keepsInput: true), stderrTailLimit: stderrTail)
    self.supervision = supervision
    leftovers = command.leftovers
  }

  /// Writes a request. Output that comes meanwhile is kept, so a child that answers early cannot block us.
  public func write(_ bytes: [UInt8]) throws(ChildProcessError) {
    pump.send(bytes)
    try pumpUntil { !pump.hasPendingInput }
  }

  /// Reads exactly `count` bytes.
  ///
  /// - Throws: `endedEarly` when the child's output ends before.
  public func read(exactly count: Int) throws(ChildProcessError) -> [UInt8] {
    try pumpUntil { pump.output.count >= count }
    return pump.output.take(count)
  }

  /// Reads `count` bytes and forgets them, in constant memory.
  public func skip(_ count: Int) throws(ChildProcessError) {
    var left = count
    while left > 0 {
      try pumpUntil { pump.output.count > 0 }
      let portion = min(left, pump.output.count)
      pump.output.drop(portion)
      left -= portion
    }
  }

  /// Reads up to and including the next newline, and returns the line without it.
  ///
  /// - Throws: `outputTooLarge` when no newline comes within `limit` bytes.
  public func readLine(limit: Int = 64 << 10) throws(ChildProcessError) -> [UInt8] {
    var searched = 0
    var end: Int?
    try pumpUntil {
      end = pump.output.distance(to: UInt8(ascii: "\n"), from: searched)
      searched = pump.output.count
      return end != nil || searched > limit
    }
    guard let end, end <= limit else { throw fail(.outputTooLarge, context: "a line is longer than \(limit) bytes") }
    let line = pump.output.take(end)
    pump.output.drop(1)
    return line
  }

  /// Closes the child's input and waits for its end; output that was not read is dropped.
  public func finish() throws(ChildProcessError) -> ExitStatus {
    if let failure { throw failure }
    pump.discardsOutput = true
    pump.readsOutput = true
    pump.closeInputWhenWritten()
    while !pump.hasEnded { try pumpOnce() }
    return leftovers == .killed ? pump.child.killTree() : pump.child.reap()
  }

  private func pumpUntil(_ isDone: () -> Bool) throws(ChildProcessError) {
    if let failure { throw failure }
    while !isDone() {
      if pump.child.output == nil { throw fail(.endedEarly) }
      if pump.hasEnded {
        try drain()
        if isDone() { return }
        throw fail(.endedEarly)
      }
      if pump.hasPendingInput, pump.output.count > Self.readAheadLimit {
        throw fail(.outputTooLarge, context: "it answers faster than it reads")
      }
      try pumpOnce()
    }
  }

  /// Takes what a child that has ended left in the pipe.
  private func drain() throws(ChildProcessError) {
    do throws(ChildProcessError) {
      try pump.drain(idleGrace: 0.1, limit: .max)
    } catch {
      failure = error
      throw error
    }
  }

  private func pumpOnce() throws(ChildProcessError) {
    if let reason = supervision.reasonToStop { throw fail(reason) }
    do throws(ChildProcessError) {
      try pump.step(milliseconds: supervision.longestWait)
    } catch {
      _ = pump.end(killGrace: 0)
      failure = error
      throw error
    }
  }

  private func fail(_ code: ChildProcessError.Code, context: String = "") -> ChildProcessError {
    let error = pump.fail(code, killGrace: code == .endedEarly ? 0.1 : supervision.killGrace, context: context)
    failure = error
    return error
  }
}
