import CLinux
import Glibc
import JobModel
import Threads

/// The one thread that writes. Everything that waits when it is free goes into one transaction (group commit), and the
/// answers go out together after the commit.
///
/// While one fsync runs, the commands of all connections pile up behind it: under load the batch grows by itself and
/// no timer is needed to make one.
public final class StoreThread: Sendable {
  /// A command and the number under which its answer is delivered.
  public struct Ticket: Sendable {
    public var number: UInt64
    public var command: StoreCommand

    public init(number: UInt64, command: StoreCommand) {
      self.number = number
      self.command = command
    }
  }

  /// One transaction's worth of answers.
  public struct Delivery: Sendable {
    public var results: [(number: UInt64, result: Result<StoreOutcome, StoreRejection>)]
    public var changes: [JobChange]
    public var events: [StoreEvent]
    public var hasReadyJobs: Bool
    public var nextRunAt: Timestamp?
    /// Seconds that the transaction took, its fsync included.
    public var seconds = 0.0
  }

  /// Commands in one transaction at most: bounds how long the first of them waits for the last.
  public static let maximumBatch = 512

  private let mailbox = BlockingMailbox<Ticket>()
  private let closing = BlockingMailbox<Void>()
  private let thread: WorkerThread

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - store: the writer; the thread owns it from here on.
  ///   - clock: stamps each transaction.
  ///   - deliver: called on the thread after each commit; must not block.
  ///   - drained: called on the thread when it takes no more commands and the last answer is out. The store stays open
  ///     until `closeStore`, so that whoever reads beside it can close first: the last one to close a database removes
  ///     its log, and a reader cannot.
  ///   - ended: called on the thread as its last act, with the error that closing gave, if any.
  public init(
    store: sending any JobStoring, clock: any WallClock,
    deliver: @escaping @Sendable (Delivery) -> Void,
    drained: @escaping @Sendable () -> Void,
    ended: @escaping @Sendable (StoreError?) -> Void
  ) {
    let mailbox = self.mailbox
    let closing = self.closing
    let owned = Handover(store)
    thread = WorkerThread(name: "store") {
      var store = owned.take()
      while let waiting = mailbox.receiveAll() {
        var rest = waiting[...]
        while !rest.isEmpty {
          let tickets = rest.prefix(Self.maximumBatch)
          rest = rest.dropFirst(tickets.count)
          let start = MonotonicClock.now()
          var delivery = Self.commit(Array(tickets), in: &store, now: clock.now())
          delivery.seconds = MonotonicClock.seconds(since: start)
          deliver(delivery)
        }
      }
      drained()
      _ = closing.receive()
      do throws(StoreError) {
        try store.close()
        ended(nil)
      } catch {
        ended(error)
      }
    }
  }

  /// Queues a command. False when the thread is closing and the command was not taken.
  @discardableResult
  public func submit(_ ticket: Ticket) -> Bool {
    mailbox.send(ticket)
  }

  /// Takes no more commands and finishes those that wait.
  public func close() {
    mailbox.close()
  }

  /// Closes the store, once `close` was called and the thread is drained, and ends the thread.
  public func closeStore() {
    closing.close()
  }

  /// Waits for the end of the thread; after `closeStore`.
  public func join() {
    thread.join()
  }

  /// Transactions that are tried at most to find out which commands of a batch cannot be stored.
  ///
  /// One bad command among `maximumBatch` is found in twice the logarithm of them, 18; with a full disk, when all are
  /// bad, it is soon known for the rest what the first of them were told.
  public static let maximumAttempts = 32

  private static func commit(_ tickets: [Ticket], in store: inout any JobStoring, now: Timestamp) -> Delivery {
    var whole = Delivery(results: [], changes: [], events: [], hasReadyJobs: false, nextRunAt: nil)
    whole.results.reserveCapacity(tickets.count)
    var attemptsLeft = maximumAttempts
    commit(tickets[...], in: &store, now: now, &attemptsLeft, &whole)
    return whole
  }

  private static func commit(
    _ tickets: ArraySlice<Ticket>, in store: inout any JobStoring, now: Timestamp, _ attemptsLeft: inout Int,
    _ whole: inout Delivery
  ) {
    attemptsLeft -= 1
    do throws(StoreError) {
      let batch = try store.apply(tickets.map(\.command), now: now)
      whole.results += zip(tickets, batch.outcomes).map { ($0.number, $1) }
      whole.changes += batch.changes
      whole.events += batch.events
      whole.hasReadyJobs = whole.hasReadyJobs || batch.hasReadyJobs
      whole.nextRunAt = batch.nextRunAt ?? whole.nextRunAt
    } catch  where tickets.count > 1 && error.code != .locked && attemptsLeft > 0 {
      // One command that cannot be stored must not take its neighbours with it: each half is tried by itself, in order.
      // Not when another program holds the lock: that is nobody's fault here, and each half would wait for it anew.
      let middle = tickets.startIndex + tickets.count / 2
      commit(tickets[..<middle], in: &store, now: now, &attemptsLeft, &whole)
      if attemptsLeft > 0 {
        commit(tickets[middle...], in: &store, now: now, &attemptsLeft, &whole)
      } else {
        refuse(tickets[middle...], error, &whole)
      }
    } catch {
      refuse(tickets, error, &whole)
    }
  }

  private static func refuse(_ tickets: ArraySlice<Ticket>, _ error: StoreError, _ whole: inout Delivery) {
    let rejection: StoreRejection =
      error.code == .internalError ? .internalError(error.message) : .storageUnavailable(error.message)
    whole.results += tickets.map { ($0.number, .failure(rejection)) }
  }
}

/// Carries the store to its thread. `sending` proved that nobody else keeps it, which a closure cannot express.
private final class Handover: @unchecked Sendable {
  // Unchecked: written once before the thread starts, emptied once by the thread.
  private var store: (any JobStoring)?

  init(_ store: sending any JobStoring) { self.store = store }

  func take() -> any JobStoring {
    guard let store else { preconditionFailure("the store was handed over twice") }
    self.store = nil
    return store
  }
}
