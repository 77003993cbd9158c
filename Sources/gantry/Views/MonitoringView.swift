import JSON

/// What the daemon says about itself and its jobs, for people.
enum MonitoringView {
  /// The answer of `explainJob`.
  static func explanation(_ result: JSON, _ terminal: Terminal) -> [String] {
    let status = result.text("status") ?? "?"
    var lines = [
      terminal.styled(printable(status), .status(status)) + "  " + printable(result.text("summary") ?? "")
    ]
    for reason in result.list("reasons") { lines.append("  - " + printable(reason.text("message") ?? "")) }
    return lines
  }

  /// The answer of `health`.
  static func health(_ result: JSON, _ terminal: Terminal) -> [String] {
    let status = result.text("status") ?? "?"
    var summary = Fields()
    summary.add("Status", status, style(of: status))
    summary.add("Version", result.text("version"))
    if let uptime = result["uptime_seconds"]?.doubleValue { summary.add("Up for", Age.short(Int(uptime))) }
    if let free = result.number("disk_free_bytes") { summary.add("Disk free", Size.short(free)) }
    if let workers = result["workers"], let total = workers.number("total") {
      summary.add("Workers", "\(workers.number("busy") ?? 0) of \(total) busy")
      let waiting = workers.number("waiting") ?? 0
      let leased = workers.number("leased") ?? 0
      if waiting + leased > 0 { summary.add("On the socket", "\(leased) jobs leased, \(waiting) workers waiting") }
    }
    if result["paused"]?.boolValue == true { summary.add("Paused", "yes", .warning) }
    var table = Table(.init("CHECK"), .init("STATUS"), .init("FOUND"))
    for check in result.list("checks") {
      let level = check.text("status") ?? "?"
      table.add(.init(check.text("name")), .init(level, style(of: level)), .init(check.text("message")))
    }
    var stuck = Table(
      .init("STUCK JOB"), .init("TYPE"), .init("REASON"), .init("WORKER"), .init("SINCE", alignsRight: true))
    for job in result.list("stuck_jobs") {
      stuck.add(
        .init(job.text("job_id")), .init(job.text("type")), .init(job.text("reason"), .bad), .init(job.text("worker")),
        .init(Age.of(job.text("since"))))
    }
    return summary.lines(for: terminal) + [""] + table.lines(for: terminal)
      + (stuck.isEmpty ? [] : [""] + stuck.lines(for: terminal))
  }

  /// The answer of `metrics`: what a person looks at first. `--json` and `--prometheus` have the rest.
  static func metrics(_ result: JSON, _ terminal: Terminal) -> [String] {
    var jobs = Table(
      .init("TYPE"), .init("PENDING", alignsRight: true), .init("RUNNING", alignsRight: true),
      .init("DONE", alignsRight: true), .init("FAILED", alignsRight: true), .init("RETRIED", alignsRight: true),
      .init("CRASHED", alignsRight: true), .init("SUCCESS", alignsRight: true), .init("WAIT P95", alignsRight: true),
      .init("RUN P95", alignsRight: true))
    func count(_ json: JSON, _ name: String) -> Table.Cell { .init(json.number(name).map(String.init)) }
    for type in result.list("types") {
      jobs.add(
        .init(type.text("type")), count(type, "pending"), count(type, "processing"), count(type, "completed_total"),
        count(type, "failed_total"), count(type, "retried_total"), count(type, "crashed_total"),
        .init(type["success_rate"]?.doubleValue.map { "\(Int(($0 * 100).rounded(.down)))%" }),
        .init(span(type["wait_seconds"]?["p95"])), .init(span(type["run_seconds"]?["p95"])))
    }
    var methods = Table(
      .init("METHOD"), .init("REQUESTS", alignsRight: true), .init("ERRORS", alignsRight: true),
      .init("P50", alignsRight: true), .init("P99", alignsRight: true))
    for method in result.list("methods") {
      let errors = method.list("errors").reduce(0) { $0 + ($1.number("count") ?? 0) }
      methods.add(
        .init(method.text("method")), count(method, "requests_total"),
        .init("\(errors)", errors > 0 ? .warning : .plain),
        .init(span(method["seconds"]?["p50"])), .init(span(method["seconds"]?["p99"])))
    }
    var fields = Fields()
    if let uptime = result["uptime_seconds"]?.doubleValue { fields.add("Since", "\(Age.short(Int(uptime))) ago") }
    fields.add("Connections", result["connections"]?.number("open").map { "\($0) open" })
    fields.add("Commit p99", span(result["store"]?["commit_seconds"]?["p99"]))
    fields.add("Turn p99", span(result["turn_seconds"]?["p99"]))
    fields.add("Database", result["store"]?.number("database_bytes").map(Size.short))
    fields.add("Memory", result["process"]?.number("resident_bytes").map(Size.short))
    for (label, member, before) in [
      ("Errors", "error_patterns", ""), ("Refreshes", "refreshes_by_user", "by user "), ("Limited", "rate_limited", ""),
    ] {
      let all = result.list(member).map { "\($0.number("count") ?? 0) \(before)\($0.text("name") ?? "?")" }
      if !all.isEmpty { fields.add(label, all.prefix(5).joined(separator: ", ")) }
    }
    return fields.lines(for: terminal) + (jobs.isEmpty ? [] : [""] + jobs.lines(for: terminal))
      + (methods.isEmpty ? [] : [""] + methods.lines(for: terminal))
  }

