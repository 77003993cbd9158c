import Glibc
import JSON
import Synchronization

/// One connection and the thread that serves it. Calls come from any task; the thread sends, receives, matches answers
/// to calls by id, and ends calls whose time is up.
final class Channel: Sendable {
  typealias Outcome = Result<RawJSON, GantryError>

  /// A call that waits for its answer.
  private struct Pending {
    var method: String
    var deadline: Deadline
    var timeout: Duration
    var continuation: CheckedContinuation<Outcome, Never>
  }

  private struct State {
    var outgoing: [UInt8] = []
    var pending: [Int64: Pending] = [:]
    var nextID: Int64 = 1
    /// Calls that were cancelled between getting their number and being submitted.
    var cancelledEarly: Set<Int64> = []
    var events: ArraySlice<RawJSON> = []
    /// Whoever waits for an event; one at a time.
    var listener: CheckedContinuation<Void, Never>?
    /// Set once: nothing can be called any longer.
    var end: End?
  }

  private struct End {
    var violation: GantryError?
    var systemError: Int32 = 0

    func error(for method: String) -> GantryError { violation ?? .closed(method: method, systemError: systemError) }
  }

  private let state = Mutex(State())
  private let wakeup: Wakeup
  /// Events that may wait for their reader before no more is read; the daemon then keeps the rest. 0 drops events.
  private let eventRoom: Int

  private init(wakeup: Wakeup, eventRoom: Int) {
    self.wakeup = wakeup
    self.eventRoom = eventRoom
  }

  /// Connects and starts the thread.
  static func open(path: String, timeout: Duration, eventRoom: Int = 0) async throws(GantryError) -> Channel {
    guard let wakeup = Wakeup() else { throw .cannotConnect(path: path, systemError: errno) }
    let channel = Channel(wakeup: wakeup, eventRoom: eventRoom)
    let failure: GantryError? = await withCheckedContinuation { continuation in
      let number = startThread {
        do throws(GantryError) {
          let socket = try StreamSocket.connect(to: path, until: .after(timeout))
          continuation.resume(returning: nil)
          channel.serve(socket)
        } catch {
          continuation.resume(returning: error)
        }
      }
      if number != 0 { continuation.resume(returning: .cannotConnect(path: path, systemError: number)) }
    }
    if let failure { throw failure }
    return channel
  }

  /// Sends a call and waits for its outcome, its deadline or the cancellation of the task.
  func call(_ method: String, params: RawJSON?, timeout: Duration?) async -> Outcome {
    let id = state.withLock { state in
      defer { state.nextID += 1 }
      return state.nextID
    }
    // A cancellation that comes together with the answer leaves its mark behind.
    defer { state.withLock { _ = $0.cancelledEarly.remove(id) } }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let pending = Pending(
          method: method, deadline: .after(timeout), timeout: timeout ?? .zero, continuation: continuation)
        submit(id, pending, RequestLine.call(id: id, method: method, params: params))
      }
    } onCancel: {
      cancel(id)
    }
  }

  /// Ends the connection; calls under way fail with ``GantryError/closed(method:systemError:)``.
  func close() { finish(End()) }

  /// The next event; nil when the task was cancelled.
  func nextEvent() async throws(GantryError) -> RawJSON? {
    while true {
      let (event, end, hasMadeRoom): (RawJSON?, End?, Bool) = state.withLock { state in
        let wasFull = state.events.count >= eventRoom
        let event = state.events.popFirst()
        return (event, state.end, wasFull && event != nil)
      }
      if hasMadeRoom { wakeup.signal() }
      if let event { return event }
      if let end { throw end.error(for: "subscribe") }
      if Task.isCancelled { return nil }
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          let waits = state.withLock { state in
            // Cancelled since: the handler may have run before there was anything to resume.
            guard state.events.isEmpty, state.end == nil, !Task.isCancelled else { return false }
            state.listener = continuation
            return true
          }
          if !waits { continuation.resume() }
        }
      } onCancel: {
        wakeListener()
      }
    }
  }

  private func wakeListener() {
    let listener = state.withLock { state in
      defer { state.listener = nil }
      return state.listener
    }
    listener?.resume()
  }

  private func submit(_ id: Int64, _ pending: Pending, _ line: [UInt8]) {
    let refusal: GantryError? = state.withLock { state in
      if let end = state.end { return end.error(for: pending.method) }
      if state.cancelledEarly.remove(id) != nil { return .cancelled(method: pending.method) }
      state.pending[id] = pending
      state.outgoing += line
      return nil
    }
    if let refusal { return pending.continuation.resume(returning: .failure(refusal)) }
    wakeup.signal()
  }

  private func cancel(_ id: Int64) {
    let pending: Pending? = state.withLock { state in
      guard let pending = state.pending.removeValue(forKey: id) else {
        state.cancelledEarly.insert(id)
        return nil
      }
      state.outgoing += RequestLine.cancel(id: id)
      return pending
    }
    guard let pending else { return }
    wakeup.signal()
    pending.continuation.resume(returning: .failure(.cancelled(method: pending.method)))
  }

  private func finish(_ end: End) {
    let abandoned = state.withLock { state in
      if state.end == nil { state.end = end }
      defer { state.pending = [:] }
      return state.pending
    }
    wakeup.signal()
    wakeListener()
    for (_, pending) in abandoned {
      pending.continuation.resume(returning: .failure(end.error(for: pending.method)))
    }
  }
}

