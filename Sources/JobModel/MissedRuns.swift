/// What to do about the times of a schedule that have passed: the daemon was down, the machine slept, the clock jumped.
public enum MissedRuns: String, CaseIterable, Sendable {
  /// They are let go; one that is late by no more than a minute is not missed.
  case skip
  /// One run makes up for all of them: the latest.
  case once
  /// Each is made up for, the latest hundred of them.
  case all
}
