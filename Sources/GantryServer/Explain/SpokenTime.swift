import JobModel

/// Times in sentences.
nonisolated enum SpokenTime {
  /// A span in one unit, rounded: `850 ms`, `12 s`, `5 min`, `3 h`, `9 days`.
  static func span(_ seconds: Double) -> String {
    let seconds = max(seconds, 0)
    func whole(_ value: Double) -> Int64 { Int64(min(value.rounded(), 1e15)) }
    switch seconds {
    case ..<0.9995: return "\(whole(seconds * 1000)) ms"
    case ..<119.5: return "\(whole(seconds)) s"
    case ..<7170: return "\(whole(seconds / 60)) min"
    case ..<172_000: return "\(whole(seconds / 3600)) h"
    default: return "\(whole(seconds / 86_400)) days"
    }
  }

  /// An instant and how far away it is: `2026-03-14T09:26:53.589Z, in 5 min`.
  static func moment(_ instant: Timestamp, now: Timestamp) -> String {
    let seconds = instant.seconds(since: now)
    return seconds > 0 ? "\(instant.rfc3339), in \(span(seconds))" : "\(instant.rfc3339), \(span(-seconds)) ago"
  }
}