// The thread's side.
extension Channel {
  private func serve(_ socket: borrowing StreamSocket) {
    do throws(GantryError) {
      try withReceiveBuffer { (buffer) throws(GantryError) in
        var replies = ReplyReader()
        while let (wantsToSend, wantsToRead, deadline) = plan() {
          let readable = wakeup.wait(with: socket, reading: wantsToRead, sending: wantsToSend, until: deadline)
          if readable {
            switch socket.receive(into: buffer) {
            case .moved(let count):
              deliver(try replies.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])))
            case .wouldBlock: break
            case .ended: return finish(End())
            case .failed(let number): return finish(End(systemError: number))
            }
          }
          if wantsToSend, let failure = flush(socket) { return finish(End(systemError: failure)) }
          expire()
        }
      }
    } catch {
      finish(End(violation: error))
    }
  }

  /// What to wait for; nil when the channel has been closed.
  private func plan() -> (wantsToSend: Bool, wantsToRead: Bool, deadline: Deadline)? {
    state.withLock { state in
      guard state.end == nil else { return nil }
      let isFull = eventRoom > 0 && state.events.count >= eventRoom
      return (!state.outgoing.isEmpty, !isFull, state.pending.values.map(\.deadline).min() ?? .never)
    }
  }

  private func flush(_ socket: borrowing StreamSocket) -> Int32? {
    var bytes = state.withLock { state in
      defer { state.outgoing = [] }
      return state.outgoing
    }[...]
    while !bytes.isEmpty {
      switch socket.send(bytes) {
      case .moved(let count): bytes = bytes.dropFirst(count)
      case .ended: return 0
      case .failed(let number): return number
      case .wouldBlock:
        // The rest goes before what has been submitted meanwhile.
        state.withLock { $0.outgoing.insert(contentsOf: bytes, at: 0) }
        return nil
      }
    }
    return nil
  }

  private func deliver(_ arrivals: Arrivals) {
    if eventRoom > 0, !arrivals.events.isEmpty {
      state.withLock { $0.events += arrivals.events }
      wakeListener()
    }
    for reply in arrivals.replies {
      guard let id = reply.id else {
        // An error without an id concerns the connection as a whole, such as a refusal right after connecting.
        if case .failure(let error) = reply.outcome { finish(End(violation: error)) }
        continue
      }
      let pending = state.withLock { $0.pending.removeValue(forKey: id) }
      // Nobody waits any longer for the answer to a call that timed out or was cancelled.
      pending?.continuation.resume(returning: reply.outcome)
    }
  }

  private func expire() {
    let now = Deadline.now
    let late = state.withLock { state in
      let late = state.pending.filter { $0.value.deadline <= now }
      for id in late.keys {
        state.pending[id] = nil
        state.outgoing += RequestLine.cancel(id: id)
      }
      return late
    }
    for (_, pending) in late {
      pending.continuation.resume(returning: .failure(.timeout(method: pending.method, after: pending.timeout)))
    }
  }
}
