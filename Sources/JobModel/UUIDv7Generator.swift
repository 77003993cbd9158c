/// Makes ids that only ever grow within one generator, also when the clock stands still or steps back.
///
/// The 12 bits behind the time (`rand_a`) and the top of `rand_b` count on within a millisecond
/// (RFC 9562, 6.2, method 2: a random start, then increments), so ids made in one batch keep their order.
public struct UUIDv7Generator: Sendable {
  private var lastMilliseconds: UInt64 = 0
  private var counter: UInt64 = 0

  public init() {}

  /// A generator whose ids all sort behind `id`, the newest that an earlier generator made.
  public init(after id: UUIDv7) {
    lastMilliseconds = id.high >> 16
    counter = (id.high & 0xFFF) << 14 | id.low >> 48 & 0x3FFF
  }

  /// The next id for `now`. The generator must not be shared between threads.
  public mutating func next(now: Timestamp) -> UUIDv7 {
    make(now: now) { UInt64.random(in: .min ... .max) }
  }

  /// The next id, with the random bits taken from `random`.
  public mutating func next(now: Timestamp, using random: inout some RandomNumberGenerator) -> UUIDv7 {
    make(now: now) { random.next() }
  }

  private mutating func make(now: Timestamp, random: () -> UInt64) -> UUIDv7 {
    let milliseconds = UInt64(clamping: now.milliseconds) & 0xFFFF_FFFF_FFFF
    if milliseconds > lastMilliseconds {
      lastMilliseconds = milliseconds
      // The top bit is left clear so that a burst has room to count before it would borrow from the future.
      counter = random() & 0x1FF_FFFF
    } else {
      counter += 1
      if counter > 0x3FF_FFFF {
        lastMilliseconds += 1
        counter = 0
      }
    }
    let high = lastMilliseconds << 16 | 0x7000 | counter >> 14
    let low = 0x8000_0000_0000_0000 | (counter & 0x3FFF) << 48 | random() & 0xFFFF_FFFF_FFFF
    return UUIDv7(high: high, low: low)
  }
}
