import ChildProcess
import JSON

extension Conversation {
  /// Asks again and again until the answer is as wanted, and gives that answer. Each look is a request, and its answer
  /// the pace; for what no event and no waiting method tells.
  @discardableResult
  public func call(_ method: String, _ params: JSON = [:], until isSo: (JSON) throws -> Bool) throws -> JSON {
    let deadline = Deadline.after(seconds: 60)
    while true {
      let answer = try call(method, params)
      if try isSo(answer) { return answer }
      guard !deadline.hasPassed else { throw TestFailure("\(method) does not come to what is waited for: \(answer)") }
    }
  }
}
