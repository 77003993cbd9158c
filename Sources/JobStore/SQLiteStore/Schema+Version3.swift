extension Schema {
  /// Skills over time and across projects, and what refreshes go by.
  static let version3 = skillSightings + readings
}
