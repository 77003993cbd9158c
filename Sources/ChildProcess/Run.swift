import Glibc

extension ChildCommand {
  /// Runs the program to its end and returns what it wrote, whatever its exit status is.
  ///
  /// Blocks the calling thread, on which `onErrors` is told every portion of standard error as it comes. Whichever way it
  /// ends, no process of ours is left unreaped.
  ///
  /// - Throws: when the child could not be started, took too long, was cancelled, or wrote too much; in the last three
  ///   cases the child and everything it has started have been ended first.
  public func run(
    limits: OutputLimits = .default, supervision: Supervision = Supervision(),
    onErrors: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(ChildProcessError) -> ChildOutput {
    try runToEnd(limits: limits, supervision: supervision) { $0.onErrors = onErrors }
  }

  /// What `run` and `stream` share: only what is done with the output differs.
  ///
  /// - Parameter prepare: says where the output goes, before any of it is read.
  func runToEnd(
    limits: OutputLimits, supervision: Supervision, _ prepare: (Pump) -> Void
  ) throws(ChildProcessError) -> ChildOutput {
    if let reason = supervision.reasonToStop { throw ChildProcessError(reason, executable: executable) }
    var bytes: [UInt8]?
    if case .bytes(let given) = input { bytes = given }
    let child = try spawn(keepsInput: bytes != nil)
    let pump = Pump(child, stderrTailLimit: limits.stderrTail)
    prepare(pump)
    if let bytes {
      pump.send(bytes)
      pump.closeInputWhenWritten()
    }
    do throws(ChildProcessError) {
      while !pump.hasEnded {
        if let reason = supervision.reasonToStop { throw pump.fail(reason, killGrace: supervision.killGrace) }
        try pump.step(milliseconds: supervision.longestWait)
        if pump.output.count > limits.output { break }
      }
      if pump.hasEnded { try pump.drain(idleGrace: limits.idleGrace, limit: limits.output) }
    } catch {
      if error.code == .ioFailed { _ = pump.end(killGrace: 0) }
      throw error
    }
    guard pump.output.count <= limits.output else {
      throw pump.fail(
        .outputTooLarge, killGrace: supervision.killGrace, context: "the limit is \(limits.output) bytes")
    }
    let status = leftovers == .killed ? child.killTree() : child.reap()
    return ChildOutput(
      status: status, output: pump.output.take(pump.output.count), stderrTail: pump.errorTail.bytes,
      survivors: child.survivors)
  }
}
