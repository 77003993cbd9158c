extension Schema {
  /// Skills over time and across projects, what refreshes go by, and how long jobs may wait.
  static let version3 = skillSightings + readings + queueTimeouts
}
