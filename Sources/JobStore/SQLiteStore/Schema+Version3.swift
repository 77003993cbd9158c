extension Schema {
  /// Skills and progress over time, what refreshes go by, and how long jobs may wait.
  static let version3 = skillSightings + readings + queueTimeouts + progressHistory
}
