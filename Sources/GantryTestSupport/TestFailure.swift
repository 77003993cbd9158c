/// Why a test cannot go on, with everything a person needs to see.
public struct TestFailure: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }

  /// A call of the system that failed, with the words for its `errno`.
  init(_ action: String, errno number: Int32) {
    self.init("\(action): \(errorText(number))")
  }
}
