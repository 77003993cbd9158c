extension Double {
  /// The number as people write it in messages: 600 instead of 600.0.
  package var plain: String { Int64(exactly: self).map(String.init) ?? String(self) }
}
