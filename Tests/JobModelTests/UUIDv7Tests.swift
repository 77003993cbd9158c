import JobModel
import Testing

@Suite struct UUIDv7Tests {
  private let start = Timestamp(milliseconds: 1_767_225_600_000)

  @Test func `an id carries its time, version and variant`() {
    var generator = UUIDv7Generator()
    let id = generator.next(now: start)
    #expect(id.high >> 16 == UInt64(start.milliseconds))
    #expect(id.high >> 12 & 0xF == 7)
    #expect(id.low >> 62 == 0b10)
  }

  @Test func `text goes both ways, in either case`() {
    var generator = UUIDv7Generator()
    for _ in 0..<1000 {
      let id = generator.next(now: start)
      #expect(UUIDv7(id.description) == id)
      #expect(UUIDv7(id.description.uppercased()) == id)
    }
    #expect(
      UUIDv7(high: 0x0123_4567_89AB_7CDE, low: 0x8F01_2345_6789_ABCD).description
        == "01234567-89ab-7cde-8f01-23456789abcd")
  }

  @Test(arguments: [
    "", "01234567-89ab-7cde-8f01-23456789abc", "01234567-89ab-7cde-8f01-23456789abcde",
    "0123456789ab7cde8f0123456789abcd", "01234567-89ab-7cde-8f0123456789abcd-", "{01234567-89ab-7cde-8f01-23456789ab}",
    "01234567-89ab-7cde-8f01-23456789abcg", "01234567 89ab 7cde 8f01 23456789abcd",
  ])
  func `what is no id is refused`(_ text: String) {
    #expect(UUIDv7(text) == nil)
  }

  @Test func `ids grow, whatever the clock does`() {
    var generator = UUIDv7Generator()
    var last = generator.next(now: start)
    for offset in [0, 0, 1, 0, -5000, 3, -1_000_000, 2, 10] as [Int64] {
      for _ in 0..<500 {
        let next = generator.next(now: Timestamp(milliseconds: start.milliseconds + offset))
        #expect(last < next)
        last = next
      }
    }
  }

  @Test func `a burst beyond one millisecond borrows from the next and still grows`() {
    // An old id whose counter is ten steps before its end: all 12 bits and the 14 below, less ten.
    let milliseconds = UInt64(start.milliseconds)
    let old = UUIDv7(high: milliseconds << 16 | 0x7FFF, low: 0x8000_0000_0000_0000 | (0x3FFF - 10) << 48)
    var generator = UUIDv7Generator(after: old)
    var last = old
    for _ in 0..<30 {
      let next = generator.next(now: start)
      #expect(last < next)
      #expect(next.high >> 12 & 0xF == 7)
      last = next
    }
    #expect(last.high >> 16 == milliseconds + 1)
  }

  @Test func `a new generator goes on behind an old one`() {
    var old = UUIDv7Generator()
    var newest = old.next(now: start)
    for _ in 0..<100 { newest = old.next(now: start) }
    var new = UUIDv7Generator(after: newest)
    #expect(newest < new.next(now: Timestamp(milliseconds: start.milliseconds - 60_000)))
    var other = UUIDv7Generator(after: newest)
    #expect(newest < other.next(now: start))
    #expect(newest < other.next(now: start.advanced(bySeconds: 1)))
  }

  @Test func `order is that of the text`() {
    var generator = UUIDv7Generator()
    let ids = (0..<100).map { generator.next(now: Timestamp(milliseconds: start.milliseconds + Int64($0 / 7))) }
    #expect(ids.map(\.description).sorted() == ids.map(\.description))
    #expect(ids.sorted() == ids)
  }
}
