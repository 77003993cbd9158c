/// A configuration file that cannot be used, or a value in it.
public nonisolated struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  /// File, line or key, what is wrong, and what would be right.
  public var description: String

  init(_ description: String) {
    self.description = description
  }
}
