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
    var cutter = LineCutter(limit: lineLimit)
    defer { cutter.finish(onLine) }
    return try runToEnd(limits: limits, supervision: supervision) { pump in
      pump.onErrors = onErrors
      pump.onOutput = { cutter.take($0, onLine) }
    }
  }
}
