import CUV

/// The event loop: one libuv loop, run by the main thread.
///
/// Everything confined to the loop is `@MainActor`, so the compiler keeps other threads out; they reach in through a
/// `Mailbox`. libuv's callbacks are nonisolated C functions that enter with `MainActor.assumeIsolated`, which traps on
/// any other thread.
public final class Loop {
  let handle: UnsafeMutablePointer<uv_loop_t>

  /// Where all connections read: a read callback runs to its end before the next read starts.
  let scratch: UnsafeMutableRawBufferPointer

  /// Bytes read at once at most, which also bounds one connection's turn.
  static let readSize = 64 * 1024

  public init() throws(LoopError) {
    handle = .allocate(capacity: 1)
    handle.initialize(to: uv_loop_t())
    scratch = .allocate(byteCount: Self.readSize, alignment: 16)
    try LoopError.check(uv_loop_init(handle), "uv_loop_init")
  }

  /// Runs until no handle is left that keeps the loop alive.
  public func run() {
    uv_run(handle, UV_RUN_DEFAULT)
  }

  /// Frees the loop once every handle is closed and the loop has run out.
  public func close() throws(LoopError) {
    try LoopError.check(uv_loop_close(handle), "uv_loop_close")
    scratch.deallocate()
    handle.deallocate()
  }
}
