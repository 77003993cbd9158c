import GantryProtocol

extension Server {
  func unsubscribe(_ params: Unsubscribe.Params, _ responder: Responder) -> Unsubscribe.Result {
    // A connection's own subscriptions only: the ids of others are no secret and no key.
    let subscription = responder.session.subscriptions.first { $0.id == params.subscriptionID }
    if let subscription { subscriptions.remove(subscription) }
    return Unsubscribe.Result(subscriptionID: params.subscriptionID, unsubscribed: subscription != nil)
  }
}
