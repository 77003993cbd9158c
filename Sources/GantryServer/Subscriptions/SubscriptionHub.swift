import DequeModule
import JobModel
import JobStore
import Logging

/// Tells subscriptions what happens, each event once and in order.
///
/// An event goes at once to those that are up to date and whose peer reads. Everybody else is behind: nothing is kept
/// for them, and once their peer has taken what it was sent they are told from the store, page by page, until they have
/// caught up. So a slow reader costs a bounded number of bytes and one page at a time, whatever it has missed.
///
/// It knows no socket and no timer, which is why a test can drive it.
final class SubscriptionHub {
  /// Events behind a number, as many as a limit allows.
  typealias Read = (_ seq: Int64, _ limit: Int) throws(StoreError) -> [StoreEvent]

  /// Number of the newest event of which the loop has heard. The store may be ahead; nobody is told of that before the
  /// answers to the writes that did it have gone out.
  private(set) var newest: Int64
  private var subscriptions: [String: Subscription] = [:]
  /// Those that are behind and have room, in the order in which they are served.
  private var queue: Deque<Subscription> = []
  private var nextID: UInt64 = 0
  private var hasComplained = false

  private let read: Read
  private let clock: any WallClock
  private let logger: Logger
  /// Asks for a call of `pump` in a later turn, so many milliseconds from now.
  private let needsPump: (UInt64) -> Void

  /// Events that are replayed in one turn of the loop.
  static let page = 200
  /// Between two pages: the shortest time for which the loop is sure to look at everything else.
  static let pauseMilliseconds: UInt64 = 1
  /// How long to leave a store alone that could not be read.
  static let retryMilliseconds: UInt64 = 1000

  /// - Parameter newest: number of the newest event there was at the start, 0 if there was none.
  init(
    newest: Int64, read: @escaping Read, clock: any WallClock, logger: Logger, needsPump: @escaping (UInt64) -> Void
  ) {
    self.newest = newest
    self.read = read
    self.clock = clock
    self.logger = logger
    self.needsPump = needsPump
  }

  // MARK: Subscribing

  /// Where delivery begins.
  struct Start: Equatable {
    var position: Int64
    /// Something between the number that was asked for and `position` is not known any more.
    var hasGap: Bool
  }

  /// - Parameters:
  ///   - seq: number of the last event that the client knows; 0 for one that wants all there are.
  ///   - oldest: number of the oldest event that is kept; nil when there is none.
  func start(behind seq: Int64, oldest: Int64?) -> Start {
    let first = min(oldest ?? newest + 1, newest + 1)
    if seq == 0 { return Start(position: first - 1, hasGap: false) }
    // A number that was never given out is of another history: the database was replaced.
    if seq > newest || seq < first - 1 { return Start(position: first - 1, hasGap: true) }
    return Start(position: seq, hasGap: false)
  }

  /// Adds a subscription, which is told nothing before `release`.
  func add(_ filter: EventFilter, to receiver: any EventReceiver, from position: Int64) -> Subscription {
    nextID += 1
    let subscription = Subscription(id: String(nextID), filter: filter, receiver: receiver, position: position)
    subscriptions[subscription.id] = subscription
    receiver.subscriptions.append(subscription)
    return subscription
  }

  /// Its client knows the subscription's id: delivery begins.
  func release(_ subscription: Subscription) {
    guard subscription.state == .held else { return }
    catchUp(subscription)
  }

  /// Nothing more is told to it.
  func remove(_ subscription: Subscription) {
    subscription.state = .ended
    subscriptions[subscription.id] = nil
    subscription.receiver?.subscriptions.removeAll { $0 === subscription }
  }

  func removeAll() {
    for subscription in Array(subscriptions.values) { remove(subscription) }
  }

  // MARK: Telling

  /// Takes note of what was committed, before anybody is told: who subscribes from here on subscribes behind it.
  func note(_ events: [StoreEvent]) {
    if let last = events.last { newest = max(newest, last.seq) }
  }

  /// Tells what was committed to those that are up to date.
  func publish(_ events: [StoreEvent]) {
    guard let first = events.first, let last = events.last, !subscriptions.isEmpty else { return }
    var tails = [[UInt8]?](repeating: nil, count: events.count)
    for subscription in subscriptions.values where subscription.state == .live && subscription.position < last.seq {
      // Complete, or from the store: a hole is never passed over.
      if subscription.position != first.seq - 1 || !send(events[...], &tails, to: subscription) {
        catchUp(subscription)
      }
    }
  }

  /// The peer of a receiver has taken what it was sent.
  func receiverHasRoom(_ receiver: any EventReceiver) {
    for subscription in receiver.subscriptions where subscription.state == .behind { enqueue(subscription) }
  }

  /// Tells one page from the store to the subscription whose turn it is.
  func pump() {
    while let subscription = queue.popFirst() {
      subscription.isQueued = false
      guard subscription.state == .behind, subscription.receiver?.hasRoomForEvents == true else { continue }
      replay(subscription)
      break
    }
    if !queue.isEmpty { needsPump(Self.pauseMilliseconds) }
  }

  private func replay(_ subscription: Subscription) {
    var page: [StoreEvent]
    do throws(StoreError) {
      page = try read(subscription.position, Self.page)
      hasComplained = false
    } catch {
      if !hasComplained { logger.error("events could not be read and are tried again: \(error)") }
      hasComplained = true
      subscription.isQueued = true
      queue.append(subscription)
      return needsPump(Self.retryMilliseconds)
    }
    while let last = page.last, last.seq > newest { page.removeLast() }
    let kept = page.first?.seq ?? newest + 1
    if kept > subscription.position + 1 { sendGap(subscription.position + 1...kept - 1, to: subscription) }
    var tails = [[UInt8]?](repeating: nil, count: page.count)
    if send(page[...], &tails, to: subscription) { catchUp(subscription) }
  }

  /// Makes it live if it has been told everything, else has it told from the store.
  private func catchUp(_ subscription: Subscription) {
    guard subscription.position < newest else {
      subscription.state = .live
      return
    }
    subscription.state = .behind
    if subscription.receiver?.hasRoomForEvents == true { enqueue(subscription) }
  }

  private func enqueue(_ subscription: Subscription) {
    guard !subscription.isQueued else { return }
    subscription.isQueued = true
    queue.append(subscription)
    needsPump(Self.pauseMilliseconds)
  }

  /// Sends those that match, as long as there is room. False when there was not enough.
  private func send(_ events: ArraySlice<StoreEvent>, _ tails: inout [[UInt8]?], to subscription: Subscription) -> Bool
  {
    guard let receiver = subscription.receiver else { return true }
    for (index, event) in events.enumerated() {
      if subscription.filter.matches(event) {
        guard receiver.hasRoomForEvents else { return false }
        let tail = tails[index] ?? EventLine.tail(of: event)
        tails[index] = tail
        receiver.answer {
          $0 += subscription.head; $0 += tail
        }
      }
      subscription.position = event.seq
    }
    return true
  }

  private func sendGap(_ missed: ClosedRange<Int64>, to subscription: Subscription) {
    let tail = EventLine.gap(missed, time: clock.now())
    subscription.receiver?.answer {
      $0 += subscription.head; $0 += tail
    }
    subscription.position = missed.upperBound
  }
}
