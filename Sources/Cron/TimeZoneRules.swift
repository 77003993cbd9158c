import JobModel

/// When the clocks of a place are changed, and how far they are from UTC between the changes.
///
/// A table of past changes and a rule for those after it, as a zone file has them (RFC 9636).
public struct TimeZoneRules: Sendable {
  /// The name it was asked for by.
  public let name: String
  let table: TimeZoneTable

  init(name: String, table: TimeZoneTable) {
    self.name = name
    self.table = table
  }

  /// Coordinated Universal Time; needs no file.
  public static let utc = TimeZoneRules(name: "UTC", table: TimeZoneTable(changes: [], initialOffset: 0, rule: nil))

  /// Seconds that the clocks are ahead of UTC at an instant; negative west of Greenwich.
  public func offset(at time: Timestamp) -> Int {
    Int(table.offset(at: time.milliseconds.flooredQuotient(by: 1000)))
  }

  /// What the clocks show at an instant.
  public func localTime(at time: Timestamp) -> LocalTime {
    let second = time.milliseconds.flooredQuotient(by: 1000)
    return LocalTime(seconds: second + table.offset(at: second))
  }

  /// When the clocks show a given time.
  public func instants(of local: LocalTime) -> LocalInstants {
    // An offset is between -25 and +26 hours (RFC 9636, 3.2): those in use so close to the time are all there can be.
    let day: Int64 = 27 * 3600
    var offsets = [table.offset(at: local.seconds - day)]
    var gap: Int64?
    var cursor = local.seconds - day
    while let change = table.change(after: cursor), change.instant <= local.seconds + day {
      let before = offsets.last ?? change.offset
      if gap == nil, change.instant + before <= local.seconds, local.seconds < change.instant + change.offset {
        gap = change.instant
      }
      offsets.append(change.offset)
      cursor = change.instant
    }
    var found: (first: Int64, last: Int64)?
    for offset in offsets {
      let instant = local.seconds - offset
      guard table.offset(at: instant) == offset else { continue }
      found = (min(found?.first ?? instant, instant), max(found?.last ?? instant, instant))
    }
    guard let found else {
      // Without an instant there is a gap around the time; the fallback is for the compiler alone.
      return .none(skippedAt: Timestamp(seconds: gap ?? local.seconds - offsets[0]))
    }
    if found.first == found.last { return .one(Timestamp(seconds: found.first)) }
    return .two(first: Timestamp(seconds: found.first), second: Timestamp(seconds: found.last))
  }
}

extension Timestamp {
  init(seconds: Int64) {
    self.init(milliseconds: seconds * 1000)
  }
}
