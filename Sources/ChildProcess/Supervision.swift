/// When a child must end before it is done: at a deadline, or as soon as somebody no longer wants its work.
public struct Supervision: Sendable {
  /// The child is ended when this passes.
  public var deadline: Deadline
  /// Looked at every 20 ms while the child runs; true ends it.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Seconds between SIGTERM and SIGKILL when the child is ended early.
  public var killGrace: Double

  public init(
    deadline: Deadline = .never, isCancelled: (@Sendable () -> Bool)? = nil, killGrace: Double = 5
  ) {
    self.deadline = deadline
    self.isCancelled = isCancelled
    self.killGrace = killGrace
  }

  /// Longest sleep between two looks at `isCancelled`, in milliseconds.
  static let tick: Int64 = 20

  /// Milliseconds that a wait may last before deadline and cancellation need another look.
  var longestWait: Int64 {
    min(deadline.millisecondsLeft, isCancelled == nil ? .max : Self.tick)
  }

  /// Why the child must end now; nil as long as it may run.
  var reasonToStop: ChildProcessError.Code? {
    if isCancelled?() == true { return .cancelled }
    return deadline.hasPassed ? .timedOut : nil
  }
}
