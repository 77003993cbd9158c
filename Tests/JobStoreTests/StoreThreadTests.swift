import GantryTestSupport
import JobModel
import JobStore
import Synchronization
import Testing
import Threads

/// The thread that writes, over a store that tells what was asked of it and waits where a test wants it to.
@Suite struct StoreThreadTests {
  /// What a `ScriptedStore` saw, and what it shall do.
  private final class Script: Sendable {
    let batches = Mutex<[[String]]>([])
    let isClosed = Atomic<Bool>(false)
    /// A batch begins only when it has taken a pass from here.
    let passes = BlockingMailbox<Void>()
    /// Tells of each batch that has begun.
    let begun = BlockingMailbox<Void>()
    let closeError = Mutex<StoreError?>(nil)
  }

  /// Answers `createProject` with its source as the project's name; refuses to store what is called `poison`.
  private struct ScriptedStore: JobStoring {
    let script: Script

    mutating func apply(_ commands: [StoreCommand], now: Timestamp) throws(StoreError) -> StoreBatch {
      let names = commands.map(Self.name)
      script.batches.withLock { $0.append(names) }
      script.begun.send(())
      _ = script.passes.receive()
      if names.contains("poison") { throw StoreError(.internalError, "poison") }
      if names.contains("locked") { throw StoreError(.locked, "locked by another program") }
      if names.contains("full") { throw StoreError(.full, "no room") }
      let changes = names.map { JobChange(jobID: JobID(high: 0, low: UInt64($0.utf8.count)), status: .pending) }
      return StoreBatch(
        outcomes: names.map { $0 == "refused" ? .failure(.jobNotFound(JobID(high: 0, low: 0))) : .success(.done) },
        changes: changes, nextRunAt: now)
    }

    mutating func close() throws(StoreError) {
      script.isClosed.store(true, ordering: .sequentiallyConsistent)
      if let error = script.closeError.withLock({ $0 }) { throw error }
    }

    private static func name(_ command: StoreCommand) -> String {
      if case .createProject(let project, _, _) = command { project.source } else { "?" }
    }
  }

  private let script = Script()
  private let deliveries = BlockingMailbox<StoreThread.Delivery>()
  private let drains = BlockingMailbox<Void>()
  private let ends = BlockingMailbox<StoreError?>()
  private let clock = ManualClock()
  private let thread: StoreThread

  init() {
    thread = StoreThread(
      store: ScriptedStore(script: script), clock: clock, deliver: { [deliveries] in deliveries.send($0) },
      drained: { [drains] in drains.send(()) }, ended: { [ends] in ends.send($0) })
  }

  private func submit(_ number: UInt64, _ name: String) -> Bool {
    thread.submit(
      StoreThread.Ticket(
        number: number,
        command: .createProject(NewProject(source: name, kind: .local, name: ""), userID: "0", limit: nil)))
  }

  private func allow(_ batches: Int) {
    for _ in 0..<batches { script.passes.send(()) }
  }

  /// Ends the thread and gives all answers in order.
  private func finish() -> [(number: UInt64, result: Result<StoreOutcome, StoreRejection>)] {
    // Whatever still waits may go on.
    allow(1000)
    thread.close()
    _ = drains.receive()
    thread.closeStore()
    thread.join()
    deliveries.close()
    var results: [(number: UInt64, result: Result<StoreOutcome, StoreRejection>)] = []
    while let delivery = deliveries.receive() { results += delivery.results }
    return results
  }

  @Test func `what comes while a commit is under way goes into the next one together`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    for number in 1...100 { #expect(submit(UInt64(number), "next")) }
    let results = finish()
    #expect(script.batches.withLock { $0.map(\.count) } == [1, 100])
    #expect(results.map(\.number) == Array(0...100))
  }

  @Test func `a batch has a limit, and the rest follows in order`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    let count = StoreThread.maximumBatch * 2 + 10
    for number in 1...count { #expect(submit(UInt64(number), "next")) }
    let results = finish()
    let maximum = StoreThread.maximumBatch
    #expect(script.batches.withLock { $0.map(\.count) } == [1, maximum, maximum, 10])
    #expect(results.map(\.number) == Array(0...UInt64(count)))
  }

