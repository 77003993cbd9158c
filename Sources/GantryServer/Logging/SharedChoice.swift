import Synchronization

/// One of a few values that all copies of a logger share, read from any thread at the cost of one load.
nonisolated final class SharedChoice<Choice: CaseIterable & Equatable & Sendable>: Sendable {
  private let choices: [Choice]
  private let index: Atomic<Int>

  init(_ choice: Choice) {
    choices = Array(Choice.allCases)
    index = Atomic(Self.index(of: choice, in: choices))
  }

  var value: Choice {
    get { choices[index.load(ordering: .relaxed)] }
    set { index.store(Self.index(of: newValue, in: choices), ordering: .relaxed) }
  }

  private static func index(of choice: Choice, in choices: [Choice]) -> Int {
    guard let index = choices.firstIndex(of: choice) else { preconditionFailure("'\(choice)' is not in allCases") }
    return index
  }
}
