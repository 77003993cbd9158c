/// A JSON number, kept as the characters it was written with.
///
/// JSON sets no bounds: `9007199254740993`, `1E400` and `-0` are all numbers. Nothing is lost until someone asks for a
/// machine value, and the answer is `nil` where there is no faithful one. Numbers are equal when their literals are.
public struct JSONNumber: Sendable, Hashable {
  /// The literal, as in the text: it always matches the grammar of RFC 8259 section 6.
  public let literal: String

  init(validLiteral literal: String) { self.literal = literal }

  public init(_ value: Int64) { literal = String(value) }
  public init(_ value: Int) { literal = String(value) }

  /// The shortest literal that reads back as `value`.
  /// - Precondition: `value` is finite; JSON has no infinities. `JSON(_: Double)` turns those into `null`.
  public init(_ value: Double) {
    precondition(value.isFinite, "JSON has no spelling for \(value)")
    literal = value.description
  }

  /// The nearest double, or `nil` when it would be infinite.
  public var double: Double? {
    guard let value = Double(literal), value.isFinite else { return nil }
    return value
  }

  /// The exact value if it is integral and fits, whatever the spelling: `10`, `10.0` and `1e1` are all 10.
  public var int64: Int64? {
    Int64(literal) ?? ExactDecimal(literal).int64
  }
}

extension JSONNumber: CustomStringConvertible {
  public var description: String { literal }
}

/// `±0.d₁d₂d₃… × 10^exponent`, without leading or trailing zeros.
private struct ExactDecimal {
  var isNegative = false
  var digits: [UInt8] = []
  var exponent = 0

  init(_ literal: String) {
    var sawPoint = false
    var leading = true
    var power: Int?
    var powerIsNegative = false
    for byte in literal.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        if power == nil { isNegative = true } else { powerIsNegative = true }
      case UInt8(ascii: "."): sawPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): power = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if let sum = power {
          // Far beyond any literal that fits in memory; keeps the sum from overflowing.
          power = min(sum * 10 + Int(digit), 1 << 40)
        } else {
          leading = leading && digit == 0
          if leading {
            if sawPoint { exponent -= 1 }
          } else {
            digits.append(digit)
            if !sawPoint { exponent += 1 }
          }
        }
      default: break
      }
    }
    while digits.last == 0 { digits.removeLast() }
    exponent += powerIsNegative ? -(power ?? 0) : power ?? 0
  }

  var int64: Int64? {
    if digits.isEmpty { return 0 }
    guard exponent >= digits.count, exponent <= 19 else { return nil }
    var value: Int64 = 0
    for index in 0..<exponent {
      let digit = index < digits.count ? Int64(digits[index]) : 0
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.subtractingReportingOverflow(digit)
      if overflowed || carried { return nil }
      value = sum
    }
    // Summed on the negative side, where the range is one longer.
    if isNegative { return value }
    return value == .min ? nil : -value
  }
}
