import JSONRPC

/// Collects the answers of a batch, in the order of its members, and sends them as one line when all are there.
final class BatchReply {
  private let session: Session
  private var answers: [[UInt8]?]
  private var missing: Int
  /// Size of the answers so far: the whole batch is one line, and its limit that of one answer.
  private(set) var bytes = 0
  private var whenSent: [() -> Void] = []

  init(session: Session, count: Int) {
    self.session = session
    answers = Array(repeating: nil, count: count)
    missing = count
  }

  /// Puts in the answer of the member at `place`; nil for a notification, which has none.
  func fill(_ place: Int, with answer: [UInt8]?) {
    answers[place] = answer
    bytes += answer?.count ?? 0
    missing -= 1
    guard missing == 0 else { return }
    // A batch of nothing but notifications has no answer at all, not an empty array (JSON-RPC 2.0, section 6).
    if let line = Reply.batch(answers.compactMap { $0 }) { session.answer { $0 += line } }
    let actions = whenSent
    whenSent = []
    for action in actions { action() }
  }

  /// Calls `action` once the answer is on its way, behind it.
  func afterSending(_ action: @escaping () -> Void) { whenSent.append(action) }
}
