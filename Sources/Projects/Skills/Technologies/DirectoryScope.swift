/// What part of a project a directory belongs to, judged by its name.
enum DirectoryScope: Sendable {
  case main
  case tests
  /// Shown, not used: examples, samples, documentation.
  case examples
  /// Input of tests: it says what somebody else's project looks like.
  case fixtures

  private static let testNames: Set<String> = [
    "test", "tests", "__tests__", "spec", "specs", "e2e", "integration-tests", "integration_tests", "testing",
  ]
  private static let fixtureNames: Set<String> = [
    "fixtures", "__fixtures__", "testdata", "test-data", "test_data", "snapshots", "__snapshots__", "corpus",
  ]
  private static let exampleNames: Set<String> = [
    "example", "examples", "sample", "samples", "demo", "demos", "doc", "docs", "documentation", "tutorial",
    "tutorials", "playground", "templates",
  ]

  init(directory: String) {
    let names = directory.utf8.split(separator: Bytes.slash)
      .map { String(decoding: $0.map(Bytes.lowercased), as: UTF8.self) }
    if names.contains(where: Self.fixtureNames.contains) {
      self = .fixtures
    } else if names.contains(where: Self.exampleNames.contains) {
      self = .examples
    } else {
      self = names.contains(where: Self.testNames.contains) ? .tests : .main
    }
  }

  /// What a piece of evidence for a technology of this category counts here.
  func factor(category: String) -> Double {
    switch self {
    case .main: 1
    // A test framework is at home among the tests.
    case .tests: category == "testing" ? 1 : 0.5
    case .examples: 0.5
    case .fixtures: 0
    }
  }
}
