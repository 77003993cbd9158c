/// A mistake in a rule file; a mistake of ours, so the tests and nobody else meet it.
struct RuleError: Error, Hashable, CustomStringConvertible {
  let table: String
  /// Counted from 1, the heading included.
  let line: Int
  let reason: String

  var description: String { "\(table).tsv:\(line): \(reason)" }
}
