import JobModel
import SQLite

extension SQLiteReader {
  /// Statements about logs.
  struct LogStatements {
    let ends: Statement
    let pieces: Statement
    let next: Statement

    var all: [Statement] { [ends, pieces, next] }

    init(_ connection: Connection) throws(SQLiteError) {
      let job = "(SELECT seq FROM jobs WHERE id = ?1)"
      ends = try connection.prepare(
        "ends of log",
        """
        SELECT (SELECT start FROM job_logs WHERE job = \(job) ORDER BY start LIMIT 1),
          (SELECT start + length(bytes) FROM job_logs WHERE job = \(job) ORDER BY start DESC LIMIT 1)
        """)
      pieces = try connection.prepare(
        "pieces of log",
        "SELECT start, bytes FROM job_logs WHERE job = \(job) AND start > ?2 AND start < ?3 ORDER BY start")
      next = try connection.prepare(
        "next piece of log", "SELECT start FROM job_logs WHERE job = \(job) AND start >= ?2 ORDER BY start LIMIT 1")
    }
  }

  public mutating func log(of id: JobID, from offset: Int, limit: Int) throws(StoreError) -> LogPage {
    try inOneSnapshot { reader throws(StoreError) in try reader.page(ofLog: id, from: offset, limit: limit) }
  }

  private func page(ofLog id: JobID, from offset: Int, limit: Int) throws(StoreError) -> LogPage {
    logs.ends.bind(1, id)
    let ends = try first(logs.ends) { row throws(StoreError) in (first: row.int(0), end: row.int(1)) }
    guard let ends else { return LogPage() }
    let wanted = min(max(offset, ends.first), ends.end)
    var page = LogPage(offset: wanted, firstOffset: ends.first, totalBytes: ends.end)
    logs.pieces.bind(1, id)
    logs.pieces.bind(2, wanted - SQLiteStore.largestPiece)
    logs.pieces.bind(3, wanted + limit)
    let pieces = try all(logs.pieces) { row throws(StoreError) in (start: row.int(0), bytes: row.bytes(1)) }
    for piece in pieces where piece.start + piece.bytes.count > wanted {
      // What was dropped on the way leaves a gap: a page goes on behind one, and never across.
      if page.bytes.isEmpty { page.offset = max(wanted, piece.start) }
      guard piece.start <= page.offset + page.bytes.count else { break }
      page.bytes += piece.bytes.dropFirst(max(page.offset - piece.start, 0)).prefix(limit - page.bytes.count)
    }
    guard page.bytes.isEmpty, wanted < ends.end else { return page }
    // The rest of the log lies behind a gap that is longer than the page.
    logs.next.bind(1, id)
    logs.next.bind(2, wanted)
    let next = try first(logs.next) { row throws(StoreError) in row.int(0) }
    return try next.map { start throws(StoreError) in try self.page(ofLog: id, from: start, limit: limit) } ?? page
  }
}
