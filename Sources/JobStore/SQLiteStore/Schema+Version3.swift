extension Schema {
  /// Skills over time and across projects.
  static let version3 = skillSightings
}
