import JobModel
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
      (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
    ] as [(Int64, String)])
  func `known instants are written and read`(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    #expect(Timestamp(rfc3339: text) == Timestamp(milliseconds: milliseconds))
  }

  @Test func `every day of four centuries comes back`() {
    // 400 years and a day, in steps of a day and an odd rest, so that all times of day occur too.
    let step: Int64 = 86_400_000 + 12_345_677
    var milliseconds: Int64 = -11_676_096_000_000
    while milliseconds < 946_684_800_000 {
      let time = Timestamp(milliseconds: milliseconds)
      #expect(Timestamp(rfc3339: time.rfc3339) == time)
      milliseconds += step
    }
  }

  @Test(arguments: [
    ("2026-11-23T09:08:07Z", "2026-11-23T09:08:07.000Z"),
    ("2026-11-23t09:08:07z", "2026-11-23T09:08:07.000Z"),
    ("2026-11-23 09:08:07Z", "2026-11-23T09:08:07.000Z"),
    ("2026-11-23T09:08:07.6Z", "2026-11-23T09:08:07.600Z"),
    ("2026-11-23T09:08:07.654999999Z", "2026-11-23T09:08:07.654Z"),
    ("2026-11-23T00:30:00+01:00", "2026-11-22T23:30:00.000Z"),
    ("2026-11-23T23:30:00-05:45", "2026-11-24T05:15:00.000Z"),
    ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00.000Z"),
  ])
  func `other ways to write an instant are understood`(_ text: String, _ canonical: String) {
    #expect(Timestamp(rfc3339: text)?.rfc3339 == canonical)
  }

  @Test(arguments: [
    "", "2026", "2026-11-23", "2026-11-23T09:08:07", "2026-11-23T09:08Z", "2026-11-23T09:08:07.Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:61Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+01:60", "2026-01-01T00:00:00+0100",
    "2026-01-01T00:00:00Z ", " 2026-01-01T00:00:00Z", "+2026-01-01T00:00:00Z", "02026-01-01T00:00:00Z",
    "2026-1-01T00:00:00Z", "2026-01-01T00:00:00ZZ", "２０２６-01-01T00:00:00Z", "2026-01-01T00:00:00,5Z",
  ])
  func `what is no instant is refused`(_ text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test func `adding saturates, and odd numbers change nothing`() {
    let time = Timestamp(milliseconds: 1000)
    #expect(time.advanced(bySeconds: 0.0015) == Timestamp(milliseconds: 1002))
    #expect(time.advanced(bySeconds: -2) == Timestamp(milliseconds: -1000))
    #expect(time.advanced(bySeconds: 1e300) == Timestamp(milliseconds: .max))
    #expect(time.advanced(bySeconds: -1e300) == Timestamp(milliseconds: .min))
    #expect(time.advanced(bySeconds: .nan) == time)
    #expect(time.seconds(since: Timestamp(milliseconds: 500)) == 0.5)
  }
}