  @Test func `a command that cannot be stored is refused alone`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    for (number, name) in ["a", "poison", "b", "refused"].enumerated() { #expect(submit(UInt64(number + 1), name)) }
    let results = finish()
    #expect(
      script.batches.withLock { $0 } == [
        ["first"], ["a", "poison", "b", "refused"], ["a", "poison"], ["a"], ["poison"], ["b", "refused"],
      ])
    #expect(results.map(\.number) == [0, 1, 2, 3, 4])
    #expect(refusal(results[1].result) == nil)
    #expect(refusal(results[2].result) == .internalError("poison"))
    #expect(refusal(results[3].result) == nil)
    #expect(refusal(results[4].result) == .jobNotFound(JobID(high: 0, low: 0)))
  }

  @Test func `a lock of another program is waited for once, not once for each command`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    for number in 1...3 { #expect(submit(UInt64(number), "locked")) }
    let results = finish()
    #expect(script.batches.withLock { $0 } == [["first"], ["locked", "locked", "locked"]])
    #expect(results.map(\.number) == [0, 1, 2, 3])
    for result in results.dropFirst() {
      #expect(refusal(result.result) == .storageUnavailable("locked by another program"))
    }
  }

  @Test func `one bad command among hundreds is found in a few transactions`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    let count = UInt64(StoreThread.maximumBatch)
    for number in 1...count { #expect(submit(number, number == 300 ? "poison" : "good")) }
    let results = finish()
    // The first batch, the whole, and two halves for each time that 512 can be halved.
    #expect(script.batches.withLock { $0.count } == 2 + 2 * 9)
    #expect(results.map(\.number) == Array(0...count))
    for (number, result) in results where number != 300 { #expect(refusal(result) == nil) }
    #expect(refusal(results[300].result) == .internalError("poison"))
  }

  @Test func `when nothing can be stored, a batch is refused after a bounded number of transactions`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    let count = UInt64(StoreThread.maximumBatch)
    for number in 1...count { #expect(submit(number, "full")) }
    let results = finish()
    #expect(script.batches.withLock { $0.count } == 1 + StoreThread.maximumAttempts)
    #expect(results.map(\.number) == Array(0...count))
    for (_, result) in results.dropFirst() { #expect(refusal(result) == .storageUnavailable("no room")) }
  }

  @Test func `a full disk is told as such`() {
    #expect(submit(7, "full"))
    let results = finish()
    #expect(results.map(\.number) == [7])
    #expect(refusal(results[0].result) == .storageUnavailable("no room"))
  }

  @Test func `answers go out only after the commit`() {
    #expect(submit(0, "first"))
    _ = script.begun.receive()
    // The batch is under way and stands still: nothing may have been delivered, so the first delivery comes after this.
    #expect(submit(1, "marker"))
    #expect(script.batches.withLock { $0.count } == 1)
    allow(1)
    #expect(deliveries.receive()?.results.map(\.number) == [0])
    #expect(finish().map(\.number) == [1])
  }

  @Test func `a delivery carries the changes and the time of the next job`() {
    #expect(submit(0, "four"))
    allow(1)
    let delivery = deliveries.receive()
    #expect(delivery?.changes == [JobChange(jobID: JobID(high: 0, low: 4), status: .pending)])
    #expect(delivery?.nextRunAt == clock.now())
    _ = finish()
  }

  @Test func `closing finishes what waits, closes the store, and takes nothing more`() {
    for number in 0..<10 { #expect(submit(UInt64(number), "x")) }
    let results = finish()
    #expect(results.count == 10)
    let isClosed = script.isClosed.load(ordering: .sequentiallyConsistent)
    #expect(isClosed)
    #expect(!submit(99, "late"))
    #expect(ends.receive() == .some(nil))
  }

  @Test func `the store stays open until whoever reads beside it is done`() {
    #expect(submit(0, "x"))
    allow(1)
    thread.close()
    _ = drains.receive()
    let isClosedEarly = script.isClosed.load(ordering: .sequentiallyConsistent)
    #expect(!isClosedEarly)
    #expect(deliveries.receive()?.results.count == 1)
    thread.closeStore()
    thread.join()
    let isClosed = script.isClosed.load(ordering: .sequentiallyConsistent)
    #expect(isClosed)
  }

  @Test func `an error at the close is handed on`() {
    let error = StoreError(.io, "the disk is gone")
    script.closeError.withLock { $0 = error }
    _ = finish()
    #expect(ends.receive() == .some(error))
  }

  @Test func `every answer goes to its own question, whoever asks at the same time`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.appending("queue.db")
    let answers = Mutex<[UInt64: String]>([:])
    let thread = StoreThread(
      store: try SQLiteStore.open(path: path, durability: .normal), clock: SystemWallClock(),
      deliver: { delivery in
        answers.withLock { answers in
          for case (let number, .success(.project(let project, _))) in delivery.results {
            answers[number] = project.source
          }
        }
      }, drained: {}, ended: { _ in })
    let askers = (0..<4).map { asker in
      WorkerThread(name: "asker \(asker)") {
        for index in 0..<250 {
          let number = UInt64(asker * 1000 + index)
          thread.submit(
            StoreThread.Ticket(
              number: number,
              command: .createProject(
                NewProject(source: "/\(number)", kind: .local, name: "x"), userID: "0", limit: nil)))
        }
      }
    }
    for asker in askers { asker.join() }
    thread.close()
    thread.closeStore()
    thread.join()
    let all = answers.withLock { $0 }
    #expect(all.count == 1000)
    #expect(all.allSatisfy { $1 == "/\($0)" })
    var reader = try SQLiteReader.open(path: path)
    #expect(try reader.projects(after: nil, limit: 2000).count == 1000)
  }

  private func refusal(_ result: Result<StoreOutcome, StoreRejection>) -> StoreRejection? {
    if case .failure(let refusal) = result { refusal } else { nil }
  }
}
