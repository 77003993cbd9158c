import EventLoop
import JobStore
import Threads

/// Backups and verifications: long work on a thread of its own, one after the other, so that two of them do not halve the
/// speed of each other and of the disk.
final class Maintenance {
  /// Runs on the thread, and gives what is to be done on the loop with its result.
  typealias Work = @Sendable (any StoreMaintaining, Cancellation) -> Finish
  typealias Finish = @MainActor @Sendable () -> Void

  private struct Task: Sendable {
    let number: UInt64
    let cancellation: Cancellation
    let work: Work
  }

  private struct Result: Sendable {
    let number: UInt64
    let finish: Finish
  }

  private let tasks = BlockingMailbox<Task>()
  private let results: Mailbox<Result>
  private let thread: WorkerThread
  private var underWay: [UInt64: Cancellation] = [:]
  private var nextNumber: UInt64 = 0
  private var whenIdle: (() -> Void)?

  init(loop: Loop, store: any StoreMaintaining, turn: @escaping (() -> Void) -> Void) throws(LoopError) {
    let relay = Relay<Maintenance>()
    results = try Mailbox(loop: loop) { results in turn { relay.target?.handle(results) } }
    let report = results.sender
    thread = WorkerThread(name: "maintenance") { [tasks] in
      while let task = tasks.receive() {
        let finish = task.work(store, task.cancellation)
        report.send(Result(number: task.number, finish: finish))
      }
    }
    relay.target = self
  }

  /// Does the work when its turn has come. What is given back ends it early; it finishes all the same.
  func start(_ work: @escaping Work) -> Cancellation {
    nextNumber += 1
    let cancellation = Cancellation()
    underWay[nextNumber] = cancellation
    tasks.send(Task(number: nextNumber, cancellation: cancellation, work: work))
    return cancellation
  }

  private func handle(_ all: [Result]) {
    for result in all {
      underWay[result.number] = nil
      result.finish()
    }
    checkIdle()
  }

  /// Ends what is under way and takes nothing more; `whenIdle` is called when nothing reads the database any longer.
  func close(whenIdle: @escaping () -> Void) {
    for cancellation in underWay.values { cancellation.cancel() }
    self.whenIdle = whenIdle
    checkIdle()
  }

  private func checkIdle() {
    guard underWay.isEmpty, let whenIdle else { return }
    self.whenIdle = nil
    tasks.close()
    thread.join()
    results.close()
    whenIdle()
  }
}
