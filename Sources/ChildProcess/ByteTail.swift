/// Keeps the last bytes of a stream; memory stays below twice the limit.
struct ByteTail {
  private let limit: Int
  private var kept: [UInt8] = []

  /// Keeps at most `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard limit > 0 else { return }
    kept.append(contentsOf: bytes.suffix(limit))
    if kept.count >= 2 * limit { kept.removeFirst(kept.count - limit) }
  }

  /// The last bytes, oldest first.
  var bytes: [UInt8] { Array(kept.suffix(limit)) }
}
