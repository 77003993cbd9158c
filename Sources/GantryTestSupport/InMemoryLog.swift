import JobStore

/// A job's log, byte by byte; a dropped byte is nil.
struct InMemoryLog: Sendable {
  private var bytes: [UInt8?] = []
  private var first = 0

  mutating func append(_ text: LogAppend) {
    bytes += [UInt8?](repeating: nil, count: text.skipped) + text.bytes
    first = max(first, bytes.count - text.limit)
  }

  func page(from offset: Int, limit: Int) -> LogPage {
    let oldest = bytes[first...].firstIndex { $0 != nil } ?? bytes.count
    guard let start = bytes[min(max(offset, oldest), bytes.count)...].firstIndex(where: { $0 != nil }) else {
      return LogPage(offset: bytes.count, firstOffset: oldest, totalBytes: bytes.count)
    }
    let run = bytes[start...].prefix(limit).prefix { $0 != nil }
    return LogPage(offset: start, bytes: run.compactMap(\.self), firstOffset: oldest, totalBytes: bytes.count)
  }
}
