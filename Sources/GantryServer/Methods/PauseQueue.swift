import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func pauseQueue(_ params: PauseQueue.Params, _ responder: Responder) throws(RPCError) {
    try checkType(params.type)
    submit(.pauseQueue(type: params.type), for: responder) { outcome -> PauseQueue.Result? in
      guard case .paused(let names) = outcome else { return nil }
      let paused = Self.paused(names)
      return PauseQueue.Result(paused: paused.all, pausedTypes: paused.types)
    }
  }

  func resumeQueue(_ params: ResumeQueue.Params, _ responder: Responder) throws(RPCError) {
    // A type that was paused may have gone from the configuration since.
    let paused = try read { reader throws(StoreError) in try reader.paused() }
    if params.type.map({ !paused.contains($0) }) ?? false { try checkType(params.type) }
    submit(.resumeQueue(type: params.type), for: responder) { outcome -> ResumeQueue.Result? in
      guard case .paused(let names) = outcome else { return nil }
      let paused = Self.paused(names)
      return ResumeQueue.Result(paused: paused.all, pausedTypes: paused.types)
    }
  }

  /// What the names that the store gives stand for: everything under the empty name, else types.
  static func paused(_ names: [String]) -> (all: Bool, types: [String]) {
    (names.contains(""), names.filter { !$0.isEmpty })
  }

  /// A misspelt type would pause nothing and look as if it did.
  private func checkType(_ type: String?) throws(RPCError) {
    guard let type, !jobTypeNames.contains(type) else { return }
    throw WireErrors.unknownJobType(type, known: jobTypeNames)
  }

  /// Types that jobs may have here, in order.
  var jobTypeNames: [String] {
    Set(engine.handlers.keys).union(configuration.jobTypes.keys).sorted()
  }
}
