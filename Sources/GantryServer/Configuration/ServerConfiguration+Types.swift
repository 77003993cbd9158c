import JobModel
import JobStore

/// What holds for jobs of one type: its own settings, else those of the queue.
extension ServerConfiguration {
  /// Attempts of a type that may run at once, for the types that have a limit.
  nonisolated var concurrency: [String: Int] { jobTypes.compactMapValues(\.concurrency) }

  /// Seconds that an attempt may last; nil for no limit.
  nonisolated func timeoutSeconds(of type: String) -> Double? {
    jobTypes[type]?.timeoutSeconds ?? queue.timeoutSeconds
  }

  /// Types that workers on the socket serve, in order.
  nonisolated var externalTypes: [String] { jobTypes.values.filter(\.external).map(\.name).sorted() }

  nonisolated func isExternal(_ type: String) -> Bool { jobTypes[type]?.external ?? false }

  nonisolated func maxRetries(of type: String) -> Int {
    jobTypes[type]?.maxRetries ?? queue.maxRetries
  }

  /// - Parameter type: nil for what holds when no type says otherwise.
  nonisolated func retryPolicy(of type: String?) -> RetryPolicy {
    let settings = type.flatMap { jobTypes[$0] }
    return RetryPolicy(
      baseSeconds: settings?.retryBaseSeconds ?? queue.retryBaseSeconds,
      capSeconds: settings?.retryCapSeconds ?? queue.retryCapSeconds)
  }

  /// On which terms a job comes back after a crash.
  nonisolated func crashTerms(jitter: Double) -> CrashTerms {
    CrashTerms(maximum: queue.maxCrashes, retry: RetryTerms(policy: retryPolicy(of: nil), jitter: jitter))
  }

  /// How often one user may ask for a refresh.
  nonisolated var refreshLimit: JobModel.RateLimit { rateLimits.refresh.counted(as: "refresh") }

  /// How often one user may add a project.
  nonisolated var createProjectLimit: JobModel.RateLimit { rateLimits.createProject.counted(as: "create_project") }
}

extension ServerConfiguration.RateLimit {
  fileprivate nonisolated func counted(as action: String) -> JobModel.RateLimit {
    JobModel.RateLimit(action: action, count: count, windowSeconds: windowSeconds)
  }
}
