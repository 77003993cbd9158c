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
    public var nextRunAt: Timestamp?
  }

  /// Commands in one transaction at most: bounds how long the first of them waits for the last.
  public static let maximumBatch = 512

  private let mailbox = BlockingMailbox<Ticket>()
  private let thread: WorkerThread

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - store: the writer; the thread owns it from here on.
  ///   - clock: stamps each transaction.
  ///   - deliver: called on the thread after each commit; must not block.
  ///   - ended: called on the thread as its last act, with the error that closing gave, if any.
  public init(
    store: sending any JobStoring, clock: any WallClock,
    deliver: @escaping @Sendable (Delivery) -> Void,
    ended: @escaping @Sendable (StoreError?) -> Void
  ) {
    let mailbox = self.mailbox
    let owned = Handover(store)
    thread = WorkerThread(name: "store") {
      var store = owned.take()
      while let waiting = mailbox.receiveAll() {
        var rest = waiting[...]
        while !rest.isEmpty {
          let tickets = rest.prefix(Self.maximumBatch)
          rest = rest.dropFirst(tickets.count)
          deliver(Self.commit(Array(tickets), in: &store, now: clock.now()))
        }
      }
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

  /// Takes no more commands, finishes those that wait, closes the store and ends the thread.
  public func close() {
    mailbox.close()
  }

  /// Waits for the end of the thread; after `close`.
  public func join() {
    thread.join()
  }

  private static func commit(_ tickets: [Ticket], in store: inout any JobStoring, now: Timestamp) -> Delivery {
    do throws(StoreError) {
      let batch = try store.apply(tickets.map(\.command), now: now)
      return Delivery(
        results: zip(tickets, batch.outcomes).map { ($0.number, $1) }, changes: batch.changes,
        nextRunAt: batch.nextRunAt)
    } catch  where tickets.count > 1 && error.code != .locked {
      // One command that cannot be stored must not take its neighbours with it: try each by itself. Not when another
      // program holds the lock: that is nobody's fault here, and each would wait for it anew.
      var whole = Delivery(results: [], changes: [], nextRunAt: nil)
      for ticket in tickets {
        let one = commit([ticket], in: &store, now: now)
        whole.results += one.results
        whole.changes += one.changes
        whole.nextRunAt = one.nextRunAt ?? whole.nextRunAt
      }
      return whole
    } catch {
      let rejection: StoreRejection =
        error.code == .internalError ? .internalError(error.message) : .storageUnavailable(error.message)
      return Delivery(results: tickets.map { ($0.number, .failure(rejection)) }, changes: [], nextRunAt: nil)
    }
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
