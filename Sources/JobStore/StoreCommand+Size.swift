import JobModel

extension StoreCommand {
  /// Bytes that the command keeps in memory while it waits, roughly: what a client may make large, and a flat sum for
  /// the rest.
  public var waitingBytes: Int {
    switch self {
    case .createJob(let job): Self.flatBytes + job.payload.utf8.count
    case .complete(_, _, let output): Self.flatBytes + output.result.utf8.count
    default: Self.flatBytes
    }
  }

  private static var flatBytes: Int { 512 }
}
