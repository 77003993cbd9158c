import Synchronization

/// Asks one attempt to stop; set by the loop, read by the worker and the programs it waits for.
public final class CancellationFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public var isCancelled: Bool { flag.load(ordering: .acquiring) }

  /// Raises the flag for good.
  public func cancel() { flag.store(true, ordering: .releasing) }
}
