import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func pauseQueue(_ params: PauseQueue.Params, _ responder: Responder) throws(RPCError) {
    try checkType(params.type)
    submit(.pauseQueue(type: params.type), for: responder) { outcome -> PauseQueue.Result? in
      guard case .paused(let types) = outcome else { return nil }
      return PauseQueue.Result(paused: types.contains(""), pausedTypes: types.filter { !$0.isEmpty })
    }
  }

  func resumeQueue(_ params: ResumeQueue.Params, _ responder: Responder) throws(RPCError) {
    try checkType(params.type)
    submit(.resumeQueue(type: params.type), for: responder) { outcome -> ResumeQueue.Result? in
      guard case .paused(let types) = outcome else { return nil }
      return ResumeQueue.Result(paused: types.contains(""), pausedTypes: types.filter { !$0.isEmpty })
    }
  }

  /// A misspelt type would pause nothing and look as if it did.
  private func checkType(_ type: String?) throws(RPCError) {
    guard let type, !jobTypeNames.contains(type) else { return }
    throw WireErrors.unknownJobType(type, known: jobTypeNames)
  }

  /// Types that jobs may have here, in order.
  var jobTypeNames: [String] {
    Set(handlers.keys).union(configuration.jobTypes.keys).sorted()
  }
}
