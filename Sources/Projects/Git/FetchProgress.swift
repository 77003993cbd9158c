/// Reads how far a fetch has come out of what `git fetch --progress` writes: `Receiving objects:  45% (9/20)`, each state
/// over the one before by a carriage return.
struct FetchProgress {
  private var line: [UInt8] = []
  private var reported = -1

  /// The phases that take time on this side, and the part of the whole that each stands for.
  private static let phases: [(name: String, start: Int, length: Int)] = [
    ("Receiving objects:", 0, 80), ("Resolving deltas:", 80, 20),
  ]

  /// Takes the next bytes and reports the done share, 0…1, when it has grown by a hundredth.
  mutating func read(_ bytes: some Sequence<UInt8>, report: (Double) -> Void) {
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        if let percent = Self.percent(line), percent > reported {
          reported = percent
          report(Double(percent) / 100)
        }
        line.removeAll(keepingCapacity: true)
      } else if line.count < 200 {
        line.append(byte)
      }
    }
  }

  private static func percent(_ line: [UInt8]) -> Int? {
    for phase in phases where line.starts(with: phase.name.utf8) {
      let rest = line.dropFirst(phase.name.utf8.count).drop { $0 == UInt8(ascii: " ") }
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard rest.dropFirst(digits.count).first == UInt8(ascii: "%"),
        let share = Int(String(decoding: digits, as: UTF8.self)), share <= 100
      else { return nil }
      return phase.start + share * phase.length / 100
    }
    return nil
  }
}
