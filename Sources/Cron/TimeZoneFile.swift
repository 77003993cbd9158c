/// Reads the bytes of a zone file: TZif, versions 1 to 4 (RFC 9636).
enum TimeZoneFile {
  /// What is wrong with a file.
  struct Fault: Error {
    var reason: String
  }

  /// The longest file that is read, in bytes; those of the time zone database have at most four thousand.
  static let maximumSize = 256 * 1024

  static func table(_ bytes: [UInt8]) throws(Fault) -> TimeZoneTable {
    var reader = Reader(bytes: bytes)
    let first = try Header(&reader)
    guard first.version > 0 else { return try body(&reader, first, timeSize: 4, hasRule: false) }
    // The block of 32 bits is for readers older than 2005.
    try reader.skip(first.bodySize(timeSize: 4))
    let second = try Header(&reader)
    return try body(&reader, second, timeSize: 8, hasRule: true)
  }

  private struct Header {
    /// 0 for version 1, else 2…4.
    var version: Int
    var utcIndicators: Int
    var standardIndicators: Int
    var leapSeconds: Int
    var times: Int
    var types: Int
    var characters: Int

    init(_ reader: inout Reader) throws(Fault) {
      guard try reader.take(4) == Array("TZif".utf8)[...] else { throw Fault(reason: "is no zone file") }
      switch try reader.take(16).first {
      case 0: version = 0
      case UInt8(ascii: "2"): version = 2
      case UInt8(ascii: "3"): version = 3
      case UInt8(ascii: "4"): version = 4
      default: throw Fault(reason: "has a version of its format that is not known here (1 to 4 are)")
      }
      utcIndicators = try reader.count()
      standardIndicators = try reader.count()
      leapSeconds = try reader.count()
      times = try reader.count()
      types = try reader.count()
      characters = try reader.count()
    }

    func bodySize(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4) + standardIndicators
        + utcIndicators
    }
  }

  private static func body(
    _ reader: inout Reader, _ header: Header, timeSize: Int, hasRule: Bool
  ) throws(Fault) -> TimeZoneTable {
    // Zones below `right/` count leap seconds, which no clock of this system does.
    guard header.leapSeconds == 0 else { throw Fault(reason: "counts leap seconds") }
    guard header.types > 0 else { throw Fault(reason: "has no kind of time") }
    guard reader.remaining >= header.bodySize(timeSize: timeSize) else { throw Fault(reason: "is cut off") }
    var instants: [Int64] = []
    for _ in 0..<header.times {
      let instant = try reader.integer(timeSize)
      // 2^59 s are older than the universe (RFC 9636, 3.2); bounding it keeps all sums in range.
      guard instant.magnitude <= 1 << 59, instant > instants.last ?? .min else {
        throw Fault(reason: "has changes out of order")
      }
      instants.append(instant)
    }
    let indices = try reader.take(header.times)
    var offsets: [Int64] = []
    for _ in 0..<header.types {
      let offset = try reader.integer(4)
      guard offset > -25 * 3600, offset < 26 * 3600 else { throw Fault(reason: "has an offset beyond a day") }
      offsets.append(offset)
      try reader.skip(2)
    }
    var changes: [TimeZoneTable.Change] = []
    for (instant, index) in zip(instants, indices) {
      guard Int(index) < offsets.count else { throw Fault(reason: "names a kind of time that it does not have") }
      changes.append(TimeZoneTable.Change(instant: instant, offset: offsets[Int(index)]))
    }
    try reader.skip(header.characters + header.standardIndicators + header.utcIndicators)
    let rule = hasRule ? try self.rule(&reader) : nil
    return TimeZoneTable(changes: changes, initialOffset: offsets[0], rule: rule)
  }

  private static func rule(_ reader: inout Reader) throws(Fault) -> DaylightRule? {
    let newline = UInt8(ascii: "\n")
    guard try reader.take(1).first == newline, let text = reader.take(upTo: newline) else {
      throw Fault(reason: "is cut off before its last line")
    }
    if text.isEmpty { return nil }
    guard let rule = DaylightRule(text) else { throw Fault(reason: "ends in a rule that cannot be understood") }
    return rule
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var remaining: Int { bytes.count - index }

    mutating func take(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
      guard count <= remaining else { throw Fault(reason: "is cut off") }
      defer { index += count }
      return bytes[index..<index + count]
    }

    mutating func take(upTo byte: UInt8) -> ArraySlice<UInt8>? {
      guard let end = bytes[index...].firstIndex(of: byte) else { return nil }
      defer { index = end + 1 }
      return bytes[index..<end]
    }

    mutating func skip(_ count: Int) throws(Fault) { _ = try take(count) }

    /// A signed integer of 4 or 8 bytes, most significant first.
    mutating func integer(_ size: Int) throws(Fault) -> Int64 {
      var value: UInt64 = 0
      for byte in try take(size) { value = value << 8 | UInt64(byte) }
      return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }

    /// A count of the header; bounded by the size of the file, so that sums of counts do not overflow.
    mutating func count() throws(Fault) -> Int {
      let value = try integer(4)
      guard value >= 0, value <= maximumSize else { throw Fault(reason: "has a count beyond its size") }
      return Int(value)
    }
  }
}
