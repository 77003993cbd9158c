/// A 128-bit digest that tells contents apart; the same in every process and on every machine.
///
/// It is made for speed, about a byte in a third of a nanosecond, not against people: who builds two files with the same
/// digest gains a stale figure about his own repository.
struct ContentDigest: Hashable, Sendable {
  private(set) var low: UInt64
  private(set) var high: UInt64

  /// The digest of nothing.
  init() {
    low = 0x9E37_79B9_7F4A_7C15
    high = 0xC2B2_AE3D_27D4_EB4F
  }

  /// One that was written down.
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init(of bytes: some Collection<UInt8>) {
    self.init()
    add(bytes)
  }

  /// Takes in a value; the order of values counts.
  mutating func add(_ value: UInt64) {
    low = Self.mix(low ^ value, 0xA076_1D64_78BD_642F)
    high = Self.mix(high &+ value, 0xE703_7ED1_A0B4_28DB) ^ low
  }

  mutating func add(_ value: Int64) { add(UInt64(bitPattern: value)) }

  mutating func add(_ value: Bool) { add(value ? 1 : 2 as UInt64) }

  mutating func add(_ other: ContentDigest) {
    add(other.low)
    add(other.high)
  }

  /// Takes in a text; nil differs from the empty text.
  mutating func add(_ text: String?) {
    guard var text else { return add(0x6E69_6C00 as UInt64) }
    text.withUTF8 { take(UnsafeRawBufferPointer($0)) }
  }

  /// Takes in bytes with their number, so that two pieces never read like one.
  mutating func add(_ bytes: some Collection<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { take(UnsafeRawBufferPointer($0)) }
    if isDone == nil { Array(bytes).withUnsafeBytes { take($0) } }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var rest: UInt64 = 0
    for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    add(rest)
  }

  /// Both halves of the product, folded: every bit of the input reaches every bit of the output.
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low ^ (a &<< 32 | a &>> 32)
  }

  /// 32 hexadecimal digits.
  var text: String { Self.digits(high) + Self.digits(low) }

  private static func digits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
