/// Counts by name, for names that users choose: the first ones each by itself, all later ones together.
nonisolated struct BoundedCounter {
  /// Stands for all names beyond the limit.
  static let other = "other"

  let limit: Int
  private(set) var counts: [String: UInt64] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ name: String) {
    if counts[name] == nil, counts.count >= limit {
      counts[Self.other, default: 0] += 1
    } else {
      counts[name, default: 0] += 1
    }
  }

  /// In order of the names.
  var sorted: [(name: String, count: UInt64)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
