/// A version 7 UUID (RFC 9562, 5.7): 48 bits of milliseconds, then random bits; ids sort by creation time.
public struct UUIDv7: Hashable, Comparable, Sendable {
  /// The upper 64 bits, big-endian order.
  public let high: UInt64
  /// The lower 64 bits, big-endian order.
  public let low: UInt64

  /// Takes 128 bits as they are; used to read ids back from a store.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  public static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }

  /// Reads the 36-character form in either case; nil when the text is not a UUID of any version.
  public init?(_ text: String) {
    var text = text
    let parsed: (UInt64, UInt64)? = text.withUTF8 { bytes in
      guard bytes.count == 36 else { return nil }
      var high: UInt64 = 0
      var low: UInt64 = 0
      var digits = 0
      for (index, byte) in bytes.enumerated() {
        if index == 8 || index == 13 || index == 18 || index == 23 {
          guard byte == UInt8(ascii: "-") else { return nil }
          continue
        }
        let nibble: UInt8
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): nibble = byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): nibble = byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): nibble = byte - UInt8(ascii: "A") + 10
        default: return nil
        }
        if digits < 16 { high = high << 4 | UInt64(nibble) } else { low = low << 4 | UInt64(nibble) }
        digits += 1
      }
      return (high, low)
    }
    guard let parsed else { return nil }
    self.init(high: parsed.0, low: parsed.1)
  }
}

extension UUIDv7: CustomStringConvertible {
  /// The canonical lower-case form with hyphens, 36 characters.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var position = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          buffer[position] = UInt8(ascii: "-")
          position += 1
        }
        let word = index < 16 ? high : low
        let nibble = UInt8(truncatingIfNeeded: word >> UInt64((15 - index % 16) * 4) & 0xF)
        buffer[position] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
        position += 1
      }
      return 36
    }
  }
}
