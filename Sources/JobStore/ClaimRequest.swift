import JobModel

/// Who takes work, how much, and of which types.
public struct ClaimRequest: Sendable {
  public var boot: BootID
  public var limit: Int
  /// Job types with a handler; jobs of other types wait.
  public var types: [String]
  /// Attempts among them that are not manual refreshes, at most: the places beyond are kept for those.
  public var ordinaryLimit: Int
  /// Attempts of a type that may run at once, those of other workers included; types not named have no limit.
  public var concurrency: [String: Int]
  /// Waiting so long makes a job count as one priority higher; 0 for no ageing.
  public var ageingSeconds: Double
  /// Name of the worker on the socket; nil for the daemon's own.
  public var worker: String?

  public init(
    boot: BootID, limit: Int, types: [String], ordinaryLimit: Int? = nil, concurrency: [String: Int] = [:],
    ageingSeconds: Double = 0, worker: String? = nil
  ) {
    self.boot = boot
    self.limit = limit
    self.types = types
    self.ordinaryLimit = ordinaryLimit ?? limit
    self.concurrency = concurrency
    self.ageingSeconds = ageingSeconds
    self.worker = worker
  }
}
