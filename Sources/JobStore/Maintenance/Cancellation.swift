import Synchronization

/// Ends long work early; raised by one thread, heard by another.
public final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// Ends what is executed at the moment.
    var interrupt: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  public init() {}

  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Raises it for good.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.interrupt?()
    }
  }

  /// Runs `body`, which `interrupt` ends should the work be cancelled meanwhile. The lock holds `interrupt` back until it
  /// is known whether `body` still runs, so it is never called too late.
  func interrupting<T, E: Error>(
    _ interrupt: @escaping @Sendable () -> Void, _ body: () throws(E) -> T
  ) throws(E) -> T {
    state.withLock { $0.interrupt = interrupt }
    defer { state.withLock { $0.interrupt = nil } }
    return try body()
  }
}
