extension ServerConfiguration {
  /// How often something may be done. Counted per user and action.
  public nonisolated struct RateLimit: Sendable, Equatable {
    /// Times within one window; 0 for no limit.
    public var count: Int
    /// Seconds of the window.
    public var windowSeconds: Double

    public init(count: Int, windowSeconds: Double) {
      self.count = count
      self.windowSeconds = windowSeconds
    }

    /// False when everything is allowed.
    public var isLimited: Bool { count > 0 }
  }

  /// The limits of the actions that are counted. `[rate_limits.ACTION]` of the file.
  public nonisolated struct RateLimits: Sendable, Equatable {
    public var refresh = RateLimit(count: 5, windowSeconds: 300)
    public var createProject = RateLimit(count: 10, windowSeconds: 3600)

    public init() {}
  }
}
