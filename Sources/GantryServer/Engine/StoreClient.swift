import JobModel
import JobStore

/// The loop's end of the store thread: commands go in with a closure, which runs on the loop once they are on disk.
final class StoreClient {
  typealias Completion = (Result<StoreOutcome, StoreRejection>) -> Void

  /// Commands that may wait for the disk before clients' further ones are refused: what the connections may have in
  /// flight together by default (256 of them, 64 requests each).
  static let maximumWaiting = 16_384
  /// The same in bytes: a payload may have as many as a request. Beyond what is here, the refused requests cost nothing.
  static let maximumWaitingBytes = 64 << 20

  private struct Waiting {
    let bytes: Int
    let completion: Completion
  }

  private let thread: StoreThread
  private var waiting: [UInt64: Waiting] = [:]
  private var waitingBytes = 0
  private var nextNumber: UInt64 = 0
  private var isClosed = false

  init(thread: StoreThread) {
    self.thread = thread
  }

  /// Answers that the store thread has given so far.
  private(set) var deliveries: UInt64 = 0

  /// Commands on their way to the disk.
  var waitingCommands: Int { waiting.count }

  /// The disk does not keep up: clients should come back later. What the daemon itself has to write is taken all the
  /// same.
  var isOverloaded: Bool { waiting.count >= Self.maximumWaiting || waitingBytes >= Self.maximumWaitingBytes }

  func submit(_ command: StoreCommand, _ completion: @escaping Completion) {
    nextNumber += 1
    let entry = Waiting(bytes: command.waitingBytes, completion: completion)
    waiting[nextNumber] = entry
    waitingBytes += entry.bytes
    if isClosed || !thread.submit(.init(number: nextNumber, command: command)) {
      _ = take(nextNumber)
      completion(.failure(.storageUnavailable("The store is closed: this gantryd is shutting down. Ask the next one.")))
    }
  }

  /// Runs the completions of one transaction, in order.
  func deliver(_ delivery: StoreThread.Delivery) {
    deliveries += 1
    for (number, result) in delivery.results {
      take(number)?(result)
    }
  }

  private func take(_ number: UInt64) -> Completion? {
    guard let entry = waiting.removeValue(forKey: number) else { return nil }
    waitingBytes -= entry.bytes
    return entry.completion
  }

  /// Takes no more commands; those that wait are still carried out.
  func close() {
    isClosed = true
    thread.close()
  }

  /// Closes the database; when the last answer is out and nobody reads any more.
  func closeStore() {
    thread.closeStore()
  }
}
