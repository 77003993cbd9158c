/// Observations counted by size, in buckets whose bounds grow exponentially: a fixed size however many there are.
public nonisolated struct Histogram: Sendable, Equatable {
  /// Upper bounds of the buckets, inclusive, growing; what is larger is counted behind the last.
  public let bounds: [Double]
  /// Observations in each bucket, and behind the last bound: one more than there are bounds.
  public private(set) var counts: [UInt64]
  public private(set) var sum = 0.0

  /// - Parameters:
  ///   - first: the smallest bound, above 0.
  ///   - factor: from one bound to the next, above 1.
  ///   - count: number of bounds, at least 1.
  public init(first: Double, factor: Double, count: Int) {
    precondition(first > 0 && factor > 1 && count > 0, "bounds must grow from above 0")
    var bound = first
    var bounds: [Double] = []
    bounds.reserveCapacity(count)
    for _ in 0..<count {
      bounds.append(bound)
      bound *= factor
    }
    self.bounds = bounds
    counts = [UInt64](repeating: 0, count: count + 1)
  }

  /// Counts one observation. What is below 0 (a clock that was set back) counts as 0; NaN is left out.
  public mutating func observe(_ value: Double) {
    guard !value.isNaN else { return }
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < value { low = middle + 1 } else { high = middle }
    }
    counts[low] += 1
    sum += max(value, 0)
  }

  /// All observations.
  public var count: UInt64 { counts.reduce(0, +) }

  /// For each bound, how many observations are not above it.
  public var cumulative: [UInt64] {
    var total: UInt64 = 0
    return counts.dropLast().map { count in
      total += count
      return total
    }
  }

  /// An estimate of the value below which the share `quantile` (0…1) of the observations lies, even within a bucket;
  /// nil without observations. Never more than the last bound.
  public func quantile(_ quantile: Double) -> Double? {
    let count = self.count
    guard count > 0 else { return nil }
    let rank = min(max(quantile, 0), 1) * Double(count)
    var below = 0.0
    for (index, bound) in bounds.enumerated() {
      let here = Double(counts[index])
      if here > 0, below + here >= rank {
        let lower = index == 0 ? 0 : bounds[index - 1]
        return lower + (bound - lower) * max(0, rank - below) / here
      }
      below += here
    }
    return bounds.last
  }
}

nonisolated extension Histogram {
  /// Seconds that a request takes: 16 µs to 17 s.
  static let requestSeconds = Histogram(first: 0.000_016, factor: 4, count: 11)
  /// Seconds that one turn of the loop or one commit takes: 16 µs to 4 s.
  static let shortSeconds = Histogram(first: 0.000_016, factor: 4, count: 10)
  /// Seconds that a job waits or runs: 1 ms to 4.7 h.
  static let jobSeconds = Histogram(first: 0.001, factor: 4, count: 13)
  /// Commands in one transaction: 1 to 512, the most there can be.
  static let batchSize = Histogram(first: 1, factor: 2, count: 10)
}
