import JSON
import Testing

extension JSON {
  /// The member of that name; the test fails without it.
  func member(_ key: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
    let value = self[key]
    return try #require(value, "no member \(key) in \(self)", sourceLocation: sourceLocation)
  }
}
