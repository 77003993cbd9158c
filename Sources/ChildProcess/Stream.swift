import Glibc

extension ChildCommand {
  /// Runs the program to its end and hands on what it writes as it comes, line by line; nothing of it is kept.
  ///
  /// Blocks the calling thread, on which `onLine` and `onErrors` are called, also for what the program says while it is
  /// being ended. The end of the program is what counts, not that of its streams: a process that it left behind and that
  /// holds them is waited for as `idleGrace` says (see `OutputLimits`), and then ended unless `leftovers` spares it.
  ///
  /// - Parameters:
  ///   - lineLimit: bytes kept of one line of standard output.
  ///   - onErrors: told every portion of standard error, of any size.
  /// - Throws: when the child could not be started, took too long, or was cancelled; in the last two cases the child and
  ///   everything it has started have been ended first.
  public func stream(
    lineLimit: Int, limits: OutputLimits = .default, supervision: Supervision = Supervision(),
    onErrors: @escaping (UnsafeRawBufferPointer) -> Void, onLine: @escaping (LineCutter.Line) -> Void
  ) throws(ChildProcessError) -> ChildOutput {
    if let reason = supervision.reasonToStop { throw ChildProcessError(reason, executable: executable) }
    var bytes: [UInt8]?
    if case .bytes(let given) = input { bytes = given }
    let child = try spawn(keepsInput: bytes != nil)
    let pump = Pump(child, stderrTailLimit: limits.stderrTail)
    var cutter = LineCutter(limit: lineLimit)
    pump.onErrors = onErrors
    pump.onOutput = { cutter.take($0, onLine) }
    if let bytes {
      pump.send(bytes)
      pump.closeInputWhenWritten()
    }
    defer { cutter.finish(onLine) }
    do throws(ChildProcessError) {
      while !pump.hasEnded {
        if let reason = supervision.reasonToStop { throw pump.fail(reason, killGrace: supervision.killGrace) }
        try pump.step(milliseconds: supervision.longestWait)
      }
      try pump.drain(idleGrace: limits.idleGrace, limit: .max)
    } catch {
      if error.code == .ioFailed { _ = pump.end(killGrace: 0) }
      throw error
    }
    let status = leftovers == .killed ? child.killTree() : child.reap()
    return ChildOutput(status: status, output: [], stderrTail: pump.errorTail.bytes, survivors: child.survivors)
  }
}
