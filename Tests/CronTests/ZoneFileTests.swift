import Cron
import GantryTestSupport
import Glibc
import JobModel
import Testing

/// A zone file of version 2 with an empty block of 32 bits.
private func zoneFile(
  changes: [(Int64, UInt8)] = [], offsets: [Int32] = [3600], rule: String = "", version: Unicode.Scalar = "2"
) -> [UInt8] {
  func header(_ counts: [UInt32]) -> [UInt8] {
    Array("TZif".utf8) + [UInt8(ascii: version)] + [UInt8](repeating: 0, count: 15) + counts.flatMap { big($0) }
  }
  func big(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
  var bytes = header([0, 0, 0, 0, 1, 1]) + [0, 0, 0, 0, 0, 0, 0]
  bytes += header([0, 0, 0, UInt32(changes.count), UInt32(offsets.count), 4])
  for (instant, _) in changes { bytes += big(instant) }
  for (_, index) in changes { bytes.append(index) }
  for offset in offsets { bytes += big(offset) + [0, 0] }
  return bytes + Array("XST\0\n\(rule)\n".utf8)
}

@Suite struct ZoneFileTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func rules(_ bytes: [UInt8]) throws -> TimeZoneRules {
    try directory.write("Zone", bytes)
    return try TimeZoneRules.named("Zone", in: directory.path)
  }

  @Test(arguments: [
    // Every form of a rule: the offset in January and in July, in seconds.
    ("<+03>-3", 10_800, 10_800), ("IST-5:30", 19_800, 19_800), ("<-0330>3:30:15", -12_615, -12_615),
    ("CET-1CEST,M3.5.0,M10.5.0/3", 3600, 7200), ("EST5EDT,M3.2.0,M11.1.0", -18_000, -14_400),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 39_600, 37_800), ("AAA0BBB,J60,J300", 0, 3600),
    ("AAA0BBB,59/0,J300/24", 0, 3600), ("IST-1GMT0,M10.5.0,M3.5.0/1", 0, 3600),
    // Daylight saving time that never ends.
    ("XXX3EDT4,0/0,J365/23", -14_400, -14_400),
    // Times of another day, as Greenland has them.
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200, -3600),
  ])
  func `rules are understood`(_ rule: String, _ january: Int, _ july: Int) throws {
    let rules = try rules(zoneFile(rule: rule))
    #expect(rules.offset(at: try at("2050-01-15T12:00:00Z")) == january)
    #expect(rules.offset(at: try at("2050-07-15T12:00:00Z")) == july)
  }

  @Test(arguments: [
    "CE-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J5", "CET-1CEST,366,J5", "CET-1CEST,M3.5.0/168,M10.5.0", "<+03-3",
    "CET-1CEST,M3.5.0,M10.5.0,", "CET-1:60", "99999999999999999999",
  ])
  func `a rule that is none is refused`(_ rule: String) throws {
    let error = try #require(throws: TimeZoneError.self) { try rules(zoneFile(rule: rule)) }
    #expect("\(error)".contains("rule"))
  }

  @Test func `without a rule the last offset stays`() throws {
    let rules = try rules(zoneFile(changes: [(0, 1), (1000, 0)], offsets: [3600, 7200]))
    #expect(rules.offset(at: Timestamp(milliseconds: -1)) == 3600)
    #expect(rules.offset(at: Timestamp(milliseconds: 0)) == 7200)
    #expect(rules.offset(at: Timestamp(milliseconds: 999_999)) == 7200)
    #expect(rules.offset(at: Timestamp(milliseconds: 9_000_000_000_000)) == 3600)
  }

  @Test func `files that lie are refused`() throws {
    let lies: [([UInt8], String)] = [
      ([], "cut off"),
      (Array("hello, world, this is a text and no zone at all".utf8), "is no zone file"),
      (zoneFile(version: "9"), "version"),
      (zoneFile(offsets: []), "no kind of time"),
      (zoneFile(offsets: [100_000]), "beyond a day"),
      (zoneFile(changes: [(5, 0), (5, 0)]), "out of order"),
      (zoneFile(changes: [(.max, 0)]), "out of order"),
      (zoneFile(changes: [(.min, 0)]), "out of order"),
      (zoneFile(changes: [(5, 1)]), "does not have"),
      (Array(zoneFile().dropLast(1)), "cut off"),
      ([UInt8](repeating: 0, count: 300_000), "too large"),
    ]
    for (bytes, word) in lies {
      let error = try #require(throws: TimeZoneError.self) { try rules(bytes) }
      #expect("\(error)".contains(word), "\(error)")
    }
  }

  @Test func `no damage to a file does harm`() throws {
    let whole = zoneFile(
      changes: [(0, 1), (1000, 0), (2_000_000_000, 1)], offsets: [3600, 7200], rule: "CET-1CEST,M3.5.0,M10.5.0/3")
    for length in 0..<whole.count {
      let error = try #require(throws: TimeZoneError.self) { try rules(Array(whole[..<length])) }
      #expect("\(error)".contains("Zone"))
    }
    let expression = try CronExpression("30 2 29 2 *")
    for seed in UInt64(0)..<1000 {
      var random = SplitMix64(seed: seed)
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        let rules = try rules(bytes)
        // Whatever it says now, the answers are within a day of UTC and the search ends.
        let time = Timestamp(milliseconds: Int64.random(in: -1 << 50...1 << 50, using: &random))
        #expect(abs(rules.offset(at: time)) < 26 * 3600, "seed \(seed)")
        _ = rules.instants(of: rules.localTime(at: time))
        if let next = expression.nextFire(after: time, in: rules, anchor: time) { #expect(next > time, "seed \(seed)") }
      } catch is TimeZoneError {
      }
    }
  }

  @Test func `a link out of the directory leads nowhere`() throws {
    let outside = try TemporaryDirectory()
    try outside.write("Secret", zoneFile())
    try directory.write("Real", zoneFile())
    #expect(symlink(outside.appending("Secret"), directory.appending("Out")) == 0)
    #expect(symlink("Real", directory.appending("In")) == 0)
    #expect(try TimeZoneRules.named("In", in: directory.path).offset(at: Timestamp(milliseconds: 0)) == 3600)
    #expect(throws: TimeZoneError.unknown(name: "Out", directory: directory.path)) {
      try TimeZoneRules.named("Out", in: directory.path)
    }
  }

  @Test func `the local zone follows its file`() throws {
    try directory.write("localtime", zoneFile(offsets: [-7200]))
    let rules = try TimeZoneRules.named("local", in: "/nowhere", localFile: directory.appending("localtime"))
    #expect(rules.offset(at: Timestamp(milliseconds: 0)) == -7200)
  }
}
