import CUV

/// A libuv handle of type `T` on the heap, with the Swift object that its callbacks belong to.
///
/// libuv keeps the address of a handle until its close callback, and `uv_close` is asynchronous: the memory and the
/// reference to the owner are given up there and nowhere else.
struct Handle<T> {
  let pointer: UnsafeMutablePointer<T>

  init(zero: T) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: zero)
  }

  /// The same handle, as the base type that generic calls take.
  var base: UnsafeMutablePointer<uv_handle_t> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: uv_handle_t.self)
  }

  /// Keeps `owner` alive until the handle is closed.
  func attach(_ owner: AnyObject) {
    base.pointee.data = Unmanaged.passRetained(owner).toOpaque()
  }

  /// Frees the memory of a handle that libuv never took (its init call failed).
  func discard() {
    pointer.deallocate()
  }

  /// Closes the handle; `handleDidClose` frees it and lets go of its owner.
  func close() {
    guard uv_is_closing(base) == 0 else { return }
    uv_close(base, handleDidClose)
  }
}

/// The object that a callback's handle belongs to.
func owner<T: AnyObject>(of data: UnsafeMutableRawPointer?, as type: T.Type) -> T? {
  guard let data else { return nil }
  return Unmanaged<AnyObject>.fromOpaque(data).takeUnretainedValue() as? T
}

/// What an owner does once its handle is closed.
protocol HandleOwner: AnyObject {
  func handleClosed()
}

private nonisolated func handleDidClose(_ handle: UnsafeMutablePointer<uv_handle_t>?) {
  guard let handle else { return }
  let data = handle.pointee.data
  handle.deallocate()
  guard let data else { return }
  let box = UncheckedPointer(data)
  MainActor.assumeIsolated {
    let owner = Unmanaged<AnyObject>.fromOpaque(box.value).takeRetainedValue()
    (owner as? any HandleOwner)?.handleClosed()
  }
}

/// Carries a pointer from a C callback into the loop's isolation, which is the same thread.
nonisolated struct UncheckedPointer: @unchecked Sendable {
  // Unchecked: it never leaves the loop thread; `assumeIsolated` around each use traps if it did.
  let value: UnsafeMutableRawPointer

  init(_ value: UnsafeMutableRawPointer) { self.value = value }
}
