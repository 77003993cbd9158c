import JSON

/// A conversation written down: `--> ` before what a client sends, `<-- ` before what it has to receive, in that order.
///
/// Lines that begin with `#` and blank lines are for the reader. What is received is compared as ``LinePattern``
/// describes; what was captured can be sent.
public struct Transcript: Sendable {
  enum Step: Sendable {
    case send(String)
    case expect(String)
  }

  let steps: [(line: Int, step: Step)]

  public init(_ text: String) throws(TestFailure) {
    var steps: [(line: Int, step: Step)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("--> ") {
        steps.append((index + 1, .send(String(line.dropFirst(4)))))
      } else if line.hasPrefix("<-- ") {
        steps.append((index + 1, .expect(String(line.dropFirst(4)))))
      } else if !line.isEmpty, !line.hasPrefix("#") {
        throw TestFailure("line \(index + 1) of a transcript begins with none of -->, <-- and #: \(line)")
      }
    }
    self.steps = steps
  }

  /// Holds the conversation, then asks for a sign of life and for the end.
  public func run(in conversation: Conversation) throws(TestFailure) {
    for (line, step) in steps {
      do throws(TestFailure) {
        switch step {
        case .send(let text): try conversation.send(text)
        case .expect(let pattern): try conversation.expect(pattern)
        }
      } catch {
        throw TestFailure("line \(line) of the transcript: \(error)")
      }
    }
    try conversation.expectAlive()
    try conversation.halfClose()
    try conversation.expectEnd()
  }
}
