import Glibc

/// A POSIX thread with all signals blocked: signals belong to the event loop.
public struct WorkerThread: Sendable {
  private let handle: pthread_t

  /// Starts a thread that runs `body` and ends.
  ///
  /// - Parameters:
  ///   - name: shown by `ps -L` and debuggers; cut to 15 bytes, the kernel's limit.
  ///   - stackSize: bytes.
  public init(name: String, stackSize: Int = 1 << 20, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    defer { pthread_attr_destroy(&attributes) }
    var all = sigset_t()
    var previous = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Start(name: name, body: body))
    let code = pthread_create(&thread, &attributes, startThread, box.toOpaque())
    // Out of threads at start-up is a broken environment; there is nothing to fall back to.
    precondition(code == 0, "pthread_create failed for \(name): errno \(code)")
    handle = thread
  }

  /// Waits until the thread has ended. Call once.
  public func join() {
    pthread_join(handle, nil)
  }
}

private final class Start: Sendable {
  let name: String
  let body: @Sendable () -> Void

  init(name: String, body: @escaping @Sendable () -> Void) {
    self.name = name
    self.body = body
  }
}

private func startThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
  nameThisThread(start.name)
  start.body()
  return nil
}

/// glibc hides `pthread_setname_np` behind `_GNU_SOURCE`, which Swift's module of it does not set; the kernel's file
/// does the same. A thread without a name works as well, so a failure is left alone.
private func nameThisThread(_ name: String) {
  let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
  guard file >= 0 else { return }
  let bytes = Array(name.utf8.prefix(15))
  _ = write(file, bytes, bytes.count)
  close(file)
}
