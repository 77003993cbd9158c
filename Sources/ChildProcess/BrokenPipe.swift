import Glibc

/// Runs `body`, a single write, so that a closed pipe gives EPIPE and not SIGPIPE, whatever the process does about that
/// signal: a library must neither rely on its disposition nor change it. `errno` is the body's.
func withoutBrokenPipeSignal(_ body: () -> Int) -> Int {
  var brokenPipe = sigset_t()
  sigemptyset(&brokenPipe)
  sigaddset(&brokenPipe, SIGPIPE)
  var pending = sigset_t()
  sigemptyset(&pending)
  sigpending(&pending)
  // One that is pending already is not ours to take.
  guard sigismember(&pending, SIGPIPE) == 0 else { return body() }

  var previous = sigset_t()
  pthread_sigmask(SIG_BLOCK, &brokenPipe, &previous)
  let result = body()
  let number = errno
  if result < 0, number == EPIPE {
    var none = timespec()
    while sigtimedwait(&brokenPipe, nil, &none) < 0, errno == EINTR {}
  }
  pthread_sigmask(SIG_SETMASK, &previous, nil)
  errno = number
  return result
}
