/// What a job has written and the store has not seen yet; of a flood only the end is kept.
struct LogBuffer {
  private let limit: Int
  private var bytes: [UInt8] = []
  private var skipped = 0

  /// - Parameter limit: bytes kept.
  init(limit: Int) {
    self.limit = limit
  }

  var count: Int { bytes.count }

  mutating func append(_ text: [UInt8]) {
    bytes += text
    // Trimmed at twice the limit, so that the cost stays linear.
    if bytes.count >= 2 * limit { trim() }
  }

  /// Everything kept, and how many bytes before it were dropped; the buffer is empty then.
  mutating func take() -> (bytes: [UInt8], skipped: Int) {
    trim()
    defer {
      bytes = []
      skipped = 0
    }
    return (bytes, skipped)
  }

  private mutating func trim() {
    let excess = bytes.count - limit
    guard excess > 0 else { return }
    bytes.removeFirst(excess)
    skipped += excess
  }
}
