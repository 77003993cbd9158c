import GantryProtocol
import JSONRPC
import JobModel
import JobStore

extension Server {
  func subscribe(_ params: Subscribe.Params, _ responder: Responder) throws(RPCError) {
    let session = responder.session
    let limit = configuration.limits.subscriptions
    guard session.subscriptions.count < limit else { throw WireErrors.tooManySubscriptions(limit: limit) }
    let filter = try filter(of: params)
    var position = subscriptions.newest
    var gap: SubscriptionGap?
    if let seq = params.sinceSeq {
      let kept = try read { reader throws(StoreError) in try reader.eventRange() }
      let start = subscriptions.start(behind: seq, oldest: kept?.lowerBound)
      position = start.position
      if start.hasGap { gap = SubscriptionGap(requestedSeq: seq, oldestSeq: position + 1) }
    }
    let subscription = subscriptions.add(filter, to: session, from: position)
    let result = Subscribe.Result(subscriptionID: subscription.id, seq: subscriptions.newest, gap: gap)
    responder.succeed(result) { [subscriptions] in subscriptions.release(subscription) }
  }

  private func filter(of params: Subscribe.Params) throws(RPCError) -> EventFilter {
    let project = try params.projectID.map { text throws(RPCError) in try projectID(text) }
    let job = try params.jobID.map { text throws(RPCError) in try jobID(text) }
    if params.sinceSeq == nil {
      // Nothing would ever come. Of the past there can be events of what is gone by now.
      if let project, try read({ reader throws(StoreError) in try reader.project(project) }) == nil {
        throw WireErrors.projectNotFound(project.description)
      }
      if let job { _ = try self.job(job) }
    }
    if params.events?.isEmpty == true {
      throw RPCError.invalidParams(field: "events", reason: "names no event; leave it out to be told of all")
    }
    do throws(EventFilter.UnknownName) {
      return try EventFilter(names: params.events, projectID: project, jobID: job)
    } catch {
      let names = StoreEvent.Kind.allCases.map(\.name).joined(separator: ", ")
      throw RPCError.invalidParams(
        field: "events",
        reason:
          "names '\(error.name.prefix(64))', which is no event and no beginning of one such as 'job.'; there are: "
          + names)
    }
  }
}
