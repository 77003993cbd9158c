import JSON

/// Jobs for people.
enum JobView {
  /// A table of the jobs in a `listJobs` result.
  static func list(_ result: JSON, _ terminal: Terminal, _ projects: ProjectNames = ProjectNames()) -> [String] {
    var table = Table(
      .init("JOB"), .init("TYPE"), .init("STATUS"), .init("PROGRESS", alignsRight: true),
      .init("AGE", alignsRight: true), .init("PROJECT"), .init("NOTE", shrinks: true))
    for job in result.list("jobs") {
      let status = job.text("status") ?? "?"
      table.add(
        .init(job.text("id")), .init(job.text("type")), .init(status, .status(status)), .init(percent(job) ?? ""),
        .init(Age.of(job.text("created_at"))), .init(projects.short(job)), .init(note(job)))
    }
    return table.isEmpty ? ["No jobs."] : table.lines(for: terminal)
  }

  /// Everything about one job.
  static func details(_ job: JSON, _ terminal: Terminal, _ projects: ProjectNames = ProjectNames()) -> [String] {
    let status = job.text("status") ?? "?"
    var fields = Fields()
    fields.add("Job", job.text("id"))
    fields.add("Type", job.text("type"))
    let isStopping = status == "processing" && job["cancel_requested"]?.boolValue == true
    fields.add("Status", isStopping ? "\(status), has been asked to stop" : status, .status(status))
    fields.add("Project", projects.long(job))
    fields.add("Priority", job.text("priority"))
    fields.add("Created", moment(job.text("created_at")))
    if status == "pending" { fields.add("Runs at", moment(job.text("run_at"))) }
    fields.add("Started", moment(job.text("started_at")))
    fields.add("Ended", moment(job.text("completed_at")))
    if let retries = job.number("retry_count"), retries > 0 {
      fields.add("Retries", "\(retries) of \(job.number("max_retries") ?? 0)")
    }
    if status == "processing" { fields.add("Progress", progressText(job)) }
    if let error = job["error"], !error.isNull {
      // A job that is tried again keeps the error of the attempt before.
      fields.add(
        isAlive(job) ? "Before" : "Error", "\(error.text("kind") ?? "unknown"): \(error.text("message") ?? "")",
        isAlive(job) ? .warning : .bad)
      fields.add("Step", error.text("step"))
      fields.add("Exit code", error.number("exit_code").map(String.init))
    }
    var lines = fields.lines(for: terminal)
    if let tail = job["error"]?.text("stderr_tail"), !tail.isEmpty {
      lines += tail.split(separator: "\n").map { "  | " + printable(String($0)) }
    }
    if let result = job["result"], !result.isNull {
      lines += result.prettyPrinted().split(separator: "\n").map { printable(String($0)) }
    }
    return lines
  }

  /// What is drawn while a person waits.
  static func progressLine(_ job: JSON) -> String {
    switch job.text("status") {
    case "pending": "waiting for a worker"
    case "processing": progressText(job) ?? "working"
    case let status: status ?? "waiting"
    }
  }

  private static func progressText(_ job: JSON) -> String? {
    guard let progress = job["progress"], !progress.isNull else { return nil }
    var parts: [String] = []
    if let percent = percent(job) { parts.append(percent) }
    if let stage = progress.text("stage"), !stage.isEmpty { parts.append(stage) }
    if let current = progress.number("current") {
      parts.append(progress.number("total").map { "\(current)/\($0)" } ?? "\(current)")
    }
    if let message = progress.text("message"), !message.isEmpty { parts.append(message) }
    return parts.isEmpty ? nil : parts.joined(separator: "  ")
  }

  private static func percent(_ job: JSON) -> String? {
    guard job.text("status") == "processing", let fraction = job["progress"]?["fraction"]?.doubleValue else {
      return nil
    }
    return "\(Int(min(max(fraction, 0), 1) * 100))%"
  }

  /// Whether the job has not ended.
  private static func isAlive(_ job: JSON) -> Bool { ["pending", "processing"].contains(job.text("status")) }

  private static func note(_ job: JSON) -> String {
    if job.text("status") == "processing" { return job["progress"]?.text("message") ?? "" }
    if let error = job["error"], !error.isNull {
      return (isAlive(job) ? "before: " : "") + (error.text("message") ?? "")
    }
    if let done = job["result"]?.number("tasks_done"), let count = job["result"]?.number("tasks_count") {
      return count == 0 ? "no tasks" : "\(done) of \(count) tasks done"
    }
    return ""
  }

  private static func moment(_ time: String?) -> String? {
    guard let local = Age.local(time) else { return nil }
    return Age.of(time).map { "\(local) (\($0) ago)" } ?? local
  }
}
