import CUV
import Glibc

/// Messages from other threads to the loop, handed over many at a time.
///
/// `uv_async_send` coalesces: the queue, not the number of callbacks, is the truth. A sender swaps into the queue and
/// wakes the loop only when the queue was empty; the loop takes the whole array out.
public final class Mailbox<Message: Sendable>: HandleOwner, MailboxReceiver {
  /// The end that other threads hold.
  public nonisolated struct Sender: Sendable {
    fileprivate let queue: MailboxQueue<Message>

    /// Adds a message; it is dropped once the mailbox is closed. Never blocks beyond a short critical section.
    public func send(_ message: Message) {
      queue.append(message)
    }
  }

  private let handle: Handle<uv_async_t>
  private let queue: MailboxQueue<Message>
  private let receive: ([Message]) -> Void

  /// A mailbox whose messages go to `receive` on the loop, oldest first.
  public init(loop: Loop, receive: @escaping ([Message]) -> Void) throws(LoopError) {
    self.receive = receive
    handle = Handle(zero: uv_async_t())
    queue = MailboxQueue(wake: handle.pointer)
    let code = uv_async_init(loop.handle, handle.pointer, mailboxDidWake)
    if code < 0 {
      handle.discard()
      throw LoopError(operation: "uv_async_init", code: code)
    }
    handle.attach(self)
  }

  public var sender: Sender { Sender(queue: queue) }

  func wake() {
    let messages = queue.takeAll()
    if !messages.isEmpty { receive(messages) }
  }

  /// Takes no more messages and lets the loop end. Messages that wait are handed over first.
  public func close() {
    queue.close()
    wake()
    handle.close()
  }

  func handleClosed() {}
}

/// Lets one C callback serve mailboxes of every message type.
protocol MailboxReceiver: AnyObject {
  func wake()
}

private nonisolated func mailboxDidWake(_ handle: UnsafeMutablePointer<uv_async_t>?) {
  guard let data = handle?.pointee.data else { return }
  let box = UncheckedPointer(data)
  MainActor.assumeIsolated {
    (Unmanaged<AnyObject>.fromOpaque(box.value).takeUnretainedValue() as? any MailboxReceiver)?.wake()
  }
}

/// The queue both ends share.
private nonisolated final class MailboxQueue<Message: Sendable>: @unchecked Sendable {
  // Unchecked: `messages` and `isOpen` are only touched with `mutex` held. `wake` is only used while `isOpen`, so it
  // cannot outlive its handle, and `uv_async_send` is the one libuv call that any thread may make.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let wake: UnsafeMutablePointer<uv_async_t>
  private var messages: [Message] = []
  private var isOpen = true

  init(wake: UnsafeMutablePointer<uv_async_t>) {
    self.wake = wake
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func append(_ message: Message) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard isOpen else { return }
    messages.append(message)
    if messages.count == 1 { uv_async_send(wake) }
  }

  func takeAll() -> [Message] {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    defer { messages = [] }
    return messages
  }

  func close() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    isOpen = false
  }
}
