extension ByteReader {
  /// The text of a string that `readString` has accepted.
  @inline(__always)
  func text(of span: StringSpan) -> String {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[span.range])
    return span.hasEscapes ? Self.unescape(raw) : String(decoding: raw, as: UTF8.self)
  }

  /// Every escape is at least as long as the UTF-8 it stands for, so the raw length is room enough.
  private static func unescape(_ raw: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: raw.count) { output in
      var written = 0
      var index = 0
      func put(_ byte: UInt8) {
        output[written] = byte
        written += 1
      }
      func codeUnit(at start: Int) -> UInt32 {
        var unit: UInt32 = 0
        for offset in 0..<4 { unit = unit << 4 | (hexDigit(raw[start + offset]) ?? 0) }
        return unit
      }
      while index < raw.count {
        guard raw[index] == UInt8(ascii: "\\") else {
          put(raw[index])
          index += 1
          continue
        }
        let kind = raw[index + 1]
        index += 2
        switch kind {
        case UInt8(ascii: "b"): put(0x08)
        case UInt8(ascii: "f"): put(0x0C)
        case UInt8(ascii: "n"): put(0x0A)
        case UInt8(ascii: "r"): put(0x0D)
        case UInt8(ascii: "t"): put(0x09)
        case UInt8(ascii: "u"):
          var scalar = codeUnit(at: index)
          index += 4
          if scalar & 0xFC00 == 0xD800 {
            // Behind the second `\u`: a high half never stands alone in an accepted string.
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (codeUnit(at: index + 2) & 0x3FF)
            index += 6
          }
          switch scalar {
          case ..<0x80: put(UInt8(scalar))
          case ..<0x800:
            put(UInt8(0xC0 | scalar >> 6))
            put(UInt8(0x80 | scalar & 0x3F))
          case ..<0x10000:
            put(UInt8(0xE0 | scalar >> 12))
            put(UInt8(0x80 | scalar >> 6 & 0x3F))
            put(UInt8(0x80 | scalar & 0x3F))
          default:
            put(UInt8(0xF0 | scalar >> 18))
            put(UInt8(0x80 | scalar >> 12 & 0x3F))
            put(UInt8(0x80 | scalar >> 6 & 0x3F))
            put(UInt8(0x80 | scalar & 0x3F))
          }
        default: put(kind)
        }
      }
      return written
    }
  }
}
