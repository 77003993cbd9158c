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

  nonisolated func maxRetries(of type: String) -> Int {
    jobTypes[type]?.maxRetries ?? queue.maxRetries
  }

  nonisolated func retryPolicy(of type: String) -> RetryPolicy {
    RetryPolicy(
      baseSeconds: jobTypes[type]?.retryBaseSeconds ?? queue.retryBaseSeconds,
      capSeconds: jobTypes[type]?.retryCapSeconds ?? queue.retryCapSeconds)
  }

  /// On which terms a job comes back after a crash.
  nonisolated func crashTerms(jitter: Double) -> CrashTerms {
    CrashTerms(
      maximum: queue.maxCrashes,
      retry: RetryTerms(
        policy: RetryPolicy(baseSeconds: queue.retryBaseSeconds, capSeconds: queue.retryCapSeconds), jitter: jitter))
  }

  /// How often one user may ask for a refresh.
  nonisolated var refreshLimit: JobModel.RateLimit {
    JobModel.RateLimit(
      action: "refresh", count: rateLimits.refresh.count, windowSeconds: rateLimits.refresh.windowSeconds)
  }

  /// How often one user may add a project.
  nonisolated var createProjectLimit: JobModel.RateLimit {
    JobModel.RateLimit(
      action: "create_project", count: rateLimits.createProject.count,
      windowSeconds: rateLimits.createProject.windowSeconds)
  }
}
