import CUV

/// A timer on the loop's monotonic clock. It keeps the loop alive only while it is armed.
public final class LoopTimer: HandleOwner {
  private let handle: Handle<uv_timer_t>
  private var action: (() -> Void)?

  public init(loop: Loop) throws(LoopError) {
    handle = Handle(zero: uv_timer_t())
    let code = uv_timer_init(loop.handle, handle.pointer)
    if code < 0 {
      handle.discard()
      throw LoopError(operation: "uv_timer_init", code: code)
    }
    handle.attach(self)
  }

  /// Calls `action` once, `milliseconds` from now; replaces what was armed before.
  public func arm(afterMilliseconds milliseconds: UInt64, _ action: @escaping () -> Void) {
    self.action = action
    // Only a closed timer or a missing callback can be refused; the first would be a bug of the caller.
    let code = uv_timer_start(handle.pointer, timerDidFire, milliseconds, 0)
    precondition(code == 0, "a closed timer was armed")
  }

  /// Forgets what was armed.
  public func disarm() {
    action = nil
    uv_timer_stop(handle.pointer)
  }

  /// Frees the timer for good.
  public func close() {
    action = nil
    handle.close()
  }

  fileprivate func fire() {
    let action = self.action
    self.action = nil
    action?()
  }

  func handleClosed() {}
}

private nonisolated func timerDidFire(_ handle: UnsafeMutablePointer<uv_timer_t>?) {
  guard let data = handle?.pointee.data else { return }
  let box = UncheckedPointer(data)
  MainActor.assumeIsolated {
    owner(of: box.value, as: LoopTimer.self)?.fire()
  }
}
