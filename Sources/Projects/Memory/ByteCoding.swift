/// Writes numbers and byte strings one behind the other.
struct ByteEncoder {
  private(set) var encoded: [UInt8] = []

  mutating func raw(_ bytes: some Collection<UInt8>) { encoded.append(contentsOf: bytes) }

  /// A number in as few bytes as it needs, seven bits in each.
  mutating func number(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      encoded.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    encoded.append(UInt8(value))
  }

  mutating func number(_ value: Int) { number(UInt64(max(value, 0))) }

  mutating func bytes(_ bytes: [UInt8]) {
    number(bytes.count)
    raw(bytes)
  }

  mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { raw($0) }
  }

  mutating func digest(_ digest: ContentDigest) {
    word(digest.low)
    word(digest.high)
  }
}

/// Reads what `ByteEncoder` has written, and trusts none of it.
struct ByteDecoder {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// A number that fits into an `Int`.
  mutating func number() throws(RepositoryMemory.CodingError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst() {
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        guard let number = Int(exactly: value) else { break }
        return number
      }
      shift += 7
      guard shift < 63 else { break }
    }
    throw .corrupt
  }

  mutating func bytes() throws(RepositoryMemory.CodingError) -> [UInt8] {
    let count = try number()
    guard count <= rest.count else { throw .corrupt }
    let bytes = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    return bytes
  }

  mutating func text() throws(RepositoryMemory.CodingError) -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else { throw .corrupt }
    return text
  }

  mutating func word() throws(RepositoryMemory.CodingError) -> UInt64 {
    guard rest.count >= 8 else { throw .corrupt }
    let value = rest.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    rest = rest.dropFirst(8)
    return value
  }

  mutating func digest() throws(RepositoryMemory.CodingError) -> ContentDigest {
    ContentDigest(low: try word(), high: try word())
  }
}
