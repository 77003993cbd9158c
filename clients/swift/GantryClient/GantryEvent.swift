import GantryProtocol

/// What a subscription is told.
public enum GantryEvent: Sendable {
  /// Something has happened; `type` says what, such as `job.completed`.
  case happened(EventObject)
  /// Events that match may have happened and are no longer known: the daemon has cleaned them up, or its database is
  /// another one. Look at the state anew. `nextSeq` is the number of the first event that can be told.
  case missed(nextSeq: Int64)
}
