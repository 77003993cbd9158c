import JobModel

/// Who is about to ask for jobs. Workers say what they serve only when they ask; one that has just ended a job, or was told
/// that there is none, counts as there for a moment, so that nobody hears of a missing worker while it asks again.
final class WorkerPresence {
  private struct Sighting {
    var types: Set<String>
    /// On the monotonic clock.
    var at: UInt64
    /// Its worker makes a new connection for each call.
    var isDetached: Bool
  }

  /// By connection.
  private var sightings: [UInt64: Sighting] = [:]

  /// Seconds that a worker may take to ask again.
  private static let pause = 5.0

  func isFree(_ types: Set<String>, session: UInt64, isDetached: Bool) {
    sightings = sightings.filter { MonotonicClock.seconds(since: $1.at) < Self.pause }
    sightings[session] = Sighting(types: types, at: MonotonicClock.now(), isDetached: isDetached)
  }

  func isBusy(_ session: UInt64) {
    sightings[session] = nil
  }

  /// Somebody who serves the type is about to ask.
  func isFree(for type: String) -> Bool {
    sightings.values.contains { $0.types.contains(type) && MonotonicClock.seconds(since: $0.at) < Self.pause }
  }

  func sessionClosed(_ session: UInt64) {
    if sightings[session]?.isDetached == false { sightings[session] = nil }
  }
}
