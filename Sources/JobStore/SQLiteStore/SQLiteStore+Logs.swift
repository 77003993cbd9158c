import JobModel
import SQLite

/// Logs: pieces of bounded size, so that a page costs what it holds and the oldest can go.
extension SQLiteStore {
  /// Largest piece, in bytes.
  static let largestPiece = 64 << 10

  /// Adds to the log of a running attempt's job. Ignored, not refused, once the attempt is over.
  func append(_ text: LogAppend, toLogOf id: JobID, _ token: AttemptToken) throws(StoreError) {
    guard let job = try jobState(id), job.token == token else { return }
    let logs = statements.logs
    logs.lastPiece.bind(1, job.seq)
    let last = try first(logs.lastPiece) { row throws(StoreError) in
      (start: row.int(0), count: row.int(1), bytes: row.bytes(2))
    }
    // Small enough that dropping whole pieces keeps about as much as the limit allows.
    let size = min(Self.largestPiece, max(text.limit / 8, 128))
    var bytes = text.bytes.suffix(text.limit)
    var start = (last.map { $0.start + $0.count } ?? 0) + text.skipped + text.bytes.count - bytes.count
    if let last, !last.bytes.isEmpty, last.start + last.count == start, last.count < size {
      let more = bytes.prefix(size - last.count)
      try write(logs.setPiece, job.seq, last.start, last.bytes + more)
      start += more.count
      bytes = bytes.dropFirst(more.count)
    }
    while !bytes.isEmpty {
      let piece = bytes.prefix(size)
      try write(logs.insertPiece, job.seq, start, Array(piece))
      start += piece.count
      bytes = bytes.dropFirst(piece.count)
    }
    guard start > text.limit else { return }
    logs.dropPieces.bind(1, job.seq)
    logs.dropPieces.bind(2, start - text.limit)
    try run(logs.dropPieces)
  }

  private func write(_ statement: Statement, _ job: Int64, _ start: Int, _ bytes: [UInt8]) throws(StoreError) {
    statement.bind(1, job)
    statement.bind(2, start)
    statement.bind(3, bytes)
    try run(statement)
  }
}
