import JSON

/// The checks that generated parameters make beyond their types. An absent value passes all of them.
enum Check {
  static func length(_ value: String?, _ range: ClosedRange<Int>, _ field: String) throws(JSONDecodingError) {
    guard let count = value?.unicodeScalars.count else { return }
    if count < range.lowerBound {
      let reason = count == 0 ? "must not be empty" : "must have at least \(range.lowerBound) characters"
      throw JSONDecodingError(.tooShort, field: field, reason: reason)
    }
    guard count <= range.upperBound else {
      throw JSONDecodingError(.tooLong, field: field, reason: "must have at most \(range.upperBound) characters")
    }
  }

  static func count<Element>(
    _ value: [Element]?, _ range: ClosedRange<Int>, _ field: String
  ) throws(JSONDecodingError) {
    guard let count = value?.count, !range.contains(count) else { return }
    throw JSONDecodingError(
      count < range.lowerBound ? .tooShort : .tooLong, field: field,
      reason: "must hold from \(range.lowerBound) to \(range.upperBound) elements, not \(count)")
  }

  static func range(_ value: Int64?, _ range: ClosedRange<Int64>, _ field: String) throws(JSONDecodingError) {
    guard let value, !range.contains(value) else { return }
    throw JSONDecodingError(
      .outOfRange, field: field, reason: "must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
  }

  static func range(_ value: Double?, _ range: ClosedRange<Double>, _ field: String) throws(JSONDecodingError) {
    guard let value, !range.contains(value) else { return }
    throw JSONDecodingError(
      .outOfRange, field: field,
      reason: "must be from \(Int(range.lowerBound)) to \(Int(range.upperBound)), not \(value)")
  }

  static func known(_ value: (some OpenEnumeration)?, _ field: String) throws(JSONDecodingError) {
    guard let value, !value.isKnown else { return }
    let names = type(of: value).known.map(\.rawValue).joined(separator: ", ")
    throw JSONDecodingError(.notInEnum, field: field, reason: "must be one of \(names)")
  }

  static func object(_ value: RawJSON?, _ field: String) throws(JSONDecodingError) {
    guard let value, value.bytes.first != UInt8(ascii: "{") else { return }
    throw JSONDecodingError(.wrongType, field: field, reason: "must be an object")
  }

  /// RFC 9562's text form: 36 characters, hyphens in their places, hexadecimal digits in either case.
  static func uuid(_ value: String?, _ field: String) throws(JSONDecodingError) {
    guard var value else { return }
    let isValid = value.withUTF8 { bytes in
      guard bytes.count == 36 else { return false }
      for (index, byte) in bytes.enumerated() {
        switch index {
        case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
        default: guard isHexadecimal(byte) else { return false }
        }
      }
      return true
    }
    guard isValid else { throw JSONDecodingError(.badFormat, field: field, reason: "must be a UUID") }
  }

  /// No control characters: the value ends up in logs, tables and file names.
  static func line(_ value: String?, _ field: String) throws(JSONDecodingError) {
    guard let value, value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return }
    throw JSONDecodingError(.badFormat, field: field, reason: "must not hold control characters")
  }

  static func absolutePath(_ value: String?, _ field: String) throws(JSONDecodingError) {
    guard let value else { return }
    guard value.utf8.first == UInt8(ascii: "/") else {
      throw JSONDecodingError(
        .badFormat, field: field, reason: "must be an absolute path: the daemon has another working directory")
    }
    guard !value.utf8.contains(0) else {
      throw JSONDecodingError(.badFormat, field: field, reason: "must not hold a NUL")
    }
  }

  static func relativePath(_ value: String?, _ field: String) throws(JSONDecodingError) {
    guard let value else { return }
    let parts = value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard value.utf8.first != UInt8(ascii: "/"), !value.utf8.contains(0),
      !parts.contains(where: { $0.elementsEqual("..".utf8) })
    else {
      throw JSONDecodingError(
        .badFormat, field: field, reason: "must be a path inside the repository: not absolute, no '..', no NUL")
    }
  }

  /// The shape of RFC 3339; whether the date exists is for who reads it.
  static func dateTime(_ value: String?, _ field: String) throws(JSONDecodingError) {
    guard let value else { return }
    let bytes = Array(value.utf8)
    let shape = Array("0000-00-00T00:00:00".utf8)
    let fits =
      bytes.count > shape.count
      && zip(bytes, shape).allSatisfy { byte, pattern in
        switch pattern {
        case UInt8(ascii: "0"): (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        case UInt8(ascii: "T"): byte | 0x20 == UInt8(ascii: "t")
        default: byte == pattern
        }
      }
    guard fits else {
      throw JSONDecodingError(
        .badFormat, field: field, reason: "must be an RFC 3339 date and time such as 2026-03-14T09:26:53Z")
    }
  }

  static func exactlyOne(_ fields: [(name: String, isPresent: Bool)]) throws(JSONDecodingError) {
    try atMostOne(fields)
    guard !fields.contains(where: \.isPresent) else { return }
    let names = fields.map(\.name).joined(separator: " or ")
    throw JSONDecodingError(.missing, field: fields[0].name, reason: "is required: give one of \(names)")
  }

  static func atMostOne(_ fields: [(name: String, isPresent: Bool)]) throws(JSONDecodingError) {
    let present = fields.filter(\.isPresent)
    guard present.count > 1 else { return }
    throw JSONDecodingError(
      .conflict, field: present[1].name, reason: "cannot be given together with \(present[0].name)")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
