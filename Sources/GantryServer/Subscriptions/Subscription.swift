/// Where one subscription's events go.
protocol EventReceiver: AnyObject {
  /// False while the peer leaves so much unread that no more events are sent to it.
  var hasRoomForEvents: Bool { get }
  /// What it has subscribed to.
  var subscriptions: [Subscription] { get set }
  /// Appends one line to what goes to the peer.
  func answer(_ write: (inout [UInt8]) -> Void)
}

/// One client's wish to be told, and how far it has been told.
final class Subscription {
  enum State {
    /// Its client does not know its id yet.
    case held
    /// It has been told everything, and is told the next event when it happens.
    case live
    /// It is told from the store what it has missed. Nothing is kept for it meanwhile.
    case behind
    case ended
  }

  let id: String
  let filter: EventFilter
  private(set) weak var receiver: (any EventReceiver)?
  /// Everything up to this number has been sent, or is not wanted.
  var position: Int64
  var state = State.held
  /// It stands in the line of those that are told from the store.
  var isQueued = false
  /// The beginning of all its notifications.
  let head: [UInt8]

  init(id: String, filter: EventFilter, receiver: any EventReceiver, position: Int64) {
    self.id = id
    self.filter = filter
    self.receiver = receiver
    self.position = position
    head = Array(#"{"jsonrpc":"2.0","method":"event","params":{"subscription_id":"\#(id)","#.utf8)
  }
}
