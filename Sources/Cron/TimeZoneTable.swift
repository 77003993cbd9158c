/// The changes of a zone in seconds since the epoch; what a zone file says, checked.
struct TimeZoneTable: Sendable {
  /// From `instant` on, the clocks are `offset` seconds ahead of UTC.
  struct Change: Hashable, Sendable {
    var instant: Int64
    var offset: Int64
  }

  /// In ascending order, no instant twice.
  let changes: [Change]
  /// In use before the first change.
  let initialOffset: Int64
  /// Takes over at the last change; nil: nothing changes any more.
  let rule: DaylightRule?

  func offset(at instant: Int64) -> Int64 {
    let index = countOfChanges(upTo: instant)
    if index == changes.count, let rule { return rule.offset(at: instant) }
    return index == 0 ? initialOffset : changes[index - 1].offset
  }

  /// The first change later than an instant; it may be one that changes only the name of the time.
  func change(after instant: Int64) -> Change? {
    let index = countOfChanges(upTo: instant)
    return index < changes.count ? changes[index] : rule?.change(after: instant)
  }

  private func countOfChanges(upTo instant: Int64) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
