/// Bytes that arrive at one end and are taken in portions from the other.
struct ByteQueue {
  private var storage: [UInt8] = []
  private var start = 0

  var count: Int { storage.count - start }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    // Moves what is left to the front only when at least as much was taken, so that the cost stays linear.
    if start >= 65536, start >= count {
      storage.removeFirst(start)
      start = 0
    }
    storage.append(contentsOf: bytes)
  }

  /// Takes the first `count` bytes; there must be that many.
  mutating func take(_ count: Int) -> [UInt8] {
    precondition(count <= self.count, "took more bytes than there are")
    defer { drop(count) }
    if start == 0, count == storage.count { return storage }
    return Array(storage[start..<start + count])
  }

  /// Drops the first `count` bytes; there must be that many.
  mutating func drop(_ count: Int) {
    precondition(count <= self.count, "dropped more bytes than there are")
    start += count
    if start == storage.count {
      storage = []
      start = 0
    }
  }

  /// Distance from the front to the first `byte`, looking from `offset` on; nil when there is none.
  func distance(to byte: UInt8, from offset: Int) -> Int? {
    storage[(start + offset)...].firstIndex(of: byte).map { $0 - start }
  }
}
