extension ServerConfiguration {
  /// How jobs that do not say otherwise are run, and run again. `[queue]` of the file.
  public nonisolated struct Queue: Sendable, Equatable {
    /// Retries of a job that does not say how many it wants.
    public var maxRetries = 3
    /// Seconds before the first retry, at most: a retry waits a random time up to this, doubled with each one.
    public var retryBaseSeconds: Double = 2
    /// Seconds that no retry waits longer than.
    public var retryCapSeconds: Double = 600
    /// Attempts of one job that may end in a crash; at that many the job is set aside as failed.
    public var maxCrashes = 3
    /// Seconds of waiting that count as one step of priority, so that nothing starves.
    public var ageingSeconds: Double = 300
    /// Workers kept free for manual refreshes; see `ServerConfiguration.reservedWorkers`.
    public var reservedWorkers = 1
    /// Seconds between TERM and KILL for a process that is to end.
    public var killGraceSeconds: Double = 5
    /// Seconds a socket worker holds a job that it does not report on, unless it asks for another time.
    public var leaseSeconds: Double = 30
    /// Seconds one attempt may run, for jobs and types that do not say; nil for no limit.
    public var timeoutSeconds: Double?

    public init() {}
  }

  /// Workers kept free for manual refreshes: what the file says, and none where it would take the only worker.
  public nonisolated var reservedWorkers: Int { min(queue.reservedWorkers, workers - 1) }
}
