import JSON
import JobModel

nonisolated extension ServerConfiguration.Limits {
  mutating func read(_ section: inout ConfigurationSection) {
    lineBytes = section.int("line_bytes", in: 65_536...67_108_864) ?? lineBytes
    batch = section.int("batch", in: 1...10_000) ?? batch
    inFlight = section.int("in_flight", in: 1...4096) ?? inFlight
    connections = section.int("connections", in: 1...65_536) ?? connections
    nestingDepth = section.int("nesting_depth", in: 8...JSONLimits.deepest) ?? nestingDepth
    listRows = section.int("list_rows", in: 1...500) ?? listRows
    answerBytes = section.int("answer_bytes", in: 65_536...67_108_864) ?? answerBytes
    outgoingHighWater = section.int("outgoing_bytes", in: 65_536...268_435_456) ?? outgoingHighWater
    stallSeconds = section.int("stall_seconds", in: 1...3600) ?? stallSeconds
    section.finish()
  }
}

/// Bounds that several keys share.
nonisolated enum ConfigurationRange {
  /// As many retries as the protocol lets a client ask for.
  static let retries = 0...25
  /// Seconds between attempts: from a hundredth to a day.
  static let retrySeconds = 0.01...86_400
  /// Seconds that one attempt may run: up to thirty days.
  static let runSeconds = 0.01...2_592_000
  /// Days that something is kept: up to a hundred years.
  static let days = 0.0...36_500
  /// Rows of one kind that are kept.
  static let rows = 0...1_000_000_000
}

nonisolated extension ServerConfiguration.Queue {
  mutating func read(_ section: inout ConfigurationSection) {
    maxRetries = section.int("max_retries", in: ConfigurationRange.retries) ?? maxRetries
    retryBaseSeconds = section.number("retry_base_seconds", in: ConfigurationRange.retrySeconds) ?? retryBaseSeconds
    retryCapSeconds = section.number("retry_cap_seconds", in: ConfigurationRange.retrySeconds) ?? retryCapSeconds
    maxCrashes = section.int("max_crashes", in: 1...100) ?? maxCrashes
    ageingSeconds = section.number("ageing_seconds", in: 1...2_592_000) ?? ageingSeconds
    reservedWorkers = section.int("reserved_workers", in: 0...255) ?? reservedWorkers
    killGraceSeconds = section.number("kill_grace_seconds", in: 0...300) ?? killGraceSeconds
    leaseSeconds = section.number("lease_seconds", in: 1...86_400) ?? leaseSeconds
    timeoutSeconds = section.number("timeout_seconds", in: ConfigurationRange.runSeconds)
    section.checkRetries(base: retryBaseSeconds, cap: retryCapSeconds)
    section.finish()
  }
}

nonisolated extension ServerConfiguration.RateLimits {
  mutating func read(_ section: inout ConfigurationSection) {
    if var action = section.section("refresh") { refresh.read(&action) }
    if var action = section.section("create_project") { createProject.read(&action) }
    section.finish()
  }
}

nonisolated extension ServerConfiguration.RateLimit {
  mutating func read(_ section: inout ConfigurationSection) {
    count = section.int("count", in: 0...1_000_000) ?? count
    windowSeconds = section.number("window_seconds", in: 1...2_592_000) ?? windowSeconds
    section.finish()
  }
}

nonisolated extension ServerConfiguration.Retention {
  mutating func read(_ section: inout ConfigurationSection) {
    completedDays = section.number("completed_days", in: ConfigurationRange.days) ?? completedDays
    failedDays = section.number("failed_days", in: ConfigurationRange.days) ?? failedDays
    cancelledDays = section.number("cancelled_days", in: ConfigurationRange.days) ?? cancelledDays
    completedCount = section.int("completed_count", in: ConfigurationRange.rows) ?? completedCount
    failedCount = section.int("failed_count", in: ConfigurationRange.rows) ?? failedCount
    cancelledCount = section.int("cancelled_count", in: ConfigurationRange.rows) ?? cancelledCount
    eventDays = section.number("event_days", in: ConfigurationRange.days) ?? eventDays
    eventCount = section.int("event_count", in: ConfigurationRange.rows) ?? eventCount
    logBytes = section.int("log_bytes", in: 1024...67_108_864) ?? logBytes
    section.finish()
  }
}

nonisolated extension ConfigurationSection {
  /// A first wait above the longest one would say two things at once.
  func checkRetries(base: Double, cap: Double) {
    guard base > cap else { return }
    problem(
      has("retry_base_seconds") ? "retry_base_seconds" : "retry_cap_seconds",
      "retry_base_seconds is \(base.plain), and must not be above retry_cap_seconds, which is \(cap.plain)")
  }
}
