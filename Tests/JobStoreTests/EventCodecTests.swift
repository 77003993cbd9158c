import GantryTestSupport
import JobModel
import Testing

@testable import JobStore

@Suite("Events in one blob")
struct EventCodecTests {
  @Test("Any events come back as they were", arguments: UInt64(1)...50)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var events = Self.events(using: &random)
    events[0].detail = String(repeating: "z", count: Int(random.next() % 100_000))
    let decoded = EventCodec.decode(
      Self.encoded(events), firstSeq: events[0].seq, count: events.count, time: events[0].time)
    #expect(decoded == events)
  }

  @Test("A blob that is cut short, too long or counted wrongly gives nothing", arguments: UInt64(1)...20)
  func truncated(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let events = Self.events(using: &random)
    let bytes = Self.encoded(events)
    let time = Timestamp(milliseconds: 0)
    for length in bytes.indices {
      #expect(EventCodec.decode(Array(bytes[..<length]), firstSeq: 1, count: events.count, time: time) == nil)
    }
    #expect(EventCodec.decode(bytes + [1], firstSeq: 1, count: events.count, time: time) == nil)
    #expect(EventCodec.decode(bytes, firstSeq: 1, count: events.count + 1, time: time) == nil)
    #expect(EventCodec.decode(bytes, firstSeq: 1, count: events.count - 1, time: time) == nil)
    #expect(EventCodec.decode(bytes, firstSeq: .max, count: .max, time: time) == nil)
  }

  @Test("A damaged blob gives nothing or other events, but never more than were asked for", arguments: UInt64(1)...20)
  func damaged(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let events = Self.events(using: &random)
    let bytes = Self.encoded(events)
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0...(random.next() % 4) {
        damaged[Int(random.next() % UInt64(bytes.count))] = UInt8.random(in: 0...255, using: &random)
      }
      let decoded = EventCodec.decode(
        damaged, firstSeq: 1, count: events.count, time: Timestamp(milliseconds: 0))
      #expect(decoded == nil || decoded?.count == events.count)
    }
  }

  private static func encoded(_ events: [StoreEvent]) -> [UInt8] {
    var bytes: [UInt8] = []
    for event in events { EventCodec.append(event, to: &bytes) }
    return bytes
  }

  private static func events(using random: inout SplitMix64) -> [StoreEvent] {
    let texts = ["", "a", "refresh", "größe", String(repeating: "x", count: 255), "🧭\u{0}\"\\"]
    func chosen<T>(_ values: [T]) -> T? { Bool.random(using: &random) ? values.randomElement(using: &random) : nil }
    let time = Timestamp(milliseconds: Int64.random(in: 0...1 << 50, using: &random))
    let first = Int64.random(in: 1...1 << 60, using: &random)
    return (0..<Int64.random(in: 1...12, using: &random)).map { number in
      let id = UUIDv7(high: random.next(), low: random.next())
      return StoreEvent(
        seq: first + number, time: time, kind: StoreEvent.Kind.allCases.randomElement(using: &random) ?? .jobCreated,
        jobID: chosen([id]), type: chosen(texts), projectID: chosen([id]), userID: chosen(texts),
        status: chosen([.pending, .processing, .completed, .failed, .cancelled]),
        attempt: Int.random(in: 0...1000, using: &random),
        detail: chosen(["{}", #"{"a":1}"#, String(repeating: "y", count: 300)]))
    }
  }
}