  /// The answer of `getRefreshHistory`.
  static func history(_ result: JSON, _ terminal: Terminal, _ projects: ProjectNames = ProjectNames()) -> [String] {
    var table = Table(
      .init("JOB"), .init("STATUS"), .init("WHEN", alignsRight: true), .init("TOOK", alignsRight: true),
      .init("DONE", alignsRight: true), .init("CHANGE", alignsRight: true), .init("PROJECT"),
      .init("NOTE", shrinks: true))
    for run in result.list("refreshes") {
      let status = run.text("status") ?? "?"
      let figures = run["progress_after"]
      var done: String?
      if let tasks = figures?.number("tasks_done"), let all = figures?.number("tasks_count") {
        done = "\(tasks)/\(all)"
      }
      let change = run.number("tasks_done_delta").map { $0 > 0 ? "+\($0)" : "\($0)" }
      table.add(
        .init(run.text("job_id")), .init(status, .status(status)), .init(Age.of(run.text("requested_at"))),
        .init(run.number("duration_ms").map { span(Double($0) / 1000) }), .init(done ?? ""), .init(change ?? ""),
        .init(projects.short(run)), .init(run["error"]?.text("message") ?? ""))
    }
    return table.isEmpty ? ["No refreshes."] : table.lines(for: terminal)
  }

  /// The attempts of a job, for a job that needed more than one.
  static func attempts(_ result: JSON, _ terminal: Terminal) -> [String] {
    var table = Table(
      .init("ATTEMPT", alignsRight: true), .init("OUTCOME"), .init("STARTED"), .init("ENDED"), .init("ERROR"),
      .init("MESSAGE", shrinks: true))
    for attempt in result.list("attempts") {
      let outcome = attempt.text("outcome") ?? "?"
      table.add(
        .init(attempt.number("attempt").map(String.init)), .init(outcome, style(ofOutcome: outcome)),
        .init(Age.local(attempt.text("started_at"))), .init(Age.local(attempt.text("ended_at"))),
        .init(attempt["error"]?.text("kind") ?? ""), .init(attempt["error"]?.text("message") ?? ""))
    }
    return table.isEmpty ? [] : table.lines(for: terminal)
  }

  private static func style(of level: String) -> Style {
    switch level {
    case "healthy": .good
    case "degraded": .warning
    default: .bad
    }
  }

  private static func style(ofOutcome outcome: String) -> Style {
    switch outcome {
    case "completed": .good
    case "running": .busy
    case "interrupted", "cancelled": .warning
    default: .bad
    }
  }

  private static func span(_ value: JSON?) -> String? { value?.doubleValue.map { span($0) } }

  /// A short time in one unit, such as `850µs` or `12ms`.
  private static func span(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.001: "\(Int((seconds * 1e6).rounded()))µs"
    case ..<1: "\(Int((seconds * 1e3).rounded()))ms"
    default: Age.short(Int(min(seconds.rounded(), 1e12)))
    }
  }
}
