import JobModel

/// What one batch has gathered and writes at its end: many commands, one row each.
struct BatchState {
  struct CountKey: Hashable {
    var type: String
    var status: JobStatus
  }

  var now = Timestamp(milliseconds: 0)
  /// Changes of the kept counts.
  var counts: [CountKey: Int] = [:]
  var changes: [JobChange] = []
  /// Their numbers are given at the end.
  var events: [StoreEvent] = []
  /// The newest turn given to a job of each flow.
  var turns: [SQLiteStore.Flow: Int64] = [:]
  /// The newest turn that was claimed; nil until it is looked up.
  var claimedTurn: Int64?
  var hasPassedTurn = false
  /// Jobs whose gate this transaction may still open of itself, so that it ends within some milliseconds.
  var stepsLeft = SQLiteStore.stepsPerTransaction
  /// Children of ended jobs wait to be told.
  var hasSettling = false
  /// A job became ready that no change of status tells of.
  var hasReadied = false
}
