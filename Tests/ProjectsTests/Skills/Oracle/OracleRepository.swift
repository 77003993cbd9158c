import Testing

/// A repository in a shape that public ones have, small enough to be written in a moment.
struct OracleRepository: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: String]

  var testDescription: String { name }

  static let all: [OracleRepository] = [
    webApplication, swiftPackage, dataProject, monorepo, railsApplication, infrastructure, mobile, enterprise,
    oldAndAmbiguous,
  ]

  /// `count` copies of a text, in each of which `#n` is its number.
  static func repeated(_ count: Int, _ text: String) -> String {
    (1...count).map { text.replacing("#n", with: String($0)) }.joined(separator: "\n") + "\n"
  }
}
