/// A measurement could not be made.
struct BenchError: Error, CustomStringConvertible {
  /// What happened and where.
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
