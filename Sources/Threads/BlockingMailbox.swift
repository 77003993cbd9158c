import Glibc

/// A queue from any threads to waiting ones: senders never block, a receiver takes all that waits at once or sleeps.
///
/// Built on a POSIX mutex and condition variable. `Synchronization.Mutex` is a priority-inheritance futex in this
/// toolchain and many times slower once more threads than cores meet on it (swiftlang/swift#88440).
public final class BlockingMailbox<Message: Sendable>: @unchecked Sendable {
  // Unchecked: `messages`, `next` and `isClosed` are only touched with `mutex` held; the two pointers never change.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var messages: [Message] = []
  /// Messages older than those, the oldest last: taking one costs the same however many wait.
  private var next: [Message] = []
  private var isClosed = false

  public init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Adds a message; wakes one receiver. False when the mailbox is closed and the message was dropped.
  @discardableResult
  public func send(_ message: Message) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard !isClosed else { return false }
    messages.append(message)
    pthread_cond_signal(condition)
    return true
  }

  /// Takes everything that waits, oldest first, sleeping while there is nothing. Nil once closed and empty.
  public func receiveAll() -> [Message]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard waitForMessages() else { return nil }
    defer {
      messages = []
      next = []
    }
    return next.isEmpty ? messages : next.reversed() + messages
  }

  /// Takes the oldest message, sleeping while there is none. Nil once closed and empty.
  public func receive() -> Message? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard waitForMessages() else { return nil }
    if next.isEmpty {
      next = messages.reversed()
      messages = []
    }
    return next.removeLast()
  }

  /// Sleeps, with the mutex let go, while there is nothing; false once closed and empty.
  private func waitForMessages() -> Bool {
    while messages.isEmpty, next.isEmpty {
      if isClosed { return false }
      pthread_cond_wait(condition, mutex)
    }
    return true
  }

  /// Refuses further messages; receivers still get what waits, then nil.
  public func close() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    isClosed = true
    pthread_cond_broadcast(condition)
  }
}
