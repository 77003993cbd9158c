/// What one JSON value on the wire turned out to be.
public enum Message: Sendable, Hashable {
  case call(Request)
  /// A reply sent to a server that asked nothing. Never answered: two peers would throw errors at each other for ever.
  case response
  /// Valid JSON that is not a request; answered with the error under `id`.
  case invalid(RPCError, id: RequestID)
}

/// What one line turned out to be.
public enum Line: Sendable, Hashable {
  case single(Message)
  /// One reply array is owed, with an element for each member but notifications and responses; nothing if none is left.
  case batch([Message])
  /// The line as a whole cannot be used; answered with one error with the id `null`.
  case rejected(RPCError)
}
