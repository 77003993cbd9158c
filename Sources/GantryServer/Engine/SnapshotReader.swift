import JSON
import JobModel
import JobStore

/// The loop's reader. The second read of a turn pins a snapshot for the rest of it: a burst of reads then pays for one
/// lock instead of one each, and a single read does not pay for a transaction of its own.
///
/// Answers about jobs are kept as long as nobody commits: clients that poll a job get the same bytes again for the price
/// of asking the store for its version.
final class SnapshotReader {
  private var reader: any JobReading
  private var readsInTurn = 0
  private var hasSnapshot = false
  private var isClosed = false

  private var keptVersion: Int64?
  private var keptAnswers: [JobID: RawJSON] = [:]
  private var keptBytes = 0
  private var isVersionCurrent = false

  /// Answers kept at most, and their bytes; beyond either all are dropped. A payload may be as large as a request.
  private static let maximumKept = 1024
  private static let maximumKeptBytes = 4 << 20

  init(_ reader: sending any JobReading) {
    self.reader = reader
  }

  /// Runs one read.
  func read<T>(_ body: (inout any JobReading) throws(StoreError) -> T) throws(StoreError) -> T {
    guard !isClosed else { throw Self.closed }
    readsInTurn += 1
    if readsInTurn == 2 {
      try reader.beginSnapshot()
      hasSnapshot = true
    }
    return try body(&reader)
  }

  /// The answer about a job, made by `make` unless one is kept that still holds; nil when there is no such job.
  func answer(about id: JobID, _ make: (Job) -> RawJSON) throws(StoreError) -> RawJSON? {
    guard !isClosed else { throw Self.closed }
    if !isVersionCurrent {
      // Asked before the snapshot: what a snapshot shows is at least as new.
      let version = try reader.version()
      if version != keptVersion {
        keptVersion = version
        forgetAnswers()
      }
      isVersionCurrent = true
    }
    if let kept = keptAnswers[id] { return kept }
    guard let job = try read({ reader throws(StoreError) in try reader.job(id) }) else { return nil }
    let answer = make(job)
    keep(answer, about: id)
    return answer
  }

  private func keep(_ answer: RawJSON, about id: JobID) {
    let size = answer.bytes.count
    guard size <= Self.maximumKeptBytes else { return }
    if keptAnswers.count >= Self.maximumKept || keptBytes + size > Self.maximumKeptBytes { forgetAnswers() }
    keptAnswers[id] = answer
    keptBytes += size
  }

  private func forgetAnswers() {
    keptAnswers.removeAll(keepingCapacity: true)
    keptBytes = 0
  }

  /// Lets go of the snapshot, so that the next turn sees what was committed since.
  func endTurn() {
    readsInTurn = 0
    isVersionCurrent = false
    if hasSnapshot {
      hasSnapshot = false
      reader.endSnapshot()
    }
  }

  func close() {
    guard !isClosed else { return }
    endTurn()
    isClosed = true
    reader.close()
  }

  private static var closed: StoreError {
    StoreError(.io, "The store is closed: this gantryd is shutting down. Ask the next one.")
  }
}
