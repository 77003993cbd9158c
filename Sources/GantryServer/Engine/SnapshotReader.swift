import JobStore

/// The loop's reader. The second read of a turn pins a snapshot for the rest of it: a burst of reads then pays for one
/// lock instead of one each, and a single read does not pay for a transaction of its own.
final class SnapshotReader {
  private var reader: any JobReading
  private var readsInTurn = 0
  private var hasSnapshot = false

  init(_ reader: sending any JobReading) {
    self.reader = reader
  }

  /// Runs one read.
  func read<T>(_ body: (inout any JobReading) throws(StoreError) -> T) throws(StoreError) -> T {
    readsInTurn += 1
    if readsInTurn == 2 {
      try reader.beginSnapshot()
      hasSnapshot = true
    }
    return try body(&reader)
  }

  /// Lets go of the snapshot, so that the next turn sees what was committed since.
  func endTurn() {
    readsInTurn = 0
    if hasSnapshot {
      hasSnapshot = false
      reader.endSnapshot()
    }
  }

  func close() {
    endTurn()
    reader.close()
  }
}
