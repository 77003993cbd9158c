import CUV

/// Hears of changes in one directory, not below it (inotify). Does not keep the loop alive by itself.
///
/// The directory is watched and not its files, because editors replace files: a watch on a file would go with the old
/// one.
public final class DirectoryWatcher: HandleOwner {
  private let handle: Handle<uv_fs_event_t>
  private var action: ((String?) -> Void)?

  /// - Parameter action: called on the loop for each change with the name of the entry, or nil when the system does not
  ///   tell it, as when events were lost or the directory itself is gone.
  /// - Throws: with `ENOSPC` or `EMFILE` when the system allows no more watches.
  public init(loop: Loop, path: String, _ action: @escaping (_ name: String?) -> Void) throws(LoopError) {
    self.action = action
    handle = Handle(zero: uv_fs_event_t())
    let code = uv_fs_event_init(loop.handle, handle.pointer)
    if code < 0 {
      handle.discard()
      throw LoopError(operation: "uv_fs_event_init", code: code)
    }
    handle.attach(self)
    uv_unref(handle.base)
    let started = uv_fs_event_start(handle.pointer, directoryDidChange, path, 0)
    if started < 0 {
      handle.close()
      throw LoopError(operation: "uv_fs_event_start", code: started)
    }
  }

  public func close() {
    action = nil
    handle.close()
  }

  fileprivate func changed(_ name: String?) { action?(name) }

  func handleClosed() {}
}

private nonisolated func directoryDidChange(
  _ handle: UnsafeMutablePointer<uv_fs_event_t>?, _ name: UnsafePointer<CChar>?, _ events: Int32, _ status: Int32
) {
  guard let data = handle?.pointee.data else { return }
  let box = UncheckedPointer(data)
  let name = status < 0 ? nil : name.map { String(cString: $0) }
  MainActor.assumeIsolated {
    owner(of: box.value, as: DirectoryWatcher.self)?.changed(name)
  }
}
