import Glibc

private final class ThreadBody {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a detached thread that blocks every signal, so that the program's own handlers stay on its own threads.
/// Returns 0, or the error number when the system refuses; `body` is not run then.
func startThread(_ body: @escaping @Sendable () -> Void) -> Int32 {
  var all = sigset_t()
  var previous = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_SETMASK, &all, &previous)
  defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }

  let retained = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let number = pthread_create(
    &thread, nil,
    { context in
      guard let context else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
      return nil
    }, retained.toOpaque())
  if number == 0 { pthread_detach(thread) } else { retained.release() }
  return number
}
