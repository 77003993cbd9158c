import CUV

/// Hears one signal on the loop. Does not keep the loop alive by itself.
public final class SignalWatcher: HandleOwner {
  private let handle: Handle<uv_signal_t>
  private let action: () -> Void

  /// Calls `action` on the loop each time the process gets `signal`.
  public init(loop: Loop, signal: Int32, _ action: @escaping () -> Void) throws(LoopError) {
    self.action = action
    handle = Handle(zero: uv_signal_t())
    let code = uv_signal_init(loop.handle, handle.pointer)
    if code < 0 {
      handle.discard()
      throw LoopError(operation: "uv_signal_init", code: code)
    }
    handle.attach(self)
    uv_unref(handle.base)
    let started = uv_signal_start(handle.pointer, signalDidArrive, signal)
    if started < 0 {
      handle.close()
      throw LoopError(operation: "uv_signal_start", code: started)
    }
  }

  public func close() {
    handle.close()
  }

  fileprivate func arrive() { action() }

  func handleClosed() {}
}

private nonisolated func signalDidArrive(_ handle: UnsafeMutablePointer<uv_signal_t>?, _ number: Int32) {
  guard let data = handle?.pointee.data else { return }
  let box = UncheckedPointer(data)
  MainActor.assumeIsolated {
    owner(of: box.value, as: SignalWatcher.self)?.arrive()
  }
}
