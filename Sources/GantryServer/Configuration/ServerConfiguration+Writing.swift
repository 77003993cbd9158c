import Logging

nonisolated extension LaunchOptions.Loaded {
  /// Everything that is in effect, as the lines of a configuration file that says the same.
  var lines: [String] {
    var text = ConfigurationText()
    let reserved = settings.reservedWorkers
    text.add("socket", settings.socketPath)
    text.add("state_directory", settings.stateDirectory)
    text.add("workers", settings.workers, comment: "of them \(reserved) kept for manual refreshes")
    text.add("durability", settings.durability.rawValue)
    text.add("drain_seconds", settings.drainSeconds)
    text.add("log_level", logLevel.rawValue)
    text.add("log_format", logFormat.rawValue)
    text.section("git")
    text.add("path", settings.gitPath)
    text.add("timeout_seconds", settings.gitTimeoutSeconds)
    text.add("max_mirrors", settings.repositories.mirrors)
    text.add("max_mirror_bytes", settings.repositories.mirrorBytes)
    text.add("max_memory_bytes", settings.repositories.memoryBytes)
    text.section("watch")
    text.add("max_directories", settings.watching.maximumDirectories)
    text.add("poll_seconds", settings.watching.pollSeconds)
    settings.limits.write(to: &text)
    settings.queue.write(to: &text)
    settings.rateLimits.refresh.write(to: &text, action: "refresh")
    settings.rateLimits.createProject.write(to: &text, action: "create_project")
    settings.retention.write(to: &text)
    for type in settings.jobTypes.values.sorted(by: { $0.name < $1.name }) { type.write(to: &text) }
    return text.lines
  }
}

nonisolated extension ServerConfiguration.Limits {
  fileprivate func write(to text: inout ConfigurationText) {
    text.section("limits")
    text.add("line_bytes", lineBytes)
    text.add("batch", batch)
    text.add("in_flight", inFlight)
    text.add("connections", connections)
    text.add("nesting_depth", nestingDepth)
    text.add("list_rows", listRows)
    text.add("answer_bytes", answerBytes)
    text.add("outgoing_bytes", outgoingHighWater)
    text.add("stall_seconds", stallSeconds)
  }
}

nonisolated extension ServerConfiguration.Queue {
  fileprivate func write(to text: inout ConfigurationText) {
    text.section("queue")
    text.add("max_retries", maxRetries)
    text.add("retry_base_seconds", retryBaseSeconds)
    text.add("retry_cap_seconds", retryCapSeconds)
    text.add("max_crashes", maxCrashes)
    text.add("ageing_seconds", ageingSeconds)
    text.add("reserved_workers", reservedWorkers)
    text.add("kill_grace_seconds", killGraceSeconds)
    text.add("lease_seconds", leaseSeconds)
    text.add("timeout_seconds", timeoutSeconds)
  }
}

nonisolated extension ServerConfiguration.RateLimit {
  fileprivate func write(to text: inout ConfigurationText, action: String) {
    text.section("rate_limits.\(action)")
    text.add("count", count, comment: isLimited ? nil : "no limit")
    text.add("window_seconds", windowSeconds)
  }
}

nonisolated extension ServerConfiguration.Retention {
  fileprivate func write(to text: inout ConfigurationText) {
    text.section("retention")
    text.add("completed_days", completedDays)
    text.add("failed_days", failedDays)
    text.add("cancelled_days", cancelledDays)
    text.add("completed_count", completedCount)
    text.add("failed_count", failedCount)
    text.add("cancelled_count", cancelledCount)
    text.add("event_days", eventDays)
    text.add("event_count", eventCount)
    text.add("log_bytes", logBytes)
  }
}

nonisolated extension ServerConfiguration.JobTypeSettings {
  fileprivate func write(to text: inout ConfigurationText) {
    // A name may hold dots, which would part a bare key.
    text.section("job_types.\"\(name)\"")
    text.add("command", command ?? [])
    text.add("external", external)
    text.add("environment", environment)
    text.add("working_directory", workingDirectory)
    text.add("timeout_seconds", timeoutSeconds)
    text.add("concurrency", concurrency)
    text.add("max_retries", maxRetries)
    text.add("retry_base_seconds", retryBaseSeconds)
    text.add("retry_cap_seconds", retryCapSeconds)
    text.add("one_per_project", onePerProject)
  }
}
