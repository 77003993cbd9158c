import JobModel
import JobStore

/// The loop's end of the store thread: commands go in with a closure, which runs on the loop once they are on disk.
final class StoreClient {
  typealias Completion = (Result<StoreOutcome, StoreRejection>) -> Void

  private let thread: StoreThread
  private var completions: [UInt64: Completion] = [:]
  private var nextNumber: UInt64 = 0
  private var isClosed = false

  init(thread: StoreThread) {
    self.thread = thread
  }

  func submit(_ command: StoreCommand, _ completion: @escaping Completion) {
    nextNumber += 1
    completions[nextNumber] = completion
    if isClosed || !thread.submit(.init(number: nextNumber, command: command)) {
      completions[nextNumber] = nil
      completion(.failure(.storageUnavailable("The store is closed: this gantryd is shutting down. Ask the next one.")))
    }
  }

  /// Runs the completions of one transaction, in order.
  func deliver(_ delivery: StoreThread.Delivery) {
    for (number, result) in delivery.results {
      completions.removeValue(forKey: number)?(result)
    }
  }

  /// Takes no more commands; those that wait are still carried out.
  func close() {
    isClosed = true
    thread.close()
  }
}
