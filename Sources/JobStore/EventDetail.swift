import JobModel

/// The JSON texts of events, written here because the store knows no JSON.
enum EventDetail {
  static func error(_ error: JobError) -> String {
    "{\"error_kind\":\(quoted(error.kind))}"
  }

  static func retry(_ error: JobError, at time: Timestamp, retryCount: Int) -> String {
    "{\"error_kind\":\(quoted(error.kind)),\"retry_at\":\"\(time.rfc3339)\",\"retry_count\":\(retryCount)}"
  }

  static func reason(_ reason: String) -> String {
    "{\"reason\":\(quoted(reason))}"
  }

  static func progress(_ progress: JobProgress) -> String {
    let fraction = (progress.fraction * 10_000).rounded() / 10_000
    let current = progress.current.map { "\($0)" } ?? "null"
    let total = progress.total.map { "\($0)" } ?? "null"
    return "{\"fraction\":\(fraction),\"stage\":\(quoted(progress.stage)),\"message\":\(quoted(progress.message)),"
      + "\"current\":\(current),\"total\":\(total)}"
  }

  static func project(_ project: Project) -> String {
    "{\"source\":\(quoted(project.source)),\"name\":\(quoted(project.name))}"
  }

  static func schedule(_ schedule: Schedule) -> String {
    let name = schedule.name.map(quoted) ?? "null"
    let next = schedule.nextRunAt.map { "\"\($0.rfc3339)\"" } ?? "null"
    let last = schedule.lastFireAt.map { "\"\($0.rfc3339)\"" } ?? "null"
    let job = schedule.lastJobID.map { "\"\($0)\"" } ?? "null"
    return "{\"schedule_id\":\"\(schedule.id)\",\"name\":\(name),\"next_run_at\":\(next),\"last_fire_at\":\(last),"
      + "\"last_job_id\":\(job)}"
  }

  static func update(_ update: ProjectUpdate) -> String {
    let head = update.head.map(quoted) ?? "null"
    let progress = update.plan?.brief ?? "null"
    return "{\"head\":\(head),\"progress\":\(progress),\"skills\":\(update.skills?.brief ?? "null")}"
  }

  /// A JSON string; control characters are escaped as RFC 8259 wants.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
