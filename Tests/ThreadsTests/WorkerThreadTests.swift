import Glibc
import Synchronization
import Testing
import Threads

@Suite struct WorkerThreadTests {
  @Test func `a thread runs its body and can be waited for`() {
    let value = Atomic<Int>(0)
    WorkerThread(name: "test") { value.store(42, ordering: .relaxed) }.join()
    let valueAfter = value.load(ordering: .relaxed)
    #expect(valueAfter == 42)
  }

  @Test func `signals are left to other threads, and the caller's mask is as before`() {
    @Sendable func isBlocked(_ signal: Int32) -> Bool {
      var mask = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &mask)
      return sigismember(&mask, signal) == 1
    }
    let before = isBlocked(SIGTERM)
    let blocked = Atomic<Int>(0)
    WorkerThread(name: "test") {
      for signal in [SIGTERM, SIGINT, SIGHUP, SIGCHLD] where isBlocked(signal) { blocked.add(1, ordering: .relaxed) }
    }.join()
    let blockedAfter = blocked.load(ordering: .relaxed)
    #expect(blockedAfter == 4)
    #expect(isBlocked(SIGTERM) == before)
  }

  @Test func `a thread has its name, cut to what the kernel takes`() {
    let name = Mutex("")
    WorkerThread(name: "a name beyond the limit") {
      let file = open("/proc/thread-self/comm", O_RDONLY | O_CLOEXEC)
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = read(file, &bytes, bytes.count)
      let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
      name.withLock { $0 = text }
    }.join()
    #expect(name.withLock { $0 } == "a name beyond t\n")
  }

  @Test func `a deep body fits into the stack that was asked for`() {
    @Sendable func depth(_ rest: Int) -> Int { rest == 0 ? 0 : 1 + depth(rest - 1) }
    let reached = Atomic<Int>(0)
    WorkerThread(name: "deep", stackSize: 16 << 20) { reached.store(depth(20_000), ordering: .relaxed) }.join()
    let reachedAfter = reached.load(ordering: .relaxed)
    #expect(reachedAfter == 20_000)
  }
}
