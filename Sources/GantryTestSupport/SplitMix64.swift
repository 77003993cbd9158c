/// A generator whose numbers follow from its seed (Steele, Lea & Flood 2014), so that a failure can be repeated.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of that range.
  public mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in so many times.
  public mutating func isOne(in count: Int) -> Bool { pick(0..<count) == 0 }
}
