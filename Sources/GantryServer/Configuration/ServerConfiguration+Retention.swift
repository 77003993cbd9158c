extension ServerConfiguration {
  /// How long what is over is kept: until the first of the limits that apply to it. `[retention]` of the file.
  public nonisolated struct Retention: Sendable, Equatable {
    /// Days that a completed job is kept; 0 to keep none.
    public var completedDays: Double = 30
    /// Days that a failed job is kept; 0 to keep none.
    public var failedDays: Double = 30
    /// Days that a cancelled job is kept; 0 to keep none.
    public var cancelledDays: Double = 30
    /// Completed jobs that are kept, the newest; 0 for no limit.
    public var completedCount = 1_000_000
    /// Failed jobs that are kept, the newest; 0 for no limit.
    public var failedCount = 1_000_000
    /// Cancelled jobs that are kept, the newest; 0 for no limit.
    public var cancelledCount = 1_000_000
    /// Days that an event is kept for subscribers that come back; 0 to keep none.
    public var eventDays: Double = 7
    /// Events that are kept, the newest; 0 for no limit.
    public var eventCount = 1_000_000
    /// Bytes of one job's log that are kept, the last.
    public var logBytes = 1 << 20

    public init() {}
  }
}
